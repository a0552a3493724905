/// Columns as a query names them: `expression AS name`, with commas between.
struct ColumnList: Sendable {
  struct Column: Hashable, Sendable {
    /// Nil where it has none.
    var name: String?
    /// Its text, without the tables that its columns are of.
    var sql: String
    /// An expression that only SQLite understands is a column that SQLite works out.
    var expression: Expression
    /// Whether it is more than a column read as it is, and understood.
    var isWorkedOut: Bool
  }

  private typealias Place = (token: ExpressionToken, range: Range<Int>)

  private(set) var columns: [Column] = []

  init(_ text: String) {
    let bytes = Array(text.utf8)
    add(ExpressionToken.all(in: bytes) ?? [], in: bytes)
  }

  /// The columns of a view: those of its outermost SELECT.
  init(view text: String) {
    let bytes = Array(text.utf8)
    let tokens = ExpressionToken.all(in: bytes) ?? []
    guard let start = tokens.firstIndex(where: { $0.token == .word("SELECT") }) else { return }
    var depth = 0
    let end = tokens[start...].firstIndex { place in
      if place.token == .symbol("(") { depth += 1 }
      if place.token == .symbol(")") { depth -= 1 }
      return depth == 0 && place.token == .word("FROM")
    }
    add(tokens[(start + 1)..<(end ?? tokens.endIndex)], in: bytes)
  }

  /// The columns that a view adds to those that it reads, by their names.
  var workedOut: [String: Expression] {
    var expressions: [String: Expression] = [:]
    for column in columns where column.isWorkedOut {
      if let name = column.name { expressions[name] = column.expression }
    }
    return expressions
  }

  /// The same as the columns of another query over the same rows.
  var workedOutText: String {
    columns.filter(\.isWorkedOut).map { "\($0.sql) AS \($0.name ?? "")" }.joined(separator: ",\n")
  }

  private mutating func add(_ tokens: some RandomAccessCollection<Place>, in bytes: [UInt8]) {
    var depth = 0
    var current: [Place] = []
    for place in tokens {
      if place.token == .symbol("(") { depth += 1 }
      if place.token == .symbol(")") { depth -= 1 }
      if depth == 0, place.token == .symbol(",") {
        columns.append(Self.column(current, in: bytes))
        current = []
      } else {
        current.append(place)
      }
    }
    if !current.isEmpty { columns.append(Self.column(current, in: bytes)) }
  }

  private static func column(_ places: [Place], in bytes: [UInt8]) -> Column {
    var places = places
    var name: String?
    if case .word(let last)? = places.last?.token, places.dropLast().last?.token == .word("AS") {
      name = last
      places.removeLast(2)
    }
    guard let first = places.first, let last = places.last else {
      return Column(name: name, sql: "", expression: .null, isWorkedOut: false)
    }
    let expression = ExpressionParser.expression(places.map(\.token)[...])
    let text = String(decoding: bytes[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
    // A column that is read as it is has its own name.
    if name == nil, case .column(let own)? = expression { name = own }
    return Column(
      name: name, sql: sql(places, in: bytes), expression: expression ?? .column(text),
      isWorkedOut: expression.map { $0 != .column(name ?? "") } ?? false)
  }

  /// The tokens with spaces between, without the words before a full stop and the stop.
  private static func sql(_ places: [Place], in bytes: [UInt8]) -> String {
    var words: [String] = []
    for place in places {
      if place.token == .symbol(".") {
        words.removeLast()
      } else {
        words.append(String(decoding: bytes[place.range], as: UTF8.self))
      }
    }
    return words.joined(separator: " ")
  }
}
