import Queries
import Remediation
import Store

extension EstateSummary.Weeks {
  private static let length = 7 * Int64.day
  /// The Monday before 1970-01-01.
  private static let origin = -3 * Int64.day

  init(_ snapshot: borrowing Snapshot) throws(StoreError) {
    let end = min(snapshot.window.to ?? snapshot.asOf, snapshot.asOf)
    var weeks: [Int64: EstateSummary.Week] = [:]
    for row in try snapshot.rows(Queries.Summary.weeks) {
      let index = row.int("week") ?? 0
      weeks[index] = EstateSummary.Week(
        begin: Self.begin(index), opened: row.count("opened"), closed: row.count("closed"),
        verified: row.count("verified"))
    }
    try snapshot.forEach(Queries.Summary.exposureSpans) { row in
      guard let from = row.int("from_at"), let to = row.int("to_at"), let weight = row.int("weight") else {
        return
      }
      var start = from
      while start < to {
        let index = (start - Self.origin) / Self.length
        let stop = min(to, Self.begin(index + 1).milliseconds)
        weeks[index, default: EstateSummary.Week(begin: Self.begin(index))].weightedMilliseconds +=
          weight * (stop - start)
        start = stop
      }
    }
    all = []
    guard let first = weeks.keys.min(), let last = weeks.keys.max() else { return }
    for index in first...last {
      var week = weeks[index] ?? EstateSummary.Week(begin: Self.begin(index))
      let starts = snapshot.window.from.map { $0 <= week.begin } ?? true
      week.isPartial = !starts || Self.begin(index + 1) > end
      all.append(week)
    }
  }

  private static func begin(_ index: Int64) -> Instant {
    Instant(milliseconds: origin + index * length)
  }
}

extension EstateSummary.Churn {
  /// How many rows of the list are told.
  private static let limit = 20

  static func read(_ snapshot: borrowing Snapshot) throws(StoreError) -> [Self] {
    try snapshot.rows(Queries.Summary.churn, ["limit": SQLValue(limit)]).map { row in
      Self(
        control: row.text("control") ?? "", workflow: row.text("workflow"),
        version: row.text("workflow_version"), recurred: row.count("recurred"),
        followed: row.count("followed"))
    }
  }
}

extension Row {
  /// A count; zero where the query has none.
  fileprivate func count(_ name: String) -> Int { int(name).map(Int.init) ?? 0 }
}
