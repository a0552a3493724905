import GRDB
import Queries
public import TransparencyLog

extension Store {
  /// Appends an entry that is neither record nor head: a key, a policy, the digest of a population.
  ///
  /// - Returns: its position in the log.
  @discardableResult
  public func append(_ entry: LogEntry) throws(StoreError) -> Int64 {
    try write { database in
      var position: Int64 = 0
      try database.inTransaction(.immediate) {
        var log = try LogAppender(database)
        position = log.append(entry.leafHash)
        let insert = try Statement(Queries.Ingest.insertLogNote, on: database)
        insert.bind(position, at: 1)
        insert.bind(entry.type.rawValue, at: 2)
        insert.bind(entry.body, at: 3)
        try insert.run()
        try log.write(database)
        return .commit
      }
      return position
    }
  }
}
