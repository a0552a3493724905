import Dispatch
import GRDB
import Queries

/// Carries the write-ahead log of a first load into the store's file while the load goes on.
///
/// SQLite does it in the commit, where everybody waits for the disk. Beside the writer the log can not start anew, for
/// some of it is always still to be carried: it grows by some transactions, then one waits.
struct BackgroundCheckpoint {
  /// So many transactions are in the log at most, each of some 100 MB.
  private static let transactions = 3

  private let queue = DispatchQueue(label: "checkpoint")
  private let path: String
  private var uncarried = 0

  init(path: String) {
    self.path = path
  }

  /// Takes notice of a commit; called outside of a transaction.
  mutating func committed() {
    let path = path
    uncarried += 1
    queue.async {
      // What can not be carried now stays in the log: nothing is lost, and the next checkpoint carries it.
      try? Store.writer(path, label: "checkpoint").inDatabase { database in
        try database.execute(sql: Queries.Connection.checkpoint)
      }
    }
    guard uncarried == Self.transactions else { return }
    finish()
  }

  /// Waits until what was committed is in the file.
  mutating func finish() {
    queue.sync {}
    uncarried = 0
  }
}
