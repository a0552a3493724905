/// What a reader of the fold hands to the writer at once: the folded violations of some numbers, and which come next.
struct FoldTurn: Sendable {
  /// So many numbers of violations are one turn.
  static let width: Int64 = 256

  let rows: [FoldedRows]
  /// The number of the reader's next turn; nil behind its last. It is said before that turn is read, so that nobody
  /// waits for what comes later anyway.
  let next: Int64?

  static func number(of violation: Int64) -> Int64 { violation / width }
}

extension ViolationLoader where Observations: ~Copyable {
  /// Folds what there is, and hands it out turn by turn; the first has no rows.
  mutating func fold(_ take: (FoldTurn) -> Void) throws {
    var rows: [FoldedRows] = []
    var turn = upcoming.map(FoldTurn.number)
    take(FoldTurn(rows: [], next: turn))
    func go(to next: Int64?) {
      guard next != turn else { return }
      take(FoldTurn(rows: rows, next: next))
      (rows, turn) = ([], next)
    }
    while let loaded = try next() {
      // Of a violation that was announced there may be nothing to read.
      go(to: FoldTurn.number(of: loaded.id))
      rows.append(FoldedRows(loaded))
      go(to: upcoming.map(FoldTurn.number))
    }
    go(to: nil)
  }
}
