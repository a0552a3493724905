import GRDB
import GRDBSQLite

/// A result code of SQLite with its message; bound values are never part of it.
struct SQLiteFailure: Error {
  var code: Int32
  var message: String

  init(code: Int32, connection: OpaquePointer?) {
    self.code = code
    message = connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? "SQLite error \(code)"
  }
}

extension StoreError {
  /// The store's own word for an error that came out of SQLite, GRDB or the store itself.
  static func from(_ error: any Error, path: String) -> StoreError {
    switch error {
    case let error as StoreError:
      return error
    case let error as SQLiteFailure:
      return StoreError(sqlite: error.code, message: error.message, path: path)
    case let error as DatabaseError:
      return StoreError(
        sqlite: error.extendedResultCode.rawValue, message: error.message ?? "SQLite error", path: path)
    default:
      return StoreError(.inputOutput, path: path, reason: String(describing: error))
    }
  }

  private init(sqlite code: Int32, message: String, path: String) {
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED:
      self.init(
        .busy, path: path, reason: "another process is writing to it",
        hint: "wait until it has finished, or point --store at another file")
    case SQLITE_NOTADB:
      self.init(
        .foreign, path: path, reason: "the file is not a Closeout store",
        hint: "give the path of a store, or of a file that does not exist yet")
    case SQLITE_CORRUPT:
      self.init(
        .corrupt, path: path, reason: message,
        hint: "ingest the sources again into a new store; keep this file for inspection")
    case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_FULL, SQLITE_READONLY, SQLITE_PERM:
      self.init(
        .inputOutput, path: path, reason: message,
        hint: "check that the folder exists, is writable and has free space")
    default:
      self.init(.statement, path: path, reason: message)
    }
  }
}
