import Queries
import Remediation
import Statistics
public import Store

extension EstateSummary {
  /// Reads the numbers out of a snapshot of the store.
  public init(_ snapshot: borrowing Snapshot) throws(StoreError) {
    self.init(asOf: snapshot.asOf, from: snapshot.window.from, to: snapshot.window.to)
    findings = try snapshot.first(Queries.Summary.findings)?.count("total") ?? 0
    violations = try Violations(snapshot)
    episodes = try Episodes(snapshot)
    timeToRemediate = try Durations(snapshot)
    let attempts = try snapshot.first(Queries.Summary.attempts)
    autofix = Autofix(
      attempts: attempts?.count("attempts") ?? 0, succeeded: attempts?.count("succeeded") ?? 0,
      dryRuns: attempts?.count("dry_runs") ?? 0, noOps: attempts?.count("no_ops") ?? 0,
      notRun: attempts?.count("not_run") ?? 0)
    let rolledBack = try snapshot.first(Queries.Summary.rollbacks)
    rollbacks = Rollbacks(
      count: rolledBack?.count("succeeded") ?? 0, failed: rolledBack?.count("failed") ?? 0,
      applied: attempts?.count("applied") ?? 0)
    let verdicts = try snapshot.first(Queries.Summary.verdicts)
    falsePositives = Verdicts(
      confirmed: verdicts?.count("false_positive") ?? 0, judged: verdicts?.count("judged") ?? 0)
    let recurrence = try snapshot.first(Queries.Summary.recurrence, ["follow_up": .int(30 * .day)])
    recurrence30d = Recurrence(
      recurred: recurrence?.count("recurred") ?? 0, followed: recurrence?.count("followed") ?? 0)
  }
}

extension EstateSummary.Violations {
  fileprivate init(_ snapshot: borrowing Snapshot) throws(StoreError) {
    self.init()
    for row in try snapshot.rows(Queries.Summary.violations) {
      total += row.count("total")
      open += row.count("open")
      untrusted += row.count("untrusted")
      if let severity: Severity = row.code("severity") { openBySeverity[severity] = row.count("open") }
    }
  }
}

extension EstateSummary.Episodes {
  fileprivate init(_ snapshot: borrowing Snapshot) throws(StoreError) {
    self.init()
    guard let row = try snapshot.first(Queries.Summary.episodes) else { return }
    opened = row.count("opened")
    reopened = row.count("reopened")
    claimed = row.count("claimed")
    for reason in CloseReason.allCases { closed[reason] = row.count(reason.name) }
  }
}

extension EstateSummary.Durations {
  fileprivate init(_ snapshot: borrowing Snapshot) throws(StoreError) {
    self.init()
    var durations: [Double] = []
    var total: Int64 = 0
    for row in try snapshot.rows(Queries.Summary.durations) {
      if let defect: TimeDefect = row.code("defect") {
        excluded[defect, default: 0] += 1
      } else if let duration = row.int("duration") {
        // Whole milliseconds are added up exactly, in any order.
        total += duration
        durations.append(Double(duration) / 1000)
      }
    }
    n = durations.count
    mean = durations.isEmpty ? nil : Double(total) / Double(durations.count) / 1000
    median = Quantile.of(0.5, sorted: durations)
    p90 = Quantile.of(0.9, sorted: durations)
  }
}

extension Row {
  /// A count; zero where the query has none.
  fileprivate func count(_ name: String) -> Int { int(name).map(Int.init) ?? 0 }
}
