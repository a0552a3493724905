/// One entry of the log: a line that names its type, and then its bytes.
public struct LogEntry: Sendable, Hashable {
  public let type: EntryType
  /// Everything after the first line, never re-serialised.
  public let body: [UInt8]

  public init(_ type: EntryType, body: [UInt8]) {
    self.type = type
    self.body = body
  }

  /// Reads entry bytes.
  ///
  /// - Throws: `malformed` when the first line is no known type.
  public init(parsing bytes: some Collection<UInt8>) throws(LogError) {
    let name = bytes.prefix(32).prefix { $0 != 0x0A }
    guard let type = EntryType(rawValue: String(decoding: name, as: UTF8.self)),
      bytes.starts(with: type.line)
    else {
      throw LogError(.malformed, in: "log entry", line: 1, "the first line names no known type of entry")
    }
    self.init(type, body: Array(bytes.dropFirst(type.line.count)))
  }

  /// The bytes that the leaf commits to.
  public var bytes: [UInt8] { type.line + body }

  public var leafHash: LeafHash { LeafHash(type, body: body) }
}
