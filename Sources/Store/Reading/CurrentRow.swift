import GRDB

/// The row that a query has come to, its columns read by their places, from 0.
///
/// For queries of so many rows that a ``Row`` each would cost more than the query: nothing is copied but what is
/// asked for.
public struct CurrentRow: ~Copyable {
  private let statement: Statement

  init(_ statement: consuming Statement) {
    self.statement = statement
  }

  /// The names of the columns in the order of the query; of several that are equal, each.
  public var names: [String] { statement.columnNames }

  public func int(_ column: Int) -> Int64? { statement.optionalInt(Int32(column)) }
  public func text(_ column: Int) -> String? { statement.optionalText(Int32(column)) }

  func step() throws -> Bool { try statement.step() }
}

extension Snapshot {
  /// Runs a query and stands on its rows one by one.
  public func scan(_ query: String, _ body: (borrowing CurrentRow) throws -> Void) throws(StoreError) {
    do {
      let row = CurrentRow(try Statement(query, on: database))
      while try row.step() { try body(row) }
    } catch {
      throw .from(error, path: path)
    }
  }
}
