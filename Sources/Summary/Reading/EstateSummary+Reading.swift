import Measures
public import Policy
import Remediation
public import Store

extension EstateSummary {
  /// Reads the numbers of the whole estate out of a snapshot of the store.
  public init(_ snapshot: borrowing Snapshot, policy: Policy = .builtIn) throws(StoreError) {
    self = try EstateReport(snapshot, policy: policy).whole
  }

  init(_ measured: MeasureReadings.Cell, asOf: Instant, window: Window) {
    self.init(asOf: asOf, from: window.from, to: window.to, cell: measured.cell)
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
