import GRDB
import GRDBSQLite

/// Reads the rows of a query some at a time, column by column, each value a ``Word``.
///
/// For queries of so many rows that a call for each value would cost more than the query.
public struct BlockReader: ~Copyable {
  private let statement: Statement
  /// The word that each column had last: often the next one's too.
  private var last: [Int64]
  private var isAtEnd = false
  public private(set) var texts: TextNumbers

  init(_ statement: consuming Statement, _ texts: TextNumbers) {
    last = [Int64](repeating: Word.null, count: statement.columnCount)
    self.statement = statement
    self.texts = texts
  }

  /// Reads the rows again from the first on, as they are now.
  public mutating func restart() {
    statement.reset()
    isAtEnd = false
  }

  /// Reads the next rows.
  ///
  /// - Parameters:
  ///   - words: takes the first column's values from `places[0]` on, those of the second from `places[1]` on.
  ///   - count: how many rows at most.
  /// - Returns: how many rows were read; none at the end.
  public mutating func read(
    _ count: Int, into words: inout [Int64], at places: [Int]
  ) throws -> Int {
    precondition(places.count <= last.count && places.allSatisfy { $0 + count <= words.count })
    var row = 0
    while row < count, !isAtEnd {
      guard try statement.step() else {
        isAtEnd = true
        break
      }
      for (column, place) in places.enumerated() { words[place + row] = word(column) }
      row += 1
    }
    return row
  }

  private mutating func word(_ column: Int) -> Int64 {
    let handle = statement.handle
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER, SQLITE_FLOAT: return Word.number(sqlite3_column_int64(handle, Int32(column)))
    case SQLITE_NULL: return Word.null
    default:
      return statement.withText(Int32(column)) { text in
        let text = text ?? UnsafeRawBufferPointer(start: nil, count: 0)
        if texts.isText(last[column], text) { return last[column] }
        last[column] = texts.word(text)
        return last[column]
      }
    }
  }
}

extension Snapshot {
  /// Runs a query and lends a reader of its rows.
  ///
  /// - Parameter texts: whose words the reader uses for the texts that it finds, and for those that are new.
  public func blocks<Result>(
    _ query: String, _ texts: TextNumbers, _ body: (inout BlockReader) throws -> Result
  ) throws(StoreError) -> Result {
    do {
      var reader = BlockReader(try Statement(query, on: database), texts)
      return try body(&reader)
    } catch {
      throw .from(error, path: path)
    }
  }
}
