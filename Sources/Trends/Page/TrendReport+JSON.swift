public import JSONKit
import Remediation
import Statistics

extension TrendReport {
  /// The numbers of the page as a document: keys are only ever added, absent values are null.
  public var json: JSONValue {
    [
      "schema": 1,
      "as_of": .string(asOf.rfc3339),
      "record_begins": .optional(recordBegins?.rfc3339),
      "findings": .count(findings),
      "open": .count(open),
      "claimed": .count(claimed),
      "sentences": .array(sentences.map(\.json)),
      "weeks": .array(weeks.map(\.json)),
      "months": .array(months.map(\.json)),
      "open_by_severity": .object(standing.map { JSONValue.Member($0.severity.label, $0.json) }),
      "recurrence": recurrence.json,
      "recurring_controls": .array(recurring.map(\.json)),
      "oldest_open_controls": .array(oldest.map(\.json)),
      "stages": [
        "n": .count(stages.n),
        "median_seconds_to_attempt": .optional(stages.toAttempt),
        "median_seconds_from_attempt_to_verified": .optional(stages.toVerified),
      ],
      "comparison": comparison?.json ?? .null,
    ]
  }
}

extension Sentence {
  fileprivate var json: JSONValue {
    [
      "rule": .string(rule), "tone": .string(tone.rawValue),
      "text": .string((lead + " " + text).replacing("\u{A0}", with: " ")),
    ]
  }
}

extension Span {
  fileprivate var members: [JSONValue.Member] {
    [
      .init("name", .string(name)), .init("from", .string(start.start.rfc3339)),
      .init("to", .string(end.start.rfc3339)), .init("partial", .bool(isPartial)),
    ]
  }
}

extension Flow {
  fileprivate var members: [JSONValue.Member] {
    [.init("opened", .count(opened)), .init("reopened", .count(reopened)), .init("closed", .count(closed))]
      + CloseReason.allCases.map { .init($0.name, .count(closedByReason[$0] ?? 0)) }
  }
}

extension WeekOfWork {
  fileprivate var json: JSONValue {
    .object(span.members + flow.members + [.init("open_or_claimed", .count(unresolved))])
  }
}

extension MonthOfWork {
  fileprivate var json: JSONValue {
    .object(
      span.members + flow.members + [
        .init("open_or_claimed", .count(unresolved)),
        .init(
          "time_to_remediate",
          [
            "n": .count(times.n), "median_seconds": .optional(times.median),
            "mean_seconds": .optional(times.mean), "excluded": .count(times.excluded),
          ]),
        .init(
          "autofix",
          [
            "attempts": .count(attempts.total), "succeeded": .count(attempts.succeeded),
            "settled": .count(attempts.settled), "contradicted": .count(attempts.contradicted),
            "no_ops": .count(attempts.noOps), "not_run": .count(attempts.notRun),
            "dry_runs": .count(attempts.dryRuns),
          ]),
        .init(
          "rollbacks",
          [
            "count": .count(rollbacks.succeeded), "failed": .count(rollbacks.failed),
            "applied": .count(attempts.applied),
          ]),
      ])
  }
}

extension TrendReport.Standing {
  fileprivate var json: JSONValue {
    [
      "open": .count(openCount), "claimed": .count(claimed),
      "open_under_7d": .count(open[.week] ?? 0), "open_7d_30d": .count(open[.month] ?? 0),
      "open_30d_90d": .count(open[.quarter] ?? 0), "open_90d_180d": .count(open[.half] ?? 0),
      "open_from_180d": .count(open[.older] ?? 0), "open_time_impossible": .count(open[.impossible] ?? 0),
    ]
  }
}

extension TrendReport.Recurrence {
  fileprivate var json: JSONValue {
    [
      "control": control.isEmpty ? .null : .string(control), "title": .optional(title),
      "closings": .count(closings), "followed_30d": .count(followed), "recurred_30d": .count(recurred),
      "lower": .optional(interval?.lower), "upper": .optional(interval?.upper),
      "followed_90d": .count(followed90), "recurred_90d": .count(recurred90),
    ]
  }
}

extension TrendReport.OldControl {
  fileprivate var json: JSONValue {
    [
      "control": .string(control), "title": .optional(title), "severity": .string(severity.label),
      "open": .count(open), "open_from_90d": .count(old), "oldest_opened_at": .string(oldestOpenedAt.rfc3339),
    ]
  }
}

extension Comparison {
  fileprivate var json: JSONValue {
    [
      "earlier": earlier.json, "later": later.json, "rank_shift": .optional(shift),
      "backlog": .string(backlog.rawValue), "times": .string(times.rawValue),
    ]
  }
}

extension Comparison.Period {
  fileprivate var json: JSONValue {
    [
      "from": .string(start.start.rfc3339), "to": .string(end.start.rfc3339),
      "opened": .count(flow.opened), "closed": .count(flow.closed), "verified": .count(flow.verified),
      "open_or_claimed_before": .count(unresolvedBefore), "open_or_claimed_after": .count(unresolvedAfter),
      "n": .count(n), "median_seconds": .optional(median),
    ]
  }
}

extension JSONValue {
  fileprivate static func count(_ value: Int) -> JSONValue { .int(Int64(value)) }
  fileprivate static func optional(_ value: Double?) -> JSONValue { value.map(JSONValue.double) ?? .null }
  fileprivate static func optional(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
}
