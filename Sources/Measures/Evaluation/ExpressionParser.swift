/// Reads an expression, operator by operator in SQLite's order of precedence; nil where it says something that is
/// not among ``Expression``.
struct ExpressionParser {
  private var tokens: ArraySlice<ExpressionToken>

  static func expression(_ tokens: ArraySlice<ExpressionToken>) -> Expression? {
    var parser = ExpressionParser(tokens: tokens)
    let expression = parser.disjunction()
    return parser.tokens.isEmpty ? expression : nil
  }

  private mutating func take(_ token: ExpressionToken) -> Bool {
    guard tokens.first == token else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func take(word: String) -> Bool { take(.word(word)) }
  private mutating func take(symbol: String) -> Bool { take(.symbol(symbol)) }

  private mutating func disjunction() -> Expression? {
    guard var left = conjunction() else { return nil }
    while take(word: "OR") {
      guard let right = conjunction() else { return nil }
      left = .or(left, right)
    }
    return left
  }

  private mutating func conjunction() -> Expression? {
    guard var left = negation() else { return nil }
    while take(word: "AND") {
      guard let right = negation() else { return nil }
      left = .and(left, right)
    }
    return left
  }

  private mutating func negation() -> Expression? {
    take(word: "NOT") ? negation().map(Expression.not) : equality()
  }

  private mutating func equality() -> Expression? {
    guard var left = relation() else { return nil }
    while true {
      if take(symbol: "=") {
        guard let right = relation() else { return nil }
        left = .comparison(.equal, left, right)
      } else if take(symbol: "<>") {
        guard let right = relation() else { return nil }
        left = .not(.comparison(.equal, left, right))
      } else if take(word: "IS") {
        let isNegated = take(word: "NOT")
        guard let right = relation() else { return nil }
        left = isNegated ? .not(.same(left, right)) : .same(left, right)
      } else if take(word: "IN") {
        guard let list = list() else { return nil }
        left = Self.isAny(left, of: list)
      } else if take(word: "NOT") {
        guard take(word: "IN"), let list = list() else { return nil }
        left = .not(Self.isAny(left, of: list))
      } else {
        return left
      }
    }
  }

  private static func isAny(_ value: Expression, of list: [Expression]) -> Expression {
    var isAny = Expression.number(0)
    for (index, element) in list.enumerated() {
      let isElement = Expression.comparison(.equal, value, element)
      isAny = index == 0 ? isElement : .or(isAny, isElement)
    }
    return isAny
  }

  private static func firstKnown(of list: [Expression]) -> Expression {
    var known = Expression.null
    for value in list.reversed() { known = .choice(.not(.same(value, .null)), value, known) }
    return known
  }

  private mutating func relation() -> Expression? {
    guard var left = sum() else { return nil }
    while true {
      let isLess = take(symbol: "<")
      let isLessOrEqual = !isLess && take(symbol: "<=")
      let isGreater = !isLess && !isLessOrEqual && take(symbol: ">")
      guard isLess || isLessOrEqual || isGreater || take(symbol: ">=") else { return left }
      guard let right = sum() else { return nil }
      left =
        isLess || isLessOrEqual
        ? .comparison(isLess ? .less : .lessOrEqual, left, right)
        : .comparison(isGreater ? .less : .lessOrEqual, right, left)
    }
  }

  private mutating func sum() -> Expression? {
    guard var left = product() else { return nil }
    while true {
      let isSum = take(symbol: "+")
      guard isSum || take(symbol: "-") else { return left }
      guard let right = product() else { return nil }
      left = .arithmetic(isSum ? .sum : .difference, left, right)
    }
  }

  private mutating func product() -> Expression? {
    guard var left = operand() else { return nil }
    while take(symbol: "*") {
      guard let right = operand() else { return nil }
      left = .arithmetic(.product, left, right)
    }
    return left
  }

  private mutating func operand() -> Expression? {
    switch tokens.popFirst() {
    case .number(let value): return .number(value)
    case .text(let text): return .text(text)
    case .symbol("("):
      let inner = disjunction()
      return take(symbol: ")") ? inner : nil
    case .word("NULL"): return .null
    case .word("CASE"): return cases()
    case .word("coalesce"):
      return list().map(Self.firstKnown)
    case .word(let name):
      guard !isKeyword(name) else { return nil }
      // No two columns that are read here have one name: of which table one is, says nothing.
      return take(symbol: ".") ? operand() : .column(name)
    case .symbol, nil: return nil
    }
  }

  /// Names are written in small letters, SQL's own words in large ones; a word before a bracket is a function.
  private func isKeyword(_ word: String) -> Bool {
    word != word.lowercased() || tokens.first == .symbol("(")
  }

  private mutating func list() -> [Expression]? {
    guard take(symbol: "(") else { return nil }
    var list: [Expression] = []
    repeat {
      guard let element = disjunction() else { return nil }
      list.append(element)
    } while take(symbol: ",")
    return take(symbol: ")") ? list : nil
  }

  /// What follows the word CASE.
  private mutating func cases() -> Expression? {
    var value: Expression?
    if tokens.first != .word("WHEN") {
      value = disjunction()
      guard value != nil else { return nil }
    }
    var cases: [(condition: Expression, result: Expression)] = []
    while take(word: "WHEN") {
      guard let condition = disjunction(), take(word: "THEN"), let result = disjunction() else { return nil }
      cases.append((value.map { .comparison(.equal, $0, condition) } ?? condition, result))
    }
    var otherwise = Expression.null
    if take(word: "ELSE") {
      guard let last = disjunction() else { return nil }
      otherwise = last
    }
    guard !cases.isEmpty, take(word: "END") else { return nil }
    return cases.reversed().reduce(otherwise) { .choice($1.condition, $1.result, $0) }
  }
}
