import Dispatch
import GRDB
import Queries
import Remediation
import Synchronization

/// Folds violations on connections and threads of their own: while they read, the caller writes.
///
/// They see what was committed before they began, share the violations by turns of their numbers, and hold some
/// turns at a time, however many there are. The caller holds the write lock, so that nothing changes meanwhile.
struct PendingFold {
  enum Scope {
    /// Those that wait for a fold, each found by the indexes.
    case pending
    /// All there are, sorted out of the tables as they stand.
    case everything
  }

  private static let readers = 2

  private let parts: [PendingPart]

  /// Begins to fold in the store at a path.
  init(_ scope: Scope, path: String) {
    switch scope {
    case .pending:
      parts = (0..<Self.readers).map { index in
        PendingPart(index, path: path) { database, take in
          try database.execute(sql: Queries.Folding.createTouched)
          let touch = try Statement(Queries.Folding.touchPending, on: database)
          touch.bind(FoldTurn.width, at: 1)
          touch.bind(Self.readers, at: 2)
          touch.bind(index, at: 3)
          try touch.run()
          var loader = try ViolationLoader(touched: database, asOf: Instant(milliseconds: .max))
          try loader.fold(take)
        }
      }
    case .everything:
      let shared = SharedOrder()
      parts = (0..<Self.readers).map { index in
        PendingPart(index, path: path) { database, take in
          let order = try shared.read(database)
          var loader = try ViolationLoader(database, every: Self.readers, from: index, of: order)
          try loader.fold(take)
        }
      }
    }
  }

  /// Takes the folded violations in the order of their numbers.
  ///
  /// When `prepare` or `body` throws, what is still under way is waited for and thrown away, so that no thread is
  /// left.
  ///
  /// - Parameter prepare: what is to be done before the first is taken, while the readers begin.
  func forEach(after prepare: () throws -> Void = {}, _ body: (FoldedRows) throws -> Void) throws {
    defer { for part in parts { part.drain() } }
    try prepare()
    var upcoming = try parts.map { try $0.next()?.next }
    while let index = Self.earliest(upcoming) {
      let turn = try parts[index].next()
      for rows in turn?.rows ?? [] { try body(rows) }
      upcoming[index] = turn?.next
    }
  }

  /// Which of the readers has the turn with the smallest number; nil when none has one.
  private static func earliest(_ turns: [Int64?]) -> Int? {
    var earliest: (index: Int, number: Int64)?
    for (index, number) in turns.enumerated() {
      guard let number, earliest.map({ number < $0.number }) ?? true else { continue }
      earliest = (index, number)
    }
    return earliest?.index
  }
}

/// One of the readers, and what it has folded and nobody has taken.
private struct PendingPart {
  /// Enough for the time in which the writer makes a first load's indexes, and takes what the other reader folded.
  private static let ahead = 48

  private let folded = Handoff<Result<FoldTurn, any Error>>(capacity: ahead)

  /// - Parameter fold: hands out the turns that fall to this reader, ascending.
  init(
    _ index: Int, path: String, fold: @escaping @Sendable (Database, (FoldTurn) -> Void) throws -> Void
  ) {
    let folded = folded
    // A queue of its own: the global one has a thread for each core, and they may all be waiting.
    DispatchQueue(label: "fold.\(index)").async {
      do {
        try Store.reader(path, label: "fold").inDatabase { database in
          try database.execute(sql: Queries.Connection.readerCache)
          try database.inTransaction(.deferred) {
            try fold(database) { folded.send(.success($0)) }
            return .commit
          }
        }
      } catch {
        folded.send(.failure(error))
      }
      folded.close()
    }
  }

  /// The next turn; nil behind the last.
  func next() throws -> FoldTurn? {
    try folded.receive()?.get()
  }

  /// Throws away what still comes.
  func drain() {
    while folded.receive() != nil {}
  }
}

/// The order of the findings, which the reader that comes first works out for all.
private final class SharedOrder: Sendable {
  private let order = Mutex<FindingOrder?>(nil)

  func read(_ database: Database) throws -> FindingOrder {
    try order.withLock { order in
      if let order { return order }
      let read = try FindingOrder(database)
      order = read
      return read
    }
  }
}
