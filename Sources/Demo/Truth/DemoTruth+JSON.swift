extension DemoTruth {
  /// The numbers as one JSON document, in the shape of `closeout summary --json` where both have them.
  public var json: [UInt8] {
    func count(_ value: Int) -> JSONTree { .number(Int64(value)) }
    func counts(_ values: [String: Int]) -> JSONTree {
      .members(values.sorted { $0.key < $1.key }.map { ($0.key, count($0.value)) })
    }
    func durations(_ value: Durations) -> JSONTree {
      ["n": count(value.count), "sum_milliseconds": .number(value.milliseconds)]
    }
    var openBySeverity: [String: Int] = [:]
    for episode in spans.joined() where episode.isOpen { openBySeverity[episode.severity, default: 0] += 1 }
    func recurrence(_ followed: KeyPath<Recurrence, Int>, _ recurred: KeyPath<Recurrence, Int>) -> JSONTree {
      let controls = recurrenceByControl.sorted { $0.key < $1.key }
      return [
        "by_control": .members(
          controls.map { control, value in
            let row: JSONTree = [
              "followed": count(value[keyPath: followed]), "recurred": count(value[keyPath: recurred]),
            ]
            return (control, row)
          }),
        "followed": count(controls.reduce(0) { $0 + $1.value[keyPath: followed] }),
        "recurred": count(controls.reduce(0) { $0 + $1.value[keyPath: recurred] }),
      ]
    }
    let episodes: [(String, JSONTree)] =
      DemoEpisode.Reason.allCases.map { ($0.rawValue, count(closed[$0] ?? 0)) }
      + [("claimed", count(claimed)), ("opened", count(opened)), ("reopened", count(reopened))]
    let tree: JSONTree = [
      "autofix": [
        "attempts": count(automation.attempts), "contradicted": count(automation.contradicted),
        "dry_runs": count(automation.dryRuns), "judged": count(automation.judged),
        "no_ops": count(automation.noOps), "not_run": count(automation.notRun.values.reduce(0, +)),
        "not_run_by_reason": counts(automation.notRun), "proven": count(automation.proven),
        "succeeded": count(automation.succeeded),
      ],
      "before_any_human": ["count": count(beforeAnyHuman), "verified": count(closed[.verified] ?? 0)],
      "episodes": .members(episodes.sorted { $0.0 < $1.0 }),
      "escalations": ["decided": count(decidedFindings), "escalated": count(escalatedFindings)],
      "exceptions": ["active": count(exceptionsActive), "expired": count(exceptionsExpired)],
      "false_positives": [
        "confirmed": count(verdicts["false-positive"] ?? 0), "judged": count(verdicts.values.reduce(0, +)),
      ],
      "findings": ["total": count(findings)],
      "gate": ["blocked": count(gateBlocked), "passed": count(gatePassed), "waived": count(gateWaived)],
      "loops": count(loops),
      "records": [
        "duplicates": count(duplicates), "held_back": count(heldBack),
        "history_records": count(historyRecords), "ledger_events": count(ledgerEvents),
        "rejected": count(rejected), "samples": count(samples), "snapshots": count(snapshots),
        "untrusted": count(untrusted),
      ],
      "recurrence": [
        "30d": recurrence(\.followed30, \.recurred30), "90d": recurrence(\.followed90, \.recurred90),
      ],
      "rollbacks": [
        "applied": count(changesApplied), "count": count(rollbacks), "failed": count(failedRollbacks),
      ],
      "sla": [
        "decided": count(service.decided), "due_in_7_days": count(service.dueSoon),
        "met": count(service.met), "overdue": count(service.overdue),
      ],
      "time_to_remediate": .members(
        durations(remediation).pairs + [
          ("excluded", count(timeDefects)),
          (
            "by_severity",
            .members(remediationBySeverity.sorted { $0.key < $1.key }.map { ($0.key, durations($0.value)) })
          ),
        ]),
      "violations": [
        "open": count(open), "open_by_severity": counts(openBySeverity), "total": count(violations),
      ],
    ]
    return tree.bytes
  }
}
