/// What was wrong with a JSON text, where, and what was expected there.
///
/// The grammar is RFC 8259, without any of the liberties it allows to parsers.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The closed set of faults.
  public enum Code: String, Sendable, Equatable, CaseIterable {
    case unexpectedEnd, unexpectedByte, trailingBytes
    case invalidUTF8, badEscape, controlCharacter
    case badNumber, tooDeep, duplicateMember
  }

  public let code: Code
  /// The index, in the array that was read, of the first byte that could not be accepted.
  public let offset: Int
  /// The value that was being read when the fault was met (RFC 6901).
  public let pointer: JSONPointer
  /// A sentence without a full stop: "expected a comma or the end of the array".
  public let expected: String

  public init(code: Code, offset: Int, pointer: JSONPointer, expected: String) {
    self.code = code
    self.offset = offset
    self.pointer = pointer
    self.expected = expected
  }

  public var description: String {
    let place = pointer.tokens.isEmpty ? "the top level" : pointer.description
    return "byte \(offset), at \(place): \(expected)"
  }
}
