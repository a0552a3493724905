import GRDB
import TransparencyLog

/// Writes rows of integers, several with one statement: to begin and end a statement is a third of a narrow row's cost.
///
/// What is gathered and not written nobody finds in the table: ``flush()`` comes before whoever looks, or whoever looks
/// remembers what is gathered.
struct IntegerRows: ~Copyable {
  /// So many rows are gathered before they are written.
  private static let together = 32

  private let several: Statement
  private let one: Statement
  private let columns: Int
  private var values: [Int64?] = []
  /// The last column of each gathered row where that is a hash; empty in a table of integers alone.
  private var hashes: [Hash256] = []

  /// - Parameters:
  ///   - insert: inserts one row of parameters, with which it ends.
  ///   - columns: how many of them are integers; a hash may follow.
  init(_ insert: String, columns: Int, endsInHash: Bool = false, on database: Database) throws {
    let one = try Statement(insert, on: database)
    let parameters = endsInHash ? columns + 1 : columns
    let several = try Statement(Self.repeating(insert, parameters: parameters), on: database)
    self.one = one
    self.several = several
    self.columns = columns
    values.reserveCapacity(Self.together * columns)
    if endsInHash { hashes.reserveCapacity(Self.together) }
  }

  /// Whether every row is written.
  var isEmpty: Bool { values.isEmpty }

  mutating func append(_ value: Int64) {
    values.append(value)
  }

  mutating func append(_ value: Int) {
    values.append(Int64(value))
  }

  mutating func append(_ value: Bool) {
    values.append(value ? 1 : 0)
  }

  mutating func append(_ value: Int?) {
    values.append(value.map(Int64.init))
  }

  mutating func append(_ value: Int64?) {
    values.append(value)
  }

  /// The hash that ends a row.
  mutating func append(_ hash: Hash256) {
    hashes.append(hash)
  }

  /// Ends a row whose values have been appended in the order of the parameters.
  mutating func endRow() throws {
    if values.count == Self.together * columns { try flush() }
  }

  /// Ends a row that the table may have already: another statement with the same parameters writes it at once.
  mutating func endRow(over statement: borrowing Statement) throws {
    precondition(hashes.isEmpty, "rows that end in a hash are only inserted")
    let start = values.count - columns
    bindRow(at: start, of: statement, from: 1)
    try statement.run()
    values.removeSubrange(start...)
  }

  /// Writes what is gathered.
  mutating func flush() throws {
    if values.count == Self.together * columns {
      let parameters = Int32(hashes.isEmpty ? columns : columns + 1)
      for row in 0..<Self.together {
        bindRow(at: row * columns, of: several, from: 1 + Int32(row) * parameters)
      }
      try several.run()
    } else {
      for start in stride(from: 0, to: values.count, by: columns) {
        bindRow(at: start, of: one, from: 1)
        try one.run()
      }
    }
    values.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
  }

  /// Binds the gathered row whose values begin at a place to a statement's parameters from one on.
  private func bindRow(at start: Int, of statement: borrowing Statement, from first: Int32) {
    var parameter = first
    for index in start..<start + columns {
      statement.bind(values[index], at: parameter)
      parameter += 1
    }
    if !hashes.isEmpty { statement.bind(hashes[start / columns], at: parameter) }
  }

  /// The statement with as many rows as are gathered, its parameters in their order.
  private static func repeating(_ insert: String, parameters: Int) -> String {
    let row = "(" + Array(repeating: "?", count: parameters).joined(separator: ", ") + ")"
    let start = insert.utf8.lastIndex(of: UInt8(ascii: "(")) ?? insert.endIndex
    return insert[..<start] + Array(repeating: row, count: together).joined(separator: ", ")
  }
}
