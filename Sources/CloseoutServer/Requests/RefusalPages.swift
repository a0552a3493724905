import HTTPTypes
import Hummingbird
import Logging
import Markup
import Reports
import Store

/// Turns what went wrong into an answer: a page for browsers, a line of text for programs.
struct RefusalPages: RouterMiddleware {
  typealias Context = ServerContext

  let site: Site
  let logger: Logger

  func handle(
    _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let refusal = Self.refusal(for: error)
      if refusal.status.code >= 500 {
        let line = terminalSafe("\(RequestLog.shown(request)): \(error)")
        logger.warning("\(line)")
      }
      return response(refusal, request)
    }
  }

  /// The words for an error; those of the store name files of this machine and go to the log alone.
  static func refusal(for error: any Error) -> Refusal {
    switch error {
    case let refusal as Refusal: return refusal
    case WorkRefusal.full: return .busy
    case WorkRefusal.late: return .late
    case is CancellationError: return .late
    case let error as HTTPError where error.status == .notFound: return .notFound
    case let error as HTTPError where error.status.code < 500: return .badQuery("The request cannot be read.")
    case let error as StoreError where error.code == .busy: return .busy
    case is StoreError:
      return Refusal(
        .serviceUnavailable, "The store cannot be read", "The server's log says why. Nothing is lost by this."
      )
    default:
      return Refusal(.internalServerError, "Something went wrong", "The server's log says what.")
    }
  }

  private func response(_ refusal: Refusal, _ request: Request) -> Response {
    var response: Response
    if request.headers[.accept]?.contains("text/html") == true {
      var html = HTMLWriter(capacity: 16 << 10)
      Reports.portalMessage(
        page: MessagePage(
          frame: site.frame(
            title: refusal.title, kind: "\(refusal.status.code) \(refusal.status.reasonPhrase)"),
          explanation: refusal.explanation),
        to: &html)
      response = .page(html, status: refusal.status)
    } else {
      response = .text("\(refusal.title). \(refusal.explanation)\n", status: refusal.status)
    }
    for field in refusal.headers { response.headers[field.name] = field.value }
    return response
  }
}
