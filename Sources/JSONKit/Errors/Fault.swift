/// The scanner's own error: no allocation and no text, so that throwing it costs nothing on the way.
struct Fault: Error {
  /// What the grammar asked for at the place of the fault.
  enum Expectation: UInt8 {
    case value, nothing, memberName, memberNameOrEnd, colon, commaOrEndOfObject, commaOrEndOfArray
    case literal, digit, number, closingQuote, escape, hexDigits, lowSurrogate, utf8, printable
    case shallower, uniqueName, finite
  }

  let code: JSONError.Code
  let expectation: Expectation
  /// The address of the place. Not the cursor itself: errors are Sendable, and pointers are not.
  private let address: UInt

  init(_ code: JSONError.Code, _ expectation: Expectation, at place: Cursor) {
    self.code = code
    self.expectation = expectation
    address = UInt(bitPattern: place)
  }

  func offset(from base: Cursor) -> Int { Int(address - UInt(bitPattern: base)) }
}

extension Fault.Expectation {
  /// The sentence shown to people.
  var sentence: String {
    switch self {
    case .value: "expected a value"
    case .nothing: "expected nothing after the value"
    case .memberName: "expected a member name in quotes"
    case .memberNameOrEnd: "expected a member name in quotes or the end of the object"
    case .colon: "expected a colon after the member name"
    case .commaOrEndOfObject: "expected a comma or the end of the object"
    case .commaOrEndOfArray: "expected a comma or the end of the array"
    case .literal: "expected true, false or null"
    case .digit: "expected a digit"
    case .number: "expected a number without leading zeros"
    case .closingQuote: "expected the closing quote of the string"
    case .escape: "expected one of \" \\ / b f n r t u after the backslash"
    case .hexDigits: "expected four hexadecimal digits after \\u"
    case .lowSurrogate: "expected a pair of surrogates, a high one and then a low one"
    case .utf8: "expected valid UTF-8"
    case .printable: "expected no raw control character in a string"
    case .shallower: "expected fewer nested arrays and objects"
    case .uniqueName: "expected each member name once in an object"
    case .finite: "expected a number that a 64-bit float can hold"
    }
  }
}
