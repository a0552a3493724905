public import JSONKit
import Remediation

extension EstateSummary {
  /// The document of `closeout summary --json`: keys are only ever added, absent values are null.
  public var json: JSONValue {
    [
      "schema": 1,
      "as_of": .string(asOf.rfc3339),
      "window": [
        "from": .optional(from?.rfc3339),
        "to": .optional(to?.rfc3339),
      ],
      "findings": ["total": .count(findings)],
      "violations": violations.json,
      "episodes": episodes.json,
      "time_to_remediate": timeToRemediate.json,
      "autofix": [
        "attempts": .count(autofix.attempts),
        "succeeded": .count(autofix.succeeded),
        "dry_runs": .count(autofix.dryRuns),
        "no_ops": .count(autofix.noOps),
        "not_run": .count(autofix.notRun),
        "success_ratio": .optional(autofix.successRatio),
      ],
      "rollbacks": [
        "count": .count(rollbacks.count),
        "failed": .count(rollbacks.failed),
        "applied": .count(rollbacks.applied),
        "ratio": .optional(rollbacks.ratio),
      ],
      "false_positives": [
        "confirmed": .count(falsePositives.confirmed),
        "judged": .count(falsePositives.judged),
        "ratio": .optional(falsePositives.ratio),
      ],
      "recurrence": [
        "30d": [
          "recurred": .count(recurrence30d.recurred),
          "followed": .count(recurrence30d.followed),
          "ratio": .optional(recurrence30d.ratio),
        ]
      ],
    ]
  }
}

extension EstateSummary.Violations {
  fileprivate var json: JSONValue {
    [
      "total": .count(total),
      "open": .count(open),
      "untrusted": .count(untrusted),
      "open_by_severity": .object(
        Severity.allCases.map { JSONValue.Member($0.label, .count(openBySeverity[$0] ?? 0)) }),
    ]
  }
}

extension EstateSummary.Episodes {
  fileprivate var json: JSONValue {
    .object(
      [
        JSONValue.Member("opened", .count(opened)),
        JSONValue.Member("reopened", .count(reopened)),
        JSONValue.Member("claimed", .count(claimed)),
      ] + CloseReason.allCases.map { JSONValue.Member($0.name, .count(closed[$0] ?? 0)) })
  }
}

extension EstateSummary.Durations {
  fileprivate var json: JSONValue {
    [
      "n": .count(n),
      "mean_seconds": .optional(mean),
      "median_seconds": .optional(median),
      "p90_seconds": .optional(p90),
      "excluded": .count(excluded.values.reduce(0, +)),
      "excluded_by_reason": .object(
        TimeDefect.allCases.map { JSONValue.Member($0.name, .count(excluded[$0] ?? 0)) }),
    ]
  }
}

extension JSONValue {
  fileprivate static func count(_ value: Int) -> JSONValue { .int(Int64(value)) }
  fileprivate static func optional(_ value: Double?) -> JSONValue { value.map(JSONValue.double) ?? .null }
  fileprivate static func optional(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
}
