/// Writes HTML as UTF-8 bytes; every piece of data is escaped for the place where it stands.
///
/// Only literals of the program can be written as markup (`StaticString`), so no data can reach the
/// page unescaped. The templates in `reports/` are compiled to calls of this writer, and the compiler
/// of templates chooses the call: `text`, `url`, `urlComponent` or `number`.
///
/// Escaping works on scalars, not on characters: a `<` followed by a combining mark is one `Character`
/// that is not `<`, and would be let through.
public struct HTMLWriter: Sendable {
  /// The page so far.
  public internal(set) var bytes: [UInt8] = []

  /// - Parameter capacity: How many bytes to make room for at once.
  public init(capacity: Int = 32 << 10) {
    bytes.reserveCapacity(capacity)
  }

  /// Writes markup that stands in the program's own source.
  public mutating func markup(_ literal: StaticString) {
    bytes.append(literal: literal)
  }

  /// Writes data as text between tags or as the value of a quoted attribute.
  ///
  /// Parsed back it is the same text, except that unseen characters are shown as `⟨U+202E⟩`. CR is
  /// kept before LF and shown otherwise.
  public mutating func text(_ value: String) {
    bytes.append(value, watching: htmlEscapes, replace: Self.escape)
  }

  /// Writes data as text; see `text(_: String)`.
  public mutating func text(_ value: Substring) {
    text(String(value))
  }

  /// Writes a whole number in decimal digits, without separators.
  public mutating func text(_ value: Int) {
    bytes.appendDecimal(value)
  }
}

// MARK: - Numbers

extension HTMLWriter {
  /// Writes a whole number into a numeric attribute.
  public mutating func number(_ value: Int) {
    bytes.appendDecimal(value)
  }

  /// Writes a number into a numeric attribute, rounded to a thousandth, without exponent and without
  /// trailing zeros, the same on every machine. A value that is not finite, or that is as large as
  /// 10¹⁵, is written as 0.
  public mutating func number(_ value: Double) {
    guard value.isFinite, abs(value) < 1e15 else { return bytes.append(UInt8(ascii: "0")) }
    let thousandths = Int((value * 1000).rounded(.toNearestOrAwayFromZero))
    if thousandths < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.appendDecimal(abs(thousandths) / 1000)
    var fraction = abs(thousandths) % 1000
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    while fraction > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(fraction / 100))
      fraction = fraction % 100 * 10
    }
  }
}

// MARK: - Escaping

extension [UInt8] {
  mutating func append(literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }

  mutating func appendDecimal(_ value: Int) {
    if (0..<10).contains(value) {
      append(UInt8(ascii: "0") + UInt8(value))
    } else {
      append(contentsOf: String(value).utf8)
    }
  }
}

extension HTMLWriter {
  private static func escape(
    _ scalar: Unicode.Scalar, _ following: UInt8?, into bytes: inout [UInt8]
  ) -> Bool {
    switch scalar {
    case "&": bytes.append(literal: "&amp;")
    case "<": bytes.append(literal: "&lt;")
    case ">": bytes.append(literal: "&gt;")
    case "\"": bytes.append(literal: "&quot;")
    case "'": bytes.append(literal: "&#39;")
    case "\r" where following == 0x0A: bytes.append(literal: "&#13;")
    case _ where UnseenScalars.contains(scalar): UnseenScalars.append(scalar, to: &bytes)
    default: return false
    }
    return true
  }
}

/// The first bytes of all characters that `HTMLWriter` replaces.
private let htmlEscapes = ByteTable { byte in
  "&<>\"'".utf8.contains(byte) || UnseenScalars.canBegin(with: byte)
}
