import GRDB
import Queries

extension Store {
  /// Makes those indexes that a store lacks after its first load was broken off, or before its first fold.
  static func createIndexes(_ database: Database) throws {
    try database.execute(sql: Queries.Ingest.createMemberIndex)
    try database.execute(sql: Queries.Ingest.createEntryIndexes)
    try database.execute(sql: Queries.Ingest.createIndexes)
  }
}
