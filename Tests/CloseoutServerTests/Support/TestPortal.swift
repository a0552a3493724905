import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Store
import Synchronization

@testable import CloseoutServer

/// The server without a socket: requests go straight to the router.
struct TestPortal: Sendable {
  let responder: RouterResponder<ServerContext>
  let logger: Logger

  init(_ store: Store, configure: (inout ServerConfiguration) throws -> Void = { _ in }) throws {
    var configuration = try SampleStore.configuration()
    try configure(&configuration)
    logger = configuration.logger
    responder = try ServerParts(configuration, store: store, clock: { SampleStore.now }).router()
      .buildResponder()
  }

  func get(
    _ path: String, _ headers: HTTPFields = [:], method: HTTPRequest.Method = .get,
    host: String = "localhost:9750"
  ) async throws -> Answer {
    let head = HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: headers)
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    let response = try await responder.respond(to: request, context: ServerContext(logger: logger))
    let body = BodyCollector()
    try await response.body.write(body)
    return Answer(status: response.status.code, headers: response.headers, bytes: body.bytes)
  }

  /// A page as a browser asks for it.
  func page(_ path: String) async throws -> Answer {
    try await get(path, [.accept: "text/html,application/xhtml+xml,*/*;q=0.8"])
  }
}

struct Answer: Sendable {
  var status: Int
  var headers: HTTPFields
  var bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The addresses of the findings that the page links to, in its order.
  var findings: [String] {
    text.matches(of: /href="\/findings\/([0-9a-f]{64})"/).map { String($0.1) }
  }

  /// The address of the next page.
  var next: String? {
    text.firstMatch(of: /<a href="([^"]*)" class="next">/).map { String($0.1).replacing("&amp;", with: "&") }
  }
}

private final class BodyCollector: ResponseBodyWriter {
  private let collected = Mutex<[UInt8]>([])

  var bytes: [UInt8] { collected.withLock { $0 } }

  func write(_ buffer: ByteBuffer) async throws {
    collected.withLock { $0.append(contentsOf: buffer.readableBytesView) }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// Keeps the lines that are logged.
struct LogKeeper: LogHandler {
  final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
  }

  let lines: Lines
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .debug

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    lines.add("\(event.level): \(event.message)")
  }
}
