import Dispatch
import GRDB
import Queries
import Remediation

/// Folds the pending violations on a connection and a thread of its own: while it reads, the caller writes.
///
/// It sees what was committed before it began, and holds a few batches at a time, however many are pending.
struct PendingFold {
  private static let batch = 256
  private static let ahead = 4

  private let folded = Handoff<Result<[FoldedRows], any Error>>()
  private let slots = DispatchSemaphore(value: ahead)

  /// Begins to fold what is pending in the store at a path.
  init(path: String) {
    let (folded, slots) = (folded, slots)
    // A queue of its own: the global one has a thread for each core, and they may all be waiting.
    DispatchQueue(label: "fold").async {
      do {
        try Self.read(path) { rows in
          slots.wait()
          folded.send(.success(rows))
        }
      } catch {
        folded.send(.failure(error))
      }
      folded.close()
    }
  }

  /// Takes the folded violations in the order of their numbers.
  ///
  /// When `body` throws, what is still under way is waited for and thrown away, so that no thread is left.
  func forEach(_ body: (FoldedRows) throws -> Void) throws {
    var failure: (any Error)?
    while let batch = folded.receive() {
      slots.signal()
      guard failure == nil else { continue }
      do {
        for rows in try batch.get() { try body(rows) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  private static func read(_ path: String, _ take: ([FoldedRows]) -> Void) throws {
    try Store.reader(path, label: "fold").inDatabase { database in
      try database.execute(sql: Queries.Folding.createTouched)
      try database.execute(sql: Queries.Folding.touchPending)
      var loader = try ViolationLoader(database, asOf: Instant(milliseconds: .max))
      var rows: [FoldedRows] = []
      while let loaded = try loader.next() {
        rows.append(FoldedRows(loaded))
        guard rows.count == batch else { continue }
        take(rows)
        rows.removeAll(keepingCapacity: true)
      }
      take(rows)
    }
  }
}
