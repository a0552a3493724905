/// Turns the escapes of a string that the scanner accepted into the bytes they stand for.
enum Unescaping {
  static func text(of raw: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var rest = raw
    while let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) {
      text.append(contentsOf: rest[..<backslash])
      rest = rest[(backslash + 1)...]
      guard let letter = rest.popFirst() else { break }
      switch letter {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"): append(scalar(&rest), to: &text)
      default: text.append(letter)
      }
    }
    text.append(contentsOf: rest)
    return text
  }

  /// The scalar of `XXXX` or of `XXXX\uXXXX`, at the front of `rest`.
  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
    let high = unit(&rest)
    guard high & 0xFC00 == 0xD800, rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
      return Unicode.Scalar(high) ?? "\u{FFFD}"
    }
    rest = rest.dropFirst(2)
    let low = unit(&rest)
    return Unicode.Scalar(0x10000 + (high & 0x3FF) << 10 + low & 0x3FF) ?? "\u{FFFD}"
  }

  private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt32 {
    var unit: UInt32 = 0
    for byte in rest.prefix(4) { unit = unit << 4 | UInt32(hexDigit(byte) ?? 0) }
    rest = rest.dropFirst(4)
    return unit
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
