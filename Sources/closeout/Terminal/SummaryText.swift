import Remediation
import Summary

/// The numbers as an aligned table for people.
struct SummaryText {
  let summary: EstateSummary

  init(_ summary: EstateSummary) {
    self.summary = summary
  }

  var text: String {
    [heading, violations, episodes, times, automation, quality].joined(separator: "\n\n")
  }

  private var heading: String {
    let window =
      summary.from == nil && summary.to == nil
      ? "all time"
      : "\(summary.from.map(\.rfc3339) ?? "the beginning") to \(summary.to.map(\.rfc3339) ?? "as-of")"
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
    table.add("still open beside them", Quantities.count(summary.violations.open))
    for (defect, count) in durations.excluded.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      table.add("left out: " + defect.name.replacing("_", with: " "), Quantities.count(count))
    }
    return "Time to remediate\n" + table.text
  }

  private var automation: String {
    var table = Table()
    table.add("attempts", Quantities.count(summary.autofix.attempts))
    table.add("  succeeded", ratio(summary.autofix.succeeded, summary.autofix.successRatio))
    table.add("dry runs", Quantities.count(summary.autofix.dryRuns))
    table.add("no-ops", Quantities.count(summary.autofix.noOps))
    table.add("changes applied", Quantities.count(summary.rollbacks.applied))
    table.add("  rolled back", ratio(summary.rollbacks.count, summary.rollbacks.ratio))
    return "Automation\n" + table.text
  }

  private var quality: String {
    var table = Table()
    table.add("violations judged", Quantities.count(summary.falsePositives.judged))
    table.add("  false positive", ratio(summary.falsePositives.confirmed, summary.falsePositives.ratio))
    table.add("verified at least 30 days ago", Quantities.count(summary.recurrence30d.followed))
    table.add(
      "  came back within 30 days", ratio(summary.recurrence30d.recurred, summary.recurrence30d.ratio))
    return "Judgement and recurrence\n" + table.text
  }

  private func shown(_ seconds: Double?) -> String {
    seconds.map(Quantities.duration(seconds:)) ?? "–"
  }

  private func ratio(_ count: Int, _ ratio: Double?) -> String {
    Quantities.count(count) + (ratio.map { " (\(Quantities.percent($0)))" } ?? "")
  }
}
