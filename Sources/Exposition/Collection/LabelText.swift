/// Label values as they may leave the house.
///
/// Names of controls, runbooks and accounts come from files that anybody may have written. Both formats can
/// carry any text, but readers of Prometheus stop at NUL, and control characters do harm in terminals.
enum LabelText {
  /// More than any honest value has; longer ones are cut.
  static let limit = 256

  /// The value with control characters written as `<U+0007>` and with at most ``limit`` scalars.
  ///
  /// Of two different long values the cut ones differ too: they end in a checksum of the whole.
  static func clean(_ value: String) -> String {
    // Nearly all values are short plain ASCII.
    if value.utf8.count <= limit, value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return value }
    var cleaned = ""
    for scalar in value.unicodeScalars {
      if isControl(scalar) {
        cleaned += "<U+" + hexadecimal(UInt64(scalar.value), digits: 4) + ">"
      } else {
        cleaned.unicodeScalars.append(scalar)
      }
    }
    guard cleaned.unicodeScalars.count > limit else { return cleaned }
    let kept = String(String.UnicodeScalarView(cleaned.unicodeScalars.prefix(limit - 17)))
    return kept + "~" + hexadecimal(checksum(value), digits: 16)
  }

  /// C0 but the newline, which both formats escape, DEL, C1, and marks that turn the direction of text.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func hexadecimal(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// FNV-1a of 64 bits (Fowler, Noll, Vo).
  private static func checksum(_ value: String) -> UInt64 {
    value.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
