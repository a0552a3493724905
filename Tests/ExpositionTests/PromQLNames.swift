/// The names of the metrics in a PromQL expression.
struct PromQLNames {
  private(set) var names: Set<String> = []

  private static let words: Set = [
    "and", "or", "unless", "bool", "offset", "inf", "nan", "by", "without", "on", "ignoring", "group_left",
    "group_right",
  ]
  /// Words before a list of labels in brackets.
  private static let labelLists: Set = ["by", "without", "on", "ignoring", "group_left", "group_right"]

  init(_ expression: String) {
    var rest = expression[...]
    while let character = rest.first {
      switch character {
      case "{": Self.skip(&rest, to: "}")
      case "[": Self.skip(&rest, to: "]")
      case "\"", "'": Self.skipText(&rest)
      case let letter where letter.isLetter || letter == "_" || letter == ":": word(&rest)
      // The unit of a duration belongs to its number.
      case let digit where digit.isNumber: rest = rest.drop { $0.isLetter || $0.isNumber || $0 == "." }
      default: rest = rest.dropFirst()
      }
    }
  }

  private mutating func word(_ rest: inout Substring) {
    let word = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" })
    rest = rest.dropFirst(word.count)
    let next = rest.drop { $0.isWhitespace }
    if Self.labelLists.contains(word) {
      if next.first == "(" { Self.skip(&rest, to: ")") }
    } else if !Self.words.contains(word.lowercased()), !next.hasPrefix("("), !Self.isAggregation(word) {
      names.insert(word)
    }
  }

  /// `sum by (…) (…)`: the bracket comes later.
  private static func isAggregation(_ word: String) -> Bool {
    ["sum", "min", "max", "avg", "count", "topk", "bottomk", "quantile", "group", "stddev"].contains(word)
  }

  private static func skip(_ rest: inout Substring, to end: Character) {
    while let character = rest.first, character != end {
      if character == "\"" { skipText(&rest) } else { rest = rest.dropFirst() }
    }
    rest = rest.dropFirst()
  }

  private static func skipText(_ rest: inout Substring) {
    let quote = rest.removeFirst()
    while let character = rest.popFirst(), character != quote {
      if character == "\\" { rest = rest.dropFirst() }
    }
  }
}
