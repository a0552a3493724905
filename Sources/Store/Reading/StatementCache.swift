import GRDB

/// Statements that were prepared once for a snapshot: who asks the same of thousands of findings would
/// otherwise prepare thousands, which takes longer than to answer.
final class StatementCache {
  private final class Prepared {
    let statement: Statement
    let columns: RowColumns

    init(_ query: String, on database: Database) throws {
      let statement = try Statement(query, on: database)
      columns = RowColumns(statement.columnNames)
      self.statement = statement
    }
  }

  private var prepared: [String: Prepared] = [:]

  /// The rows of a query; the statement is ready for the next parameters afterwards.
  func rows(
    _ query: String, on database: Database, limit: Int = .max, _ bind: (borrowing Statement) -> Void
  ) throws -> [Row] {
    let known = try prepared[query] ?? Prepared(query, on: database)
    prepared[query] = known
    known.statement.clear()
    bind(known.statement)
    defer { known.statement.reset() }
    var rows: [Row] = []
    while rows.count < limit, try known.statement.step() {
      rows.append(Row(columns: known.columns, values: known.statement.values))
    }
    return rows
  }
}
