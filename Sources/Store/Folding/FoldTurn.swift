/// The folded violations of some numbers: what a reader of the fold hands to the writer at once.
struct FoldTurn: Sendable {
  /// So many numbers of violations are one turn.
  static let width: Int64 = 256

  let number: Int64
  var rows: [FoldedRows] = []

  static func number(of violation: Int64) -> Int64 { violation / width }
}

extension ViolationLoader where Observations: ~Copyable {
  /// Folds what there is, and hands it out turn by turn.
  mutating func fold(_ take: (FoldTurn) -> Void) throws {
    var turn = FoldTurn(number: 0)
    while let loaded = try next() {
      let number = FoldTurn.number(of: loaded.id)
      if number != turn.number {
        if !turn.rows.isEmpty { take(turn) }
        turn = FoldTurn(number: number)
      }
      turn.rows.append(FoldedRows(loaded))
    }
    if !turn.rows.isEmpty { take(turn) }
  }
}
