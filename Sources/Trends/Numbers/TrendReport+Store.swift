import JSONKit
import Queries
import Remediation
import Statistics
public import Store

extension TrendReport {
  /// How long a scanner is given to confirm an attempt.
  static let settling = Int64.day
  static let followUp = 30 * Int64.day
  static let longFollowUp = 90 * Int64.day
  static let rowsOfLists = 10

  /// Reads the numbers out of a snapshot; its as-of is the right edge, and its window is not used.
  public init(_ snapshot: borrowing Snapshot) throws(StoreError) {
    self.init(asOf: snapshot.asOf)
    guard let row = try snapshot.first(Queries.Trends.record), let begins = row.instant("begins") else {
      return
    }
    recordBegins = begins
    findings = row.count("findings")
    let record = Span.Record(begins: begins, asOf: asOf)
    let weekSpans = Span.weeks(record, atMost: Self.mostWeeks)
    let monthSpans = Span.months(record, atMost: Self.mostMonths)
    let first = [weekSpans.first, monthSpans.first].compactMap { $0?.start }.min() ?? CivilDate(asOf)
    let days = try DaysOfFlow(snapshot, from: first)
    weeks = weekSpans.map { span in
      WeekOfWork(span: span, flow: days.flow(in: span), unresolved: days.unresolved(before: span.end))
    }
    months = monthSpans.map { span in
      MonthOfWork(span: span, flow: days.flow(in: span), unresolved: days.unresolved(before: span.end))
    }
    let from: [String: SQLValue] = ["from": SQLValue((monthsBegin ?? first).start)]
    try readTimes(snapshot, from)
    try readAttempts(snapshot, from)
    stages = try Stages(snapshot, from)
    standing = try Self.standing(snapshot)
    comparison = try Comparison(snapshot, days, weeks: weeks)
    try readControls(snapshot, from)
  }

  private mutating func readTimes(
    _ snapshot: borrowing Snapshot, _ from: [String: SQLValue]
  ) throws(StoreError) {
    for row in try snapshot.rows(Queries.Trends.remediationByMonth, from) {
      guard let index = months.firstIndex(where: { $0.span.name == row.text("month") }) else { continue }
      let n = row.count("n")
      months[index].times.n = n
      months[index].times.excluded = row.count("excluded")
      guard n > 0, let total = row.int("total") else { continue }
      months[index].times.mean = Double(total) / Double(n) / 1000
      months[index].times.median = row.median("low_middle", "high_middle")
    }
  }

  private mutating func readAttempts(
    _ snapshot: borrowing Snapshot, _ from: [String: SQLValue]
  ) throws(StoreError) {
    _ = try snapshot.rows(Queries.Trends.createTrendAttempt, from)
    for row in try snapshot.rows(Queries.Trends.attemptsByDay, ["settling": .int(Self.settling)]) {
      guard let index = months.firstIndex(where: { $0.span.contains(day: row.int("day") ?? .min) }) else {
        continue
      }
      months[index].attempts += Attempts(row)
    }
    for row in try snapshot.rows(Queries.Trends.rollbacksByDay, from) {
      guard let index = months.firstIndex(where: { $0.span.contains(day: row.int("day") ?? .min) }) else {
        continue
      }
      months[index].rollbacks += Rollbacks(row)
    }
  }

  private static func standing(_ snapshot: borrowing Snapshot) throws(StoreError) -> [Standing] {
    var standing: [Standing] = []
    for row in try snapshot.rows(Queries.Trends.openByAge) {
      guard let severity: Severity = row.code("severity"), let age: AgeClass = row.code("age_class") else {
        continue
      }
      if standing.last?.severity != severity { standing.append(Standing(severity: severity)) }
      let place = standing.count - 1
      if row.code("state") == Episode.State.claimed {
        standing[place].claimed += row.count("violations")
      } else {
        standing[place].open[age, default: 0] += row.count("violations")
      }
    }
    return standing
  }

  private mutating func readControls(
    _ snapshot: borrowing Snapshot, _ from: [String: SQLValue]
  ) throws(StoreError) {
    var ids: Set<Int64> = []
    var recurringRows: [Row] = []
    let follow = from.merging(
      ["follow_up": .int(Self.followUp), "long_follow_up": .int(Self.longFollowUp)]) { $1 }
    var total = Recurrence()
    try snapshot.forEach(Queries.Trends.recurringControls, follow) { row in
      total += Recurrence(row, titles: [:])
      if recurringRows.count < Self.rowsOfLists, row.count("recurred") > 0 { recurringRows.append(row) }
    }
    recurrence = total
    let oldestRows = try snapshot.rows(Queries.Trends.oldestControls, Self.oldest(from: .unknown))
    let severeRow = try snapshot.first(Queries.Trends.oldestControls, Self.oldest(from: .high))
    for row in recurringRows + oldestRows { ids.insert(row.int("control_id") ?? 0) }
    if let severeRow { ids.insert(severeRow.int("control_id") ?? 0) }
    let list = JSONValue.array(ids.sorted().map(JSONValue.int)).text()
    var titles: [Int64: String] = [:]
    for row in try snapshot.rows(Queries.Trends.controlTitles, ["controls": .text(list)]) {
      titles[row.int("control_id") ?? 0] = row.text("title")
    }
    recurring = recurringRows.map { Recurrence($0, titles: titles) }
    oldest = oldestRows.map { OldControl($0, titles: titles) }
    oldestSevere = severeRow.map { OldControl($0, titles: titles) }
  }

  private static func oldest(from severity: Severity) -> [String: SQLValue] {
    [
      "severity": SQLValue(severity.rawValue), "old": .int(90 * .day),
      "limit": SQLValue(rowsOfLists),
    ]
  }
}
