public import Measures
public import Policy
import Remediation
public import Store

extension EstateSummary {
  /// Reads the numbers of the whole estate out of a snapshot of the store.
  public init(_ snapshot: borrowing Snapshot, policy: Policy = .builtIn) throws(StoreError) {
    self = try EstateReport(snapshot, policy: policy).whole
  }

  init(_ measured: MeasureReadings.Cell, in snapshot: borrowing Snapshot) {
    self.init(
      asOf: snapshot.asOf, from: snapshot.window.from, to: snapshot.window.to, cell: measured.cell)
    findings = measured[.findings].numerator
    violations = Violations(measured)
    episodes = Episodes(measured)
    timeToRemediate = Durations(measured)
    stages = Stages(measured)
    autofix = Autofix(measured)
    rollbacks = Rollbacks(measured)
    falsePositives = Verdicts(measured)
    recurrence30d = Recurrence(measured[.recurrence30d])
    recurrence90d = Recurrence(measured[.recurrence90d])
    loops = Loops(count: measured[.loops].numerator)
    escalations = measured.share(.escalations)
    beforeHuman = measured.share(.beforeHuman)
    serviceLevel = ServiceLevel(measured)
    exceptions = Exceptions(measured[.exceptions])
    exposure = Double(measured[.exposure].total) / Double(Int64.day)
    flow = Flow(measured[.velocity])
    prevented = Gates(measured[.prevented])
  }
}

/// The numbers of an estate, and if asked for those of each cell of a dimension.
public struct EstateReport: Sendable, Equatable {
  public var whole: EstateSummary
  public var dimension: CutDimension?
  /// Sorted; what is in no other cell comes last.
  public var cells: [EstateSummary] = []

  /// Reads a snapshot, which must not have been read for measures before.
  public init(
    _ snapshot: borrowing Snapshot, policy: Policy = .builtIn, by dimension: CutDimension? = nil
  ) throws(StoreError) {
    try snapshot.prepareCases(policy)
    whole = EstateSummary(try MeasureReadings(snapshot)[nil], in: snapshot)
    whole.weeks = try EstateSummary.Weeks(snapshot)
    whole.churn = try EstateSummary.Churn.read(snapshot)
    self.dimension = dimension
    guard let dimension else { return }
    try snapshot.cut(by: dimension)
    let readings = try MeasureReadings(snapshot)
    for cell in readings.cells { cells.append(EstateSummary(readings[cell], in: snapshot)) }
  }
}
