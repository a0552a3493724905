import Dispatch
import GRDB
import Queries
import Remediation

/// Folds the pending violations on connections and threads of their own: while they read, the caller writes.
///
/// They see what was committed before they began, take turns by the violations' numbers, and hold some turns at
/// a time, however many are pending.
struct PendingFold {
  private static let readers = 2

  private let parts: [PendingPart]

  /// Begins to fold what is pending in the store at a path.
  init(path: String) {
    parts = (0..<Self.readers).map { PendingPart($0, of: Self.readers, path: path) }
  }

  /// Takes the folded violations in the order of their numbers.
  ///
  /// When `prepare` or `body` throws, what is still under way is waited for and thrown away, so that no thread is
  /// left.
  ///
  /// - Parameter prepare: what is to be done before the first is taken, while the readers begin.
  func forEach(after prepare: () throws -> Void, _ body: (FoldedRows) throws -> Void) throws {
    defer { for part in parts { part.drain() } }
    try prepare()
    var turns = try parts.map { try $0.next() }
    while let index = Self.earliest(turns) {
      for rows in turns[index]?.rows ?? [] { try body(rows) }
      turns[index] = try parts[index].next()
    }
  }

  private static func earliest(_ turns: [FoldedTurn?]) -> Int? {
    var earliest: (index: Int, number: Int64)?
    for (index, turn) in turns.enumerated() {
      guard let turn, earliest.map({ turn.number < $0.number }) ?? true else { continue }
      earliest = (index, turn.number)
    }
    return earliest?.index
  }
}

/// The folded violations of one turn.
private struct FoldedTurn: Sendable {
  /// So many numbers of violations are one turn.
  static let width: Int64 = 256

  let number: Int64
  var rows: [FoldedRows] = []

  static func number(of violation: Int64) -> Int64 { violation / width }
}

/// One of the readers of the pending violations, and what it has folded and nobody has taken.
private struct PendingPart {
  /// Enough for the time in which the writer makes a first load's indexes.
  private static let ahead = 32

  private let folded = Handoff<Result<FoldedTurn, any Error>>(capacity: ahead)

  init(_ index: Int, of readers: Int, path: String) {
    let folded = folded
    // A queue of its own: the global one has a thread for each core, and they may all be waiting.
    DispatchQueue(label: "fold.\(index)").async {
      do {
        try Self.read(path, index, of: readers) { folded.send(.success($0)) }
      } catch {
        folded.send(.failure(error))
      }
      folded.close()
    }
  }

  /// The next turn; nil behind the last.
  func next() throws -> FoldedTurn? {
    try folded.receive()?.get()
  }

  /// Throws away what still comes.
  func drain() {
    while folded.receive() != nil {}
  }

  private static func read(
    _ path: String, _ index: Int, of readers: Int, _ take: (FoldedTurn) -> Void
  ) throws {
    try Store.reader(path, label: "fold").inDatabase { database in
      try database.execute(sql: Queries.Connection.smallCache)
      try database.execute(sql: Queries.Folding.createTouched)
      let touch = try Statement(Queries.Folding.touchPending, on: database)
      touch.bind(FoldedTurn.width, at: 1)
      touch.bind(readers, at: 2)
      touch.bind(index, at: 3)
      try touch.run()
      var loader = try ViolationLoader(database, asOf: Instant(milliseconds: .max))
      var turn = FoldedTurn(number: 0)
      while let loaded = try loader.next() {
        let number = FoldedTurn.number(of: loaded.id)
        if number != turn.number {
          if !turn.rows.isEmpty { take(turn) }
          turn = FoldedTurn(number: number)
        }
        turn.rows.append(FoldedRows(loaded))
      }
      if !turn.rows.isEmpty { take(turn) }
    }
  }
}
