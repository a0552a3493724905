import Markup
import Measures
import Remediation
import Summary

/// The numbers as aligned tables for people.
struct SummaryText {
  let report: EstateReport
  private var summary: EstateSummary { report.whole }

  init(_ report: EstateReport) {
    self.report = report
  }

  var text: String {
    let parts = [heading, violations, episodes, times, automation, quality, deadlines, flow]
    return (parts + (report.dimension.map { [cells(of: $0)] } ?? [])).joined(separator: "\n\n")
  }

  private var heading: String {
    let window =
      summary.from == nil && summary.to == nil
      ? "all time"
      : "\(summary.from.map(\.rfc3339) ?? "the beginning") to \(summary.to.map(\.rfc3339) ?? "as-of")"
        + (summary.isPartial ? " (partial: it is still running)" : "")
    return "As of \(summary.asOf.rfc3339), over \(window)\n"
      + "\(Quantities.count(summary.findings)) findings of \(Quantities.count(summary.violations.total)) violations"
  }

  private var violations: String {
    var table = Table()
    for severity in Severity.allCases.reversed() {
      let open = summary.violations.openBySeverity[severity] ?? 0
      if severity != .unknown || open > 0 { table.add(severity.label, Quantities.count(open)) }
    }
    table.add("all", Quantities.count(summary.violations.open))
    if summary.violations.untrusted > 0 {
      table.add("kept apart: untrusted sender", Quantities.count(summary.violations.untrusted))
    }
    return "Violations open\n" + table.text
  }

  private var episodes: String {
    var table = Table()
    table.add("opened", Quantities.count(summary.episodes.opened))
    table.add("  of which reopened", Quantities.count(summary.episodes.reopened))
    table.add("verified by the scanner", Quantities.count(summary.episodes.closed[.verified] ?? 0))
    table.add("claimed, not verified yet", Quantities.count(summary.episodes.claimed))
    for reason in CloseReason.allCases where reason != .verified {
      table.add(
        reason.name.replacing("_", with: " "), Quantities.count(summary.episodes.closed[reason] ?? 0))
    }
    return "Episodes\n" + table.text
  }

  private var times: String {
    let durations = summary.timeToRemediate
    var table = Table()
    table.add("closed verified", Quantities.count(durations.n))
    table.add("mean", shown(durations.mean))
    table.add("median", shown(durations.median))
    table.add("90 % within", shown(durations.p90))
    table.add("half of all closed after", shown(durations.survival.median))
    for days in EstateSummary.Survival.days {
      table.add("  still open after \(days) days", percent(durations.survival.openShare[days]))
    }
    table.add("still open beside them", Quantities.count(summary.violations.open))
    table.add("  open for, on average", shown(durations.meanOpenAge))
    table.add("claimed beside them", Quantities.count(durations.claimed))
    for (defect, count) in durations.excluded.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      table.add("left out: " + defect.name.replacing("_", with: " "), Quantities.count(count))
    }
    return "Time to remediate\n" + table.text
  }

  private var automation: String {
    let autofix = summary.autofix
    var table = Table()
    table.add("attempts", Quantities.count(autofix.attempts))
    table.add("  succeeded", ratio(autofix.succeeded, autofix.successRatio))
    table.add("old enough to be judged", Quantities.count(autofix.proven.total))
    table.add("  proven", ratio(autofix.proven))
    table.add("long enough ago", Quantities.count(autofix.contradicted.total))
    table.add("  contradicted by the scanner", ratio(autofix.contradicted))
    table.add("dry runs", Quantities.count(autofix.dryRuns))
    table.add("no-ops", Quantities.count(autofix.noOps))
    table.add("never ran", Quantities.count(autofix.notRun))
    table.add("findings for the automation", Quantities.count(autofix.coverage.reached.total))
    table.add("  reached an attempt", ratio(autofix.coverage.reached))
    table.add("findings without a lane", Quantities.count(autofix.coverage.withoutLane))
    table.add("changes applied", Quantities.count(summary.rollbacks.applied))
    table.add("  rolled back", ratio(summary.rollbacks.count, summary.rollbacks.ratio))
    table.add("regressions", ratio(summary.rollbacks.regressions))
    table.add("loops", Quantities.count(summary.loops.count))
    table.add("escalated, of those decided", ratio(summary.escalations))
    table.add("verified, no person involved", ratio(summary.beforeHuman))
    return "Automation\n" + table.text
  }

  private var quality: String {
    var table = Table()
    table.add("violations judged", ratio(summary.falsePositives.judged, summary.falsePositives.share.ratio))
    table.add("  false positive", ratio(summary.falsePositives.confirmed, summary.falsePositives.ratio))
    table.add("verified at least 30 days ago", Quantities.count(summary.recurrence30d.followed))
    table.add(
      "  came back within 30 days", ratio(summary.recurrence30d.recurred, summary.recurrence30d.ratio))
    table.add("verified at least 90 days ago", Quantities.count(summary.recurrence90d.followed))
    table.add(
      "  came back within 90 days", ratio(summary.recurrence90d.recurred, summary.recurrence90d.ratio))
    return "Judgement and recurrence\n" + table.text
  }

  private var deadlines: String {
    var table = Table()
    table.add("decided", Quantities.count(summary.serviceLevel.met.total))
    table.add("  met", ratio(summary.serviceLevel.met))
    table.add("overdue now", Quantities.count(summary.serviceLevel.overdue))
    table.add("due in 7 days", Quantities.count(summary.serviceLevel.dueSoon))
    table.add("exceptions active", Quantities.count(summary.exceptions.active))
    table.add("exceptions expired", Quantities.count(summary.exceptions.expired))
    return "Deadlines\n" + table.text
  }

  private var flow: String {
    var table = Table()
    table.add("closed", Quantities.count(summary.flow.closed))
    table.add("  of opened", percent(summary.flow.capacity))
    table.add("exposure, weighted days", Quantities.count(Int(summary.exposure.rounded())))
    table.add("gate evaluations", Quantities.count(summary.prevented.blocked.total))
    table.add("  blocked", ratio(summary.prevented.blocked))
    table.add("  waived", Quantities.count(summary.prevented.waived))
    return "Flow and prevention\n" + table.text
  }

  private func cells(of dimension: CutDimension) -> String {
    var table = Table()
    table.add("", "open", "opened", "verified", "mean", "half after", "proven", "came back", "in time")
    for cell in report.cells {
      table.add(
        terminalSafe(cell.cell ?? "(none)"), Quantities.count(cell.violations.open),
        Quantities.count(cell.episodes.opened), Quantities.count(cell.episodes.closed[.verified] ?? 0),
        shown(cell.timeToRemediate.mean), shown(cell.timeToRemediate.survival.median),
        percent(cell.autofix.proven.ratio), percent(cell.recurrence30d.ratio),
        percent(cell.serviceLevel.met.ratio))
    }
    return "By \(dimension.rawValue)\n" + table.text
  }

  private func shown(_ seconds: Double?) -> String {
    seconds.map(Quantities.duration(seconds:)) ?? "–"
  }

  private func percent(_ ratio: Double?) -> String {
    ratio.map(Quantities.percent) ?? "–"
  }

  private func ratio(_ share: Share) -> String {
    ratio(share.count, share.ratio)
  }

  private func ratio(_ count: Int, _ ratio: Double?) -> String {
    Quantities.count(count) + (ratio.map { " (\(Quantities.percent($0)))" } ?? "")
  }
}
