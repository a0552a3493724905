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

  /// Keeps a checkpoint that was signed, so that a later check of the store can hold the log against it.
  public func keep(_ checkpoint: SignedNote, size: Int) throws(StoreError) {
    try write { database in
      let insert = try Statement(Queries.Log.keepCheckpoint, on: database)
      insert.bind(size, at: 1)
      insert.bind(checkpoint.noteText, at: 2)
      try insert.run()
    }
  }

  /// The checkpoints that were kept, in the order of their sizes.
  public func checkpoints() throws(StoreError) -> [SignedNote] {
    try write { database in
      let stored = try Statement(Queries.Log.checkpoints, on: database)
      var notes: [SignedNote] = []
      while try stored.step() { notes.append(try SignedNote(parsing: Array(stored.text(0).utf8))) }
      return notes
    }
  }
}
