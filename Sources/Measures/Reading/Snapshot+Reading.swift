public import Policy
import Queries
public import Remediation
public import Store

extension Snapshot {
  /// Makes ready what measures are read from: ``prepareMeasures(_:)``, what the ledger says of violations, and the
  /// subjects that measures count.
  ///
  /// Once in a snapshot.
  ///
  /// - Parameters:
  ///   - share: what will be read: who takes episodes alone needs less.
  ///   - dimension: by what it will be cut.
  public func prepareCases(
    _ policy: Policy, for share: SnapshotShare = .whole, by dimension: CutDimension? = nil
  ) throws(StoreError) {
    try prepareEpisodes(policy)
    if share != .first || dimension == .lane { try prepareOthers() }
    for view in Queries.Measures.Ledger.all { try run(view.text) }
    for view in Queries.Measures.Rows.all { try run(view.text) }
    for view in Queries.Measures.Subjects.all { try run(MeasureSubject.statement(view.text)) }
  }

  /// The measures that fall to a share of what is read: both take portions of the episodes, the second reads all that
  /// is no episode before.
  public func measures(of share: SnapshotShare) -> [MeasureName] {
    MeasureName.allCases.filter { $0.file.subject == .episode || share != .first }
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
  ///   - portions: those of the episodes that are left are read; nil for all of them.
  ///   - body: is called on the rows of the episodes, some at a time, each once for each of its cells.
  public func readings(
    of names: [MeasureName], keepingAmountsOf kept: Set<MeasureName> = [],
    besideEpisodes columns: [String] = [], _ portions: Portions? = nil,
    _ body: (PassRows) throws -> Void = { _ in }
  ) throws(StoreError) -> [ExactText?: MeasureReading] {
    let isCut = try first(Queries.Measures.Reading.isCut)?.bool("is_cut") ?? false
    let common = try commonColumns()
    var readings: [ExactText?: MeasureReading] = [:]
    for pass in MeasurePass.all(for: names) {
      let isBeside = pass.subject == .episode
      let program = PassProgram(
        pass, isCut: isCut, beside: isBeside ? columns : [],
        common: isBeside ? common.merging(try episodeColumns()) { $1 } : common)
      var tally = MeasureTally(pass.measures.map(\.name), keepingAmountsOf: kept)
      let read = try blocks(program.statement, program.program.texts) { reader in
        var registers = Registers(program.program)
        func readRows() throws {
          while try registers.fill(from: &reader) {
            tally.add(registers, program)
            guard isBeside else { continue }
            try body(PassRows(named: program.named, registers: registers, texts: reader.texts))
          }
        }
        if let portions, isBeside {
          while let portion = portions.next() {
            try leave(portion)
            reader.restart()
            try readRows()
          }
        } else {
          try readRows()
        }
        return tally.readings(reader.texts)
      }
      readings.merge(read) { $0.adding($1) }
    }
    return readings
  }

  /// Leaves to the reading of episodes that begins next a portion of them.
  private func leave(_ portion: Int) throws(StoreError) {
    try run(
      Queries.Measures.Reading.share,
      ["from": SQLValue(portion), "to": SQLValue(portion + 1), "of": SQLValue(Portions.count)])
  }

  /// The columns of episodes that the policy alone tells, and those that are NULL in all rows.
  func episodeColumns() throws(StoreError) -> [String: Expression] {
    var columns = try PolicyLookup(self).definitions
    guard let row = try first(Queries.Measures.Reading.known) else { return columns }
    for name in row.names where !row.bool(name) { columns[name] = .null }
    return columns
  }

  /// The columns that are the same in all rows of all subjects.
  func commonColumns() throws(StoreError) -> [String: Expression] {
    guard let row = try first(Queries.Measures.Reading.watch) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: row.names.map { ($0, row.int($0).map(Expression.number) ?? .null) })
  }

  /// How many cases of a measure there are in each cell.
  public func counts(of name: MeasureName) throws(StoreError) -> [ExactText?: MeasureCount] {
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
    let statement = MeasurePass.statement(
      Queries.Measures.Reading.passListed, pass.columns(), of: pass.subject.view)
    try scan(statement) { row in
      if columns.isEmpty {
        columns = CaseColumn.all(row.names, at: Array(row.names.indices), pass.measures.map(\.name))
      }
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
