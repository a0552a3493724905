import Remediation
import Reports
import Store

/// What was recorded of a finding as a list of events, the latest first.
enum Timeline {
  typealias Fact = FindingPage.Fact
  typealias TimelineRow = FindingPage.TimelineRow

  /// - Parameters: rows of `observations.sql` and `entries.sql`, the latest first.
  static func rows(
    observations: some Collection<Row>, entries: some Collection<Row>
  ) -> [TimelineRow] {
    var events = runs(of: observations.map(Observed.init))
    events += entries.map { row in
      Event(at: row.instant("event_time") ?? Instant(milliseconds: 0), isEntry: true, row: entry(row))
    }
    // Of events at the same instant, what was done stands below what was seen of it.
    return events.enumerated()
      .sorted { left, right in
        if left.element.at != right.element.at { return left.element.at > right.element.at }
        if left.element.isEntry != right.element.isEntry { return right.element.isEntry }
        return left.offset < right.offset
      }
      .map(\.element.row)
  }

  private struct Event {
    var at: Instant
    var isEntry: Bool
    var row: TimelineRow
  }

  // MARK: Observations

  private struct Observed: Equatable {
    var at: Instant
    var words: [String]

    init(_ row: Row) {
      at = row.instant("event_time") ?? Instant(milliseconds: 0)
      words = []
      if let compliance: ComplianceStatus = row.code("compliance") { words.append(compliance.words) }
      if let state: RecordState = row.code("record_state"), state == .archived {
        let cause: ArchivalCause? = row.code("archival_cause")
        words.append(cause.map { "archived, \($0.words)" } ?? "archived")
      }
      if let workflow: WorkflowStatus = row.code("workflow") { words.append("workflow \(workflow.label)") }
      if let severity: Severity = row.code("severity") { words.append("severity \(severity.label)") }
      if let verdict: Verdict = row.code("verdict"), verdict != .unknown {
        words.append("judged \(verdict.words)")
      }
      if words.isEmpty { words = ["seen, nothing about its state"] }
    }
  }

  /// Observations in a row that say the same are one event: scanners repeat themselves every day.
  private static func runs(of observations: [Observed]) -> [Event] {
    var events: [Event] = []
    var index = 0
    while index < observations.count {
      var end = index
      while end + 1 < observations.count, observations[end + 1].words == observations[index].words {
        end += 1
      }
      let latest = observations[index]
      let earliest = observations[end]
      let sentence = latest.words.enumerated()
        .map { $0.offset == 0 ? $0.element.sentenceCased : $0.element }.joined(separator: ", ")
      var facts: [Fact] = []
      if end > index {
        facts = [Fact("Seen", "\(end - index + 1) times"), Fact("Until", Shown.time(latest.at))]
      }
      events.append(
        Event(
          at: earliest.at, isEntry: false,
          row: TimelineRow(time: Shown.time(earliest.at), sentence: sentence + ".", facts: facts)))
      index = end + 1
    }
    return events
  }

  // MARK: Entries

  private static func entry(_ row: Row) -> TimelineRow {
    let type: LedgerEntryType? = row.code("type")
    let outcome: AttemptOutcome? = row.code("outcome")
    let mode: AttemptFacts.Mode? = row.code("mode")
    let executor: AttemptFacts.Executor? = row.code("executor")
    let verdict: Verdict? = row.code("verdict")
    var sentence = type?.words ?? "Ledger entry"
    if let outcome { sentence += ": \(outcome.name)" }
    if mode == .dryRun { sentence += " (dry run, nothing was changed)" }
    var facts: [Fact] = []
    func add(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      facts.append(Fact(name, Shown.shortened(value)))
    }
    let workflow = [row.text("workflow"), row.text("workflow_version")].compactMap { $0 }
    add("Runbook", workflow.joined(separator: " "))
    add("By", executor.map { $0 == .automation ? "automation" : "a person" })
    add("Actor", row.text("actor").map(Shown.resource))
    add("Team", row.text("team"))
    add("Ticket", row.text("ticket"))
    add("Lane", row.text("lane"))
    add("Decision", row.text("decision"))
    add("Verdict", verdict?.words)
    add("Reviewed by", row.text("reviewed_by"))
    add("Reason", row.text("reason"))
    add("Trigger", row.text("trigger"))
    add("Gate", row.text("gate_result"))
    add("Due", row.instant("due_at").map(Shown.time))
    add("Until", row.instant("expires_at").map(Shown.time))
    let time = row.instant("event_time").map(Shown.time) ?? ""
    return TimelineRow(time: time, sentence: sentence + ".", facts: facts)
  }
}
