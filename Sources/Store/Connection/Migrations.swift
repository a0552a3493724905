import GRDB
import Queries

/// Brings a store from any earlier version to today's, one numbered step at a time.
enum Migrations {
  /// Marks a file as ours: "CLSO" in ASCII, SQLite's `application_id`.
  static let applicationID: Int32 = 0x434C_534F

  /// The steps in order; a step that was released is never edited.
  static var steps: [EmbeddedText] { Queries.Migrations.all }

  static func migrate(_ queue: DatabaseQueue, path: String) throws {
    try queue.writeWithoutTransaction { database in
      let owner = try Int32.fetchOne(database, sql: Queries.Connection.applicationId) ?? 0
      let isEmpty = try Int.fetchOne(database, sql: Queries.Connection.tableCount) == 0
      guard owner == applicationID || (owner == 0 && isEmpty) else {
        throw StoreError(
          .foreign, path: path, reason: "the file is some other program's database",
          hint: "give the path of a Closeout store, or of a file that does not exist yet")
      }
      let version = try Int.fetchOne(database, sql: Queries.Connection.version) ?? 0
      guard version <= steps.count else {
        throw StoreError(
          .tooNew, path: path, reason: "it has schema \(version), this program knows \(steps.count)",
          hint: "use the newer closeout that wrote it")
      }
      guard version < steps.count else { return }
      try database.inTransaction(.immediate) {
        // Another process may have migrated while this one waited for the lock.
        let version = try Int.fetchOne(database, sql: Queries.Connection.version) ?? 0
        for (number, step) in steps.enumerated().dropFirst(version) {
          try database.execute(sql: step.text)
          // A pragma takes no bound value; both are our own integers.
          try database.execute(sql: "PRAGMA user_version = \(number + 1)")
          try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        try Store.createIndexes(database)
        try database.execute(sql: Queries.Folding.createIndexes)
        return .commit
      }
    }
  }
}
