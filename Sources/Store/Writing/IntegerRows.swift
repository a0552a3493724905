import GRDB

/// Writes rows of integers, several with one statement: to begin and end a statement is a third of a narrow row's cost.
///
/// What is gathered and not written nobody finds in the table: ``flush()`` comes before whoever looks.
struct IntegerRows: ~Copyable {
  private static let together = 32

  private let several: Statement
  private let one: Statement
  private let columns: Int
  private var values: [Int64?] = []
  /// How many rows are gathered before they are written.
  private var capacity: Int

  /// - Parameters:
  ///   - insert: inserts one row of parameters, with which it ends.
  ///   - columns: how many parameters it has.
  ///   - gathers: whether rows may wait for each other.
  init(_ insert: String, columns: Int, gathers: Bool, on database: Database) throws {
    let one = try Statement(insert, on: database)
    let several = try Statement(Self.repeating(insert, columns: columns), on: database)
    self.one = one
    self.several = several
    self.columns = columns
    capacity = gathers ? Self.together : 1
    values.reserveCapacity(Self.together * columns)
  }

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

  /// Ends a row whose values have been appended in the order of the parameters.
  mutating func endRow() throws {
    if values.count >= capacity * columns { try flush() }
  }

  /// Writes what is gathered.
  mutating func flush() throws {
    if values.count == Self.together * columns {
      try Self.run(several, values[...])
    } else {
      for start in stride(from: 0, to: values.count, by: columns) {
        try Self.run(one, values[start..<start + columns])
      }
    }
    values.removeAll(keepingCapacity: true)
  }

  /// Writes what is gathered, and from now on each row at once.
  mutating func stopGathering() throws {
    try flush()
    capacity = 1
  }

  private static func run(_ statement: borrowing Statement, _ values: ArraySlice<Int64?>) throws {
    var parameter: Int32 = 1
    for value in values {
      statement.bind(value, at: parameter)
      parameter += 1
    }
    try statement.run()
  }

  /// The statement with as many rows as are gathered, its parameters in their order.
  private static func repeating(_ insert: String, columns: Int) -> String {
    let row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
    let start = insert.utf8.lastIndex(of: UInt8(ascii: "(")) ?? insert.endIndex
    return insert[..<start] + Array(repeating: row, count: together).joined(separator: ", ")
  }
}
