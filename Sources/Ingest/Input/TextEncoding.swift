/// What the first bytes of a stream say about how its text is written.
enum TextEncoding: Equatable {
  case utf8
  /// UTF-8 behind a byte order mark of three bytes.
  case utf8WithMark
  /// An encoding that is not read, under the name that `iconv` knows it by.
  case foreign(String)

  /// How many bytes decide.
  static let sniffedBytes = 4

  /// Decides by the byte order mark, else by the zero bytes that ASCII has in wider encodings.
  init(_ head: some Collection<UInt8>) {
    let bytes = Array(head.prefix(Self.sniffedBytes))
    let zeros = bytes.map { $0 == 0 }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8WithMark
    } else if bytes == [0xFF, 0xFE, 0, 0] || zeros == [false, true, true, true] {
      self = .foreign("UTF-32LE")
    } else if bytes == [0, 0, 0xFE, 0xFF] || zeros == [true, true, true, false] {
      self = .foreign("UTF-32BE")
    } else if bytes.starts(with: [0xFF, 0xFE]) || zeros == [false, true, false, true] {
      self = .foreign("UTF-16LE")
    } else if bytes.starts(with: [0xFE, 0xFF]) || zeros == [true, false, true, false] {
      self = .foreign("UTF-16BE")
    } else {
      self = .utf8
    }
  }
}
