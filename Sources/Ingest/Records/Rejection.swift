/// Why one record was refused, before its place is known.
struct Rejection: Error, Equatable {
  let reason: RejectReason
  /// The JSON Pointer of the value inside the record; empty for the record itself.
  var path = ""
  /// What was found and what was expected.
  let explanation: String
  var hint: String?
}

/// Renders a value of untrusted input so that it may stand in a message.
enum SafeText {
  /// At most this many characters are shown.
  static let length = 48

  /// The value in quotes, cut short, with control characters as `·`; anything like an AWS access key id is
  /// masked.
  static func shown(_ text: String) -> String {
    var shown = ""
    var count = 0
    for character in text.unicodeScalars {
      guard count < length else {
        shown += "…"
        break
      }
      let isPlain = character.value >= 0x20 && character.value != 0x7F && !isDirectional(character)
      shown.unicodeScalars.append(isPlain ? character : "·")
      count += 1
    }
    return "“" + masked(shown) + "”"
  }

  /// Scalars that change the direction of text could make a message read as another.
  private static func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
    (0x200E...0x200F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value) || (0x80...0x9F).contains(scalar.value)
  }

  private static func masked(_ text: String) -> String {
    for prefix in ["AKIA", "ASIA"] {
      guard let start = text.firstRange(of: prefix) else { continue }
      let tail = text[start.upperBound...].prefix { $0.isASCII && ($0.isUppercase || $0.isNumber) }
      if tail.count >= 8 { return text.replacing(prefix + tail, with: prefix + "…") }
    }
    return text
  }
}
