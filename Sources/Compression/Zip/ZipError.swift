/// Why a zip archive could not be written, or was not accepted.
public struct ZipError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Code: String, Sendable, Equatable, CaseIterable {
    /// No end record, or a record cut off or out of place.
    case notZip, truncated
    /// Bytes before, between or behind the archive's own, or two entries that share bytes.
    case junk, overlap
    /// A name that is empty, absolute, climbs out with `..`, has a drive, a backslash or a byte outside of
    /// printable ASCII; or one that came before, letter case aside.
    case badName, duplicateName
    case symbolicLink, encrypted, unsupported
    /// An entry's own header says another thing than the central directory.
    case contradiction
    case wrongSize, wrongChecksum, damagedData
    /// More entries or bytes than the limits allow.
    case tooLarge
    case outOfMemory
  }

  public let code: Code
  /// The entry concerned, if it is one.
  public let entry: String?
  /// A sentence without a full stop.
  public let expected: String

  public init(_ code: Code, entry: String? = nil, _ expected: String) {
    self.code = code
    self.entry = entry
    self.expected = expected
  }

  public var description: String {
    entry.map { "zip entry \($0.debugDescription): \(expected)" } ?? "zip: \(expected)"
  }
}
