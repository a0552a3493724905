import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import TransparencyLog
import Foundation

extension Response {
  /// A page of the portal. It has no script, and its one style sheet is allowed by its hash.
  static func page(_ html: HTMLWriter, status: HTTPResponse.Status = .ok) -> Response {
    document(html.bytes, "text/html; charset=utf-8", status: status, policy: .portal(html.bytes))
  }

  /// A self-contained document, such as the evidence or the trends, that has styles of its own.
  static func document(
    _ bytes: [UInt8], _ type: String, status: HTTPResponse.Status = .ok, policy: ContentPolicy = .document
  ) -> Response {
    var response = Response(
      status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    response.headers[.contentSecurityPolicy] = policy.text
    response.headers[.cacheControl] = "no-store"
    return response
  }

  static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    document(Array(text.utf8), "text/plain; charset=utf-8", status: status, policy: .nothing)
  }

  /// A file to keep; the name is one of our own making: ASCII letters, digits, `-` and `.`.
  static func download(_ bytes: [UInt8], _ type: String, name: String) -> Response {
    var response = document(bytes, type, policy: .nothing)
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }
}

/// What a browser may load for a document: the header Content-Security-Policy.
struct ContentPolicy: Hashable, Sendable {
  let text: String

  private init(_ directives: String) {
    text = "default-src 'none'; \(directives)base-uri 'none'; frame-ancestors 'none'"
  }

  static let nothing = ContentPolicy("form-action 'none'; ")
  /// Styles within the document, and nothing else.
  static let document = ContentPolicy("style-src 'unsafe-inline'; img-src data:; form-action 'none'; ")

  /// A page of the portal: the style sheet that stands in its head, and no other.
  static func portal(_ html: [UInt8]) -> ContentPolicy {
    let hash = style(of: html).map {
      "'sha256-\(Data(Hash256(sha256: Array($0)).bytes).base64EncodedString())'"
    }
    return ContentPolicy("style-src \(hash ?? "'none'"); img-src 'self'; form-action 'self'; ")
  }

  /// The text between `<style>` and its end, as browsers hash it.
  private static func style(of html: [UInt8]) -> ArraySlice<UInt8>? {
    guard let begin = html.firstRange(of: Array("<style>".utf8)),
      let end = html[begin.upperBound...].firstRange(of: Array("</style>".utf8))
    else { return nil }
    return html[begin.upperBound..<end.lowerBound]
  }
}
