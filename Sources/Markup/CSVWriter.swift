/// Writes CSV as RFC 4180 says: UTF-8, commas, CR LF at the end of each row, quotes where needed.
///
/// Spreadsheets run a text that begins with `=`, `+`, `-`, `@`, TAB or CR as a formula, even a quoted
/// one. Such a text gets an apostrophe in front; numbers are written as numbers. Controls and other
/// unseen characters are shown as `⟨U+001B⟩`; line ends and TAB stay.
public struct CSVWriter: Sendable {
  /// The value of one cell.
  public enum Field: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    case number(Int)
    case empty

    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .number(value) }
  }

  /// The rows so far.
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func row(_ fields: [Field]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch field {
      // A row with one empty cell would be an empty line, which readers skip.
      case .empty, .text(""): if fields.count == 1 { bytes.append(contentsOf: "\"\"".utf8) }
      case .number(let value): bytes.appendDecimal(value)
      case .text(let value): append(value)
      }
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private mutating func append(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      let isPlain = Self.isPlain(utf8)
      if isPlain { bytes.append(contentsOf: utf8) }
      return isPlain
    }
    if !isPlain { appendGuarded(text) }
  }

  /// Whether nothing of the text is quoted, guarded or shown otherwise: as most texts are.
  private static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = utf8.first, let last = utf8.last, !" =+-@".utf8.contains(first), last != 0x20 else {
      return utf8.isEmpty
    }
    return utf8.allSatisfy { byte in
      (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";")
        && byte != UInt8(ascii: "\"")
    }
  }

  private mutating func appendGuarded(_ text: String) {
    let scalars = text.unicodeScalars
    let isFormula = scalars.first.map(Self.formulaStarts.contains) ?? false
    // Some spreadsheets split at semicolons or tabs too; some trim outer spaces.
    let isQuoted =
      scalars.first == " " || scalars.last == " "
      || scalars.contains { ",;\"\r\n\t".unicodeScalars.contains($0) }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for scalar in scalars {
      if scalar == "\"" {
        bytes.append(contentsOf: "\"\"".utf8)
      } else if scalar != "\r", UnseenScalars.contains(scalar) {
        UnseenScalars.append(scalar, to: &bytes)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  /// The full-width forms are formulas to spreadsheets in some languages.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]
}
