/// A Swift raw string literal that stands for exactly one text.
struct RawLiteral: CustomStringConvertible {
  enum Lines {
    /// All in one line, with line ends as escapes.
    case one
    /// As many lines as the text has.
    case asText
  }

  var description: String

  /// - Parameter text: Any text. Carriage returns and other control characters are written as
  ///   escapes, because Swift turns CR LF in a literal into LF and warns of the others.
  init(_ text: String, lines: Lines = .asText) {
    let hashes = String(repeating: "#", count: Self.longestDelimiter(in: text) + 1)
    var literal = lines == .one ? "\(hashes)\"" : "\(hashes)\"\"\"\n"
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      // A quote right after the opening one could begin a literal of several lines.
      case "\"" where lines == .one && index == 0: literal += "\\\(hashes)\""
      case "\n" where lines == .one: literal += "\\\(hashes)n"
      case "\n", "\t": literal.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        literal += "\\\(hashes)u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    literal += lines == .one ? "\"\(hashes)" : "\n\"\"\"\(hashes)"
    description = literal
  }

  /// The longest run of `#` that directly follows a quote or a backslash.
  private static func longestDelimiter(in text: String) -> Int {
    var longest = 0
    var run: Int?
    for byte in text.utf8 {
      switch (byte, run) {
      case (UInt8(ascii: "\""), _), (UInt8(ascii: "\\"), _): run = 0
      case (UInt8(ascii: "#"), let count?):
        run = count + 1
        longest = max(longest, count + 1)
      default: run = nil
      }
    }
    return longest
  }
}
