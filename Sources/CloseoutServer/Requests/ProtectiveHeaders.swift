import HTTPTypes
import Hummingbird

/// Gives every answer the headers that keep browsers from doing more with it than showing it, and an answer
/// to HEAD no body.
struct ProtectiveHeaders: RouterMiddleware {
  typealias Context = ServerContext

  let isEncrypted: Bool

  func handle(
    _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.crossOriginResourcePolicy] = "same-origin"
    for (name, value) in Self.others { response.headers[name] = value }
    if isEncrypted { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    if response.headers[.contentSecurityPolicy] == nil {
      response.headers[.contentSecurityPolicy] = ContentPolicy.nothing.text
    }
    return request.method == .head ? response.createHeadResponse() : response
  }

  private static let others: [(HTTPField.Name, String)] = [
    ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"),
  ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
