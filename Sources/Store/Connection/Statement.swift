import GRDB
import GRDBSQLite
import TransparencyLog

/// A prepared statement on a connection, finalised when it goes out of scope.
///
/// Narrow rows go through here and not through GRDB's statements, which cost more than twice as much per
/// row. Parameters are numbered from 1, columns from 0, as SQLite numbers them.
struct Statement: ~Copyable {
  let handle: OpaquePointer
  private let connection: OpaquePointer

  /// Prepares the one statement that `sql` holds.
  init(_ sql: String, on database: Database) throws {
    guard let connection = database.sqliteConnection else {
      throw SQLiteFailure(code: SQLITE_MISUSE, connection: nil)
    }
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else { throw SQLiteFailure(code: code, connection: connection) }
    self.handle = handle
    self.connection = connection
  }

  deinit {
    sqlite3_finalize(handle)
  }

  // MARK: Parameters

  func bind(_ value: Int64, at index: Int32) {
    sqlite3_bind_int64(handle, index, value)
  }

  func bind(_ value: Int, at index: Int32) {
    sqlite3_bind_int64(handle, index, Int64(value))
  }

  func bind(_ value: Bool, at index: Int32) {
    sqlite3_bind_int64(handle, index, value ? 1 : 0)
  }

  func bind(_ value: Int64?, at index: Int32) {
    if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
  }

  func bind(_ value: Int?, at index: Int32) {
    bind(value.map(Int64.init), at: index)
  }

  func bind(_ value: String, at index: Int32) {
    var value = value
    value.withUTF8 { utf8 in
      _ = utf8.withMemoryRebound(to: CChar.self) { text in
        // A null pointer would bind NULL; empty text is not that.
        text.isEmpty
          ? sqlite3_bind_text(handle, index, "", 0, transient)
          : sqlite3_bind_text(handle, index, text.baseAddress, Int32(text.count), transient)
      }
    }
  }

  func bind(_ value: String?, at index: Int32) {
    if let value { bind(value, at: index) } else { sqlite3_bind_null(handle, index) }
  }

  func bind(_ bytes: ArraySlice<UInt8>, at index: Int32) {
    _ = bytes.withUnsafeBytes { buffer in
      // A null pointer would bind NULL; an empty blob is not that.
      if let base = buffer.baseAddress, !buffer.isEmpty {
        sqlite3_bind_blob64(handle, index, base, UInt64(buffer.count), transient)
      } else {
        sqlite3_bind_zeroblob(handle, index, 0)
      }
    }
  }

  func bind(_ bytes: [UInt8], at index: Int32) {
    bind(bytes[...], at: index)
  }

  func bind(_ hash: Hash256, at index: Int32) {
    _ = hash.withBytes { sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), transient) }
  }

  // MARK: Running

  /// Moves to the next row; false when there is none.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw SQLiteFailure(code: code, connection: connection)
    }
  }

  /// Forgets all parameters.
  func clear() {
    sqlite3_clear_bindings(handle)
  }

  /// Makes the statement ready for other parameters.
  func reset() {
    sqlite3_reset(handle)
  }

  /// Runs a statement that returns no rows, and resets it.
  func run() throws {
    _ = try step()
    reset()
  }

  /// The rowid of the last insert on this connection.
  var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(connection) }

  // MARK: Columns

  func int(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func optionalInt(_ column: Int32) -> Int64? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
  }

  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func optionalText(_ column: Int32) -> String? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column)
  }

  /// Lends the bytes of a text, nil for NULL, until the body returns.
  func withText<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer?) -> Result) -> Result {
    // As a blob: asked for as a text it would be copied to put a zero behind it.
    guard let start = sqlite3_column_blob(handle, column) else {
      let isNull = sqlite3_column_type(handle, column) == SQLITE_NULL
      return body(isNull ? nil : UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  func blob(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, column))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}

/// SQLite copies what is bound before the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

// MARK: - Rows of unknown shape

extension Statement {
  /// The number of a named parameter, its colon included; 0 when there is none of that name.
  func parameterIndex(_ name: String) -> Int32 {
    sqlite3_bind_parameter_index(handle, name)
  }

  func bind(_ value: Double, at index: Int32) {
    sqlite3_bind_double(handle, index, value)
  }

  var columnCount: Int { Int(sqlite3_column_count(handle)) }

  var columnNames: [String] {
    (0..<sqlite3_column_count(handle)).map { column in
      sqlite3_column_name(handle, column).map { String(cString: $0) } ?? ""
    }
  }

  /// The values of the current row.
  var values: [SQLValue] {
    (0..<sqlite3_column_count(handle)).map { column in
      switch sqlite3_column_type(handle, column) {
      case SQLITE_INTEGER: .int(int(column))
      case SQLITE_FLOAT: .double(sqlite3_column_double(handle, column))
      case SQLITE_TEXT: .text(text(column))
      case SQLITE_BLOB: .bytes(blob(column))
      default: .null
      }
    }
  }
}
