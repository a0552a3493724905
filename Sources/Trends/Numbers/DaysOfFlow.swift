import Queries
import Remediation
import Store

/// What was opened and closed on each day of the stretch that a report shows, and before it.
///
/// Weeks and months are sums over the same days, so that they cannot contradict each other.
struct DaysOfFlow {
  private var before = Flow()
  private var days: [(day: Int64, flow: Flow)] = []

  init(_ snapshot: borrowing Snapshot, from first: CivilDate) throws(StoreError) {
    for row in try snapshot.rows(Queries.Trends.flowByDay, ["from": SQLValue(first.start)]) {
      if let day = row.int("day") {
        days.append((day, Flow(row)))
      } else {
        before += Flow(row)
      }
    }
  }

  func flow(in span: Span) -> Flow {
    flow(from: span.start, to: span.end)
  }

  func flow(from start: CivilDate, to end: CivilDate) -> Flow {
    days.reduce(into: Flow()) { sum, entry in
      if (start.daysSinceEpoch..<end.daysSinceEpoch).contains(entry.day) { sum += entry.flow }
    }
  }

  /// Opened and not closed before midnight of a date.
  func unresolved(before date: CivilDate) -> Int {
    days.reduce(before.opened - before.closed) { sum, entry in
      entry.day < date.daysSinceEpoch ? sum + entry.flow.opened - entry.flow.closed : sum
    }
  }
}
