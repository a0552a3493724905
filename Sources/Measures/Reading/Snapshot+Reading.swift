public import Policy
import Queries
public import Store

extension Snapshot {
  /// Makes ready what measures are read from: ``prepareMeasures(_:)``, and what the ledger says of violations.
  ///
  /// Once in a snapshot.
  public func prepareCases(_ policy: Policy) throws(StoreError) {
    try prepareMeasures(policy)
    for view in Queries.Measures.Ledger.all { try run(view.text) }
    try run(Queries.Measures.Reading.createTally)
  }

  /// Cuts all measures that are read from now on; nil reads each as one whole.
  public func cut(by dimension: CutDimension?) throws(StoreError) {
    try run(Queries.Measures.Reading.clearCut)
    if let dimension { try run(dimension.statement) }
  }

  /// How many cases of a measure there are in each cell.
  public func counts(of name: MeasureName) throws(StoreError) -> [String?: MeasureCount] {
    var counts: [String?: MeasureCount] = [:]
    try run(Queries.Measures.Reading.clearTally)
    _ = try measured(name, Queries.Measures.Reading.tally)
    for row in try rows(Queries.Measures.Reading.count) {
      counts[row.text("cell"), default: MeasureCount()].parts.append(
        .init(
          kind: row.text("class"), isNumerator: row.bool("numerator"), isDenominator: row.bool("denominator"),
          count: row.int("n").map(Int.init) ?? 0, total: row.int("total") ?? 0))
    }
    return counts
  }

  /// The amounts of a measure in each cell, the smallest first, and whether each is in the numerator.
  public func amounts(
    of name: MeasureName
  ) throws(StoreError) -> [String?: [(amount: Int64, isNumerator: Bool)]] {
    var amounts: [String?: [(amount: Int64, isNumerator: Bool)]] = [:]
    try reading(name) { () throws(StoreError) in
      try forEach(Queries.Measures.Reading.amounts) { row in
        guard let amount = row.int("amount") else { return }
        amounts[row.text("cell"), default: []].append((amount, row.bool("numerator")))
      }
    }
    return amounts
  }

  /// Every case of a measure: those of the numerator first, then the rest of the denominator, then what is left
  /// out.
  public func cases(of name: MeasureName) throws(StoreError) -> [MeasureCase] {
    try measured(name, Queries.Measures.Reading.cases).map(MeasureCase.init)
  }

  private func measured(_ name: MeasureName, _ query: String) throws(StoreError) -> [Row] {
    try reading(name) { () throws(StoreError) in try rows(query) }
  }

  /// The view `measured` stands for the measure while `body` runs.
  private func reading<Result>(
    _ name: MeasureName, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try run(name.statement)
    let result = try body()
    try run(Queries.Measures.Reading.forget)
    return result
  }
}
