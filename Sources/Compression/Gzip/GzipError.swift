/// Why a gzip stream could not be read, and where.
public struct GzipError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Code: String, Sendable, Equatable, CaseIterable {
    /// The first bytes are not those of gzip.
    case notGzip
    case damagedHeader, unsupportedMethod, damagedData
    /// The CRC-32 or the length at the end of a member is not that of its data.
    case checksumMismatch
    /// The stream ends inside of a member: cut off, or still being written.
    case truncated
    /// Bytes behind the last member that are neither a member nor zero padding.
    case trailingBytes
    case outOfMemory
  }

  public let code: Code
  /// The member it happened in, from 0.
  public let member: Int
  /// How many compressed bytes had been taken.
  public let offset: Int

  public init(code: Code, member: Int, offset: Int) {
    self.code = code
    self.member = member
    self.offset = offset
  }

  public var description: String {
    "gzip member \(member + 1), compressed byte \(offset): \(sentence)"
  }

  private var sentence: String {
    switch code {
    case .notGzip: "expected the signature 1f 8b"
    case .damagedHeader: "expected a well-formed header"
    case .unsupportedMethod: "expected deflate as the method"
    case .damagedData: "expected well-formed deflate data"
    case .checksumMismatch: "expected data of the CRC-32 and length noted at the end"
    case .truncated: "expected more data: the stream is cut off"
    case .trailingBytes: "expected another member, zero bytes or the end"
    case .outOfMemory: "not enough memory"
    }
  }
}
