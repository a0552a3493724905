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
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes data as text between tags or as the value of a quoted attribute.
  ///
  /// Parsed back it is the same text, except that unseen characters are shown as `⟨U+202E⟩`. CR is
  /// kept before LF and shown otherwise.
  public mutating func text(_ value: String) {
    value.withBytes { bytes.appendEscaped($0) }
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
  mutating func appendDecimal(_ value: Int) {
    if (0..<10).contains(value) {
      append(UInt8(ascii: "0") + UInt8(value))
    } else {
      append(contentsOf: String(value).utf8)
    }
  }

  /// Appends runs of plain bytes at once and looks closer at a byte that may need escaping.
  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard htmlEscapes[Int(byte)] else {
        index += 1
        continue
      }
      let (scalar, length) = text.scalar(at: index)
      let next = index + length
      if let entity = Self.entity(for: byte) {
        append(contentsOf: text[runStart..<index])
        entity.withUTF8Buffer { append(contentsOf: $0) }
        runStart = next
      } else if byte == 0x0D, next < text.count, text[next] == 0x0A {
        append(contentsOf: text[runStart..<index])
        append(contentsOf: Array("&#13;".utf8))
        runStart = next
      } else if UnseenScalars.contains(scalar) {
        append(contentsOf: text[runStart..<index])
        UnseenScalars.append(scalar, to: &self)
        runStart = next
      }
      index = next
    }
    append(contentsOf: text[runStart..<text.count])
  }

  private static func entity(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}

/// For each byte, whether a character that begins with it may need escaping.
private let htmlEscapes: [Bool] = (0...255).map { (byte: UInt8) in
  "&<>\"'".utf8.contains(byte) || UnseenScalars.canBegin(with: byte)
    || byte < 0x80 && UnseenScalars.contains(Unicode.Scalar(byte))
}
