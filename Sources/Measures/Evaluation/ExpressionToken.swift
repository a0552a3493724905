/// The smallest parts of an SQL expression.
enum ExpressionToken: Hashable {
  case word(String)
  case number(Int64)
  case text(String)
  case symbol(String)

  private static let pairs: Set = ["<=", ">=", "<>", "!=", "==", "||"]

  /// The tokens of a text, and where each stands; comments are none. Nil where something is in no expression that
  /// is read here.
  static func all(in text: [UInt8]) -> [(token: ExpressionToken, range: Range<Int>)]? {
    var tokens: [(ExpressionToken, Range<Int>)] = []
    var place = 0
    while place < text.count {
      let start = place
      let byte = text[place]
      if isSpace(byte) {
        place += 1
      } else if byte == UInt8(ascii: "-"), text.dropFirst(place + 1).first == UInt8(ascii: "-") {
        place = text[place...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      } else if byte == UInt8(ascii: "'") {
        // A quote within is written twice, which no name of ours has.
        guard let end = text[(start + 1)...].firstIndex(of: UInt8(ascii: "'")) else { return nil }
        place = end + 1
        tokens.append((.text(String(decoding: text[start + 1..<end], as: UTF8.self)), start..<place))
      } else if isLetter(byte) || isDigit(byte) {
        place = text[place...].firstIndex { !isLetter($0) && !isDigit($0) } ?? text.count
        let word = String(decoding: text[start..<place], as: UTF8.self)
        guard let token = isLetter(byte) ? .word(word) : Int64(word).map(Self.number) else { return nil }
        tokens.append((token, start..<place))
      } else {
        let pair = String(decoding: text[start..<min(start + 2, text.count)], as: UTF8.self)
        place += pairs.contains(pair) ? 2 : 1
        tokens.append((.symbol(String(decoding: text[start..<place], as: UTF8.self)), start..<place))
      }
    }
    return tokens
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
