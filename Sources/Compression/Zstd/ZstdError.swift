import CZstd

/// Why zstd could not compress, decompress or train.
public struct ZstdError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Code: String, Sendable, Equatable, CaseIterable {
    case outOfMemory
    /// The bytes are not one whole, well-formed frame.
    case damagedFrame
    /// The frame holds more than the caller allowed.
    case tooLarge
    /// The frame was made with a dictionary that was not given.
    case unknownDictionary
    /// Too few or too uniform samples, or sizes that do not add up.
    case untrainable
    case badDictionary
  }

  public let code: Code
  /// What the library or this module says of it.
  public let reason: String

  public init(code: Code, reason: String) {
    self.code = code
    self.reason = reason
  }

  init(_ code: Code, result: Int) {
    self.init(code: code, reason: String(cString: ZSTD_getErrorName(result)))
  }

  public var description: String { "zstd: \(reason)" }
}
