/// Where one value stands in an array of bytes that was read before, and what kind of value it is.
///
/// A slice holds no bytes: give its functions the same array it was read from. With another array they
/// return nonsense or nil, but never read out of bounds.
public struct JSONSlice: Sendable, Equatable {
  /// The seven things a JSON value can be.
  public enum Kind: UInt8, Sendable {
    case string, number, object, array, `true`, `false`, null
  }

  /// The index of the first byte of the value; of the opening quote for a string.
  public let start: Int
  /// The index behind the last byte of the value.
  public let end: Int
  public let kind: Kind
  /// True when a string has escapes, so that its bytes are not its text.
  public let hasEscapes: Bool

  init(start: Int, end: Int, kind: Kind, hasEscapes: Bool) {
    self.start = start
    self.end = end
    self.kind = kind
    self.hasEscapes = hasEscapes
  }

  /// The bytes of the value as they were written, quotes and brackets included.
  @inlinable public var range: Range<Int> { start..<max(start, end) }

  /// The bytes between the quotes of a string; for any other value the same as `range`.
  @inlinable public var content: Range<Int> {
    kind == .string && end - start >= 2 ? (start + 1)..<(end - 1) : range
  }

  public var isNull: Bool { kind == .null }
}
