import HTTPTypes
import Hummingbird

/// Refuses what this server never needs: other methods, bodies, long addresses, other machines' names.
struct RequestLimits: RouterMiddleware {
  typealias Context = ServerContext

  let urlBytes: Int
  /// Where nothing but the loopback address keeps strangers out, a page of a stranger must not reach us under
  /// a name of its own that it lets point to 127.0.0.1 (DNS rebinding).
  let onlyLocalNames: Bool

  func handle(
    _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
  ) async throws -> Response {
    if let refusal = refusal(of: request.head) { throw refusal }
    return try await next(request, context)
  }

  func refusal(of head: HTTPRequest) -> Refusal? {
    guard head.method == .get || head.method == .head else {
      var refusal = Refusal(
        .methodNotAllowed, "Nothing can be changed here",
        "The portal is read with GET and HEAD. Records come in through `closeout ingest`.")
      refusal.headers[.allow] = "GET, HEAD"
      refusal.headers[.connection] = "close"
      return refusal
    }
    if head.headerFields[.transferEncoding] != nil || (head.headerFields[.contentLength] ?? "0") != "0" {
      var refusal = Refusal(.contentTooLarge, "Requests carry no body", "Send the request without one.")
      refusal.headers[.connection] = "close"
      return refusal
    }
    let path = head.path ?? ""
    if path.utf8.count > urlBytes {
      return Refusal(.uriTooLong, "The address is too long", "It may have \(urlBytes) bytes.")
    }
    if path.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F }) || !path.hasPrefix("/") {
      return .badQuery("It holds characters that an address cannot hold.")
    }
    if onlyLocalNames, !Self.isLocal(head.authority) {
      return Refusal(
        .misdirectedRequest, "This name is not served",
        "Without a web configuration only localhost is served. Give --web.config.file to serve other names.")
    }
    return nil
  }

  /// - Parameter authority: the header Host, with or without a port.
  static func isLocal(_ authority: String?) -> Bool {
    guard let authority, !authority.isEmpty else { return true }
    let host =
      authority.hasPrefix("[")
      ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
    return ListenAddress.isLoopback(host: String(host))
  }
}
