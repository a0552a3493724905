import HTTPTypes
import Hummingbird
import Logging

/// Lets in who the web configuration names; everybody where it names nobody.
struct Authentication: RouterMiddleware {
  typealias Context = ServerContext

  let access: WebAccess
  let logger: Logger

  func handle(
    _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    let users = access.users()
    guard !users.isEmpty else { return try await next(request, context) }
    let given = request.headers[.authorization].flatMap(BasicCredentials.init(authorization:))
    if let given, try await access.passwords.isAllowed(given, users: users) {
      return try await next(request, context)
    }
    if given != nil { logger.debug("a name or a password was wrong") }
    throw Self.refusal
  }

  private static let refusal: Refusal = {
    var refusal = Refusal(.unauthorized, "Who are you?", "This server asks for a name and a password.")
    refusal.headers[.wwwAuthenticate] = "Basic realm=\"Closeout\", charset=\"UTF-8\""
    return refusal
  }()
}
