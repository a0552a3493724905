import HTTPTypes
import Hummingbird
import Logging
import Markup

/// One line for each request at debug, and one for each failure at warning.
///
/// Lines hold the method, the path and the status. Queries and header fields may hold secrets and are left
/// out; control characters are shown, so that no request can write a line of its own.
struct RequestLog: RouterMiddleware {
  typealias Context = ServerContext

  let logger: Logger

  func handle(
    _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    let line = "\(Self.shown(request)) \(response.status.code) \(Int(milliseconds.rounded())) ms"
    logger.debug("\(line)")
    return response
  }

  /// The method and the path without the query, at most 256 characters of it.
  static func shown(_ request: Request) -> String {
    let path = (request.head.path ?? "").prefix { $0 != "?" && $0 != "#" }
    return terminalSafe("\(request.method.rawValue.prefix(16)) \(path.prefix(256))")
  }
}
