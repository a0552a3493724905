public import Policy
import Queries
public import Store

extension Snapshot {
  /// Makes ready what measures are read from: ``prepareMeasures(_:)``, what the ledger says of violations, and the
  /// subjects that measures count.
  ///
  /// Once in a snapshot.
  public func prepareCases(_ policy: Policy) throws(StoreError) {
    try prepareMeasures(policy)
    for view in Queries.Measures.Ledger.all { try run(view.text) }
    for view in Queries.Measures.Subjects.all { try run(view.text) }
  }

  /// Leaves to this snapshot a share of what is read: of the episodes the first five eighths of the violations, or
  /// the others and all that is no episode, which take about as long.
  ///
  /// - Returns: the measures that fall to it.
  public func take(_ share: SnapshotShare) throws(StoreError) -> [MeasureName] {
    let (from, to): (Int, Int) =
      switch share {
      case .whole: (0, 8)
      case .first: (0, 5)
      case .second: (5, 8)
      }
    try run(Queries.Measures.Reading.share, ["from": SQLValue(from), "to": SQLValue(to)])
    return MeasureName.allCases.filter { $0.file.subject == .episode || share != .first }
  }

  /// Cuts all measures that are read from now on; nil reads each as one whole.
  public func cut(by dimension: CutDimension?) throws(StoreError) {
    try run(Queries.Measures.Reading.clearCut)
    if let dimension { try run(dimension.statement) }
  }

  /// What measures count in each cell: one pass over the rows of each of their subjects.
  ///
  /// - Parameters:
  ///   - kept: the measures whose single amounts are asked for.
  ///   - columns: columns of `measured_episode` that `body` reads beside the measures, each under its name.
  ///   - body: is called on each row of an episode, once for each of its cells.
  public func readings(
    of names: [MeasureName], keepingAmountsOf kept: Set<MeasureName> = [],
    besideEpisodes columns: [String] = [],
    _ body: (borrowing CurrentRow) throws -> Void = { _ in }
  ) throws(StoreError) -> [String?: MeasureReading] {
    let isCut = try first(Queries.Measures.Reading.isCut)?.bool("is_cut") ?? false
    let text = isCut ? Queries.Measures.Reading.passCut : Queries.Measures.Reading.pass
    var readings: [String?: MeasureReading] = [:]
    for pass in MeasurePass.all(for: names) {
      var tally = MeasureTally(pass.measures.map(\.name), keepingAmountsOf: kept)
      let isBeside = pass.subject == .episode
      try scan(pass.statement(text, beside: isBeside ? columns : [])) { row in
        tally.add(row)
        if isBeside { try body(row) }
      }
      readings.merge(tally.readings) { $0.adding($1) }
    }
    return readings
  }

  /// How many cases of a measure there are in each cell.
  public func counts(of name: MeasureName) throws(StoreError) -> [String?: MeasureCount] {
    try readings(of: [name]).compactMapValues { $0.counts[name] }
  }

  /// Every case of a measure: those of the numerator first, then the rest of the denominator, then what is left
  /// out.
  public func cases(of name: MeasureName) throws(StoreError) -> [MeasureCase] {
    try run(Queries.Measures.Reading.clearCases)
    for pass in MeasurePass.all(for: [name]) { try list(pass) }
    return try rows(Queries.Measures.Reading.cases).map(MeasureCase.init)
  }

  /// Keeps the cases of a pass in the table from which they are listed.
  private func list(_ pass: MeasurePass) throws(StoreError) {
    var columns: [CaseColumn] = []
    try scan(pass.statement(Queries.Measures.Reading.passListed)) { row in
      if columns.isEmpty { columns = CaseColumn.all(in: row, pass.measures.map(\.name)) }
      for column in columns {
        guard let standing = row.int(column.standing) else { continue }
        try run(
          Queries.Measures.Reading.insertCase,
          [
            "violation": SQLValue(row.int(0)), "episode": SQLValue(row.int(1)),
            "finding": SQLValue(row.int(2)), "entry": SQLValue(row.int(3)), "standing": .int(standing),
            "class": SQLValue(row.text(column.kind)), "amount": SQLValue(row.int(column.amount)),
          ])
      }
    }
  }
}
