import Measures
import Remediation
import Store

/// Adds up what each week saw, episode by episode: the columns of `queries/summary/weeks.sql`.
struct WeekTally {
  /// Where the columns are found.
  private struct Places {
    let opened, closed, verified, weight, from, to: Int

    init?(_ rows: PassRows) {
      guard let opened = rows.place(of: "week_opened_at"), let closed = rows.place(of: "week_closed_at"),
        let verified = rows.place(of: "week_verified"), let weight = rows.place(of: "week_weight"),
        let from = rows.place(of: "exposed_from"), let to = rows.place(of: "exposed_to")
      else { return nil }
      (self.opened, self.closed, self.verified) = (opened, closed, verified)
      (self.weight, self.from, self.to) = (weight, from, to)
    }
  }

  private struct Week {
    var opened = 0
    var closed = 0
    var verified = 0
    /// Weight × milliseconds, of what was open for a part of the week only.
    var inPart: Int64 = 0
    /// By how much the weight of what is open all week long differs from the week before.
    var change: Int64 = 0
  }

  private static let length = 7 * Int64.day
  /// The Monday before 1970-01-01.
  private static let origin = -3 * Int64.day

  /// Week after week from the one with the number ``first`` on, counted from ``origin``.
  private var weeks: [Week] = []
  private var first: Int64 = 0

  mutating func add(_ rows: PassRows) {
    guard let places = Places(rows) else { return }
    for row in 0..<rows.count {
      let opened = rows.word(places.opened, row)
      if opened != Word.null { weeks[place(of: opened)].opened += 1 }
      let closed = rows.word(places.closed, row)
      if closed != Word.null {
        let week = place(of: closed)
        weeks[week].closed += 1
        if rows.word(places.verified, row) == 1 { weeks[week].verified += 1 }
      }
      let (weight, from, to) = (
        rows.word(places.weight, row), rows.word(places.from, row), rows.word(places.to, row)
      )
      // NULL is less than any weight, and than any instant.
      if weight > 0, from != Word.null, from < to { add(weight, from: from, to: to) }
    }
  }

  /// Adds a weight that stood from an instant until before a later one.
  mutating func add(_ weight: Int64, from: Int64, to: Int64) {
    let begin = place(of: from)
    let end = place(of: to - 1)
    guard begin < end else {
      weeks[begin].inPart += weight * (to - from)
      return
    }
    weeks[begin].inPart += weight * (self.begin(begin + 1) - from)
    weeks[begin + 1].change += weight
    weeks[end].change -= weight
    weeks[end].inPart += weight * (to - self.begin(end))
  }

  /// Adds what other episodes were seen in.
  mutating func add(_ other: WeekTally) {
    for (number, week) in other.weeks.enumerated() {
      let place = place(of: other.begin(number))
      weeks[place].opened += week.opened
      weeks[place].closed += week.closed
      weeks[place].verified += week.verified
      weeks[place].inPart += week.inPart
      weeks[place].change += week.change
    }
  }

  /// Where the week of an instant stands; weeks between are there too.
  private mutating func place(of instant: Int64) -> Int {
    let (quotient, remainder) = (instant - Self.origin).quotientAndRemainder(dividingBy: Self.length)
    let number = remainder < 0 ? quotient - 1 : quotient
    if weeks.isEmpty { first = number }
    if number < first {
      weeks.insert(contentsOf: repeatElement(Week(), count: Int(first - number)), at: 0)
      first = number
    }
    let place = Int(number - first)
    if place >= weeks.count { weeks += repeatElement(Week(), count: place + 1 - weeks.count) }
    return place
  }

  private func begin(_ place: Int) -> Int64 { Self.origin + (first + Int64(place)) * Self.length }

  /// Week after week, none left out; those are partial that do not lie in the window and before as-of.
  func weeks(in window: Window, asOf: Instant) -> EstateSummary.Weeks {
    let end = min(window.to ?? asOf, asOf)
    var throughout: Int64 = 0
    var all: [EstateSummary.Week] = []
    for (place, week) in weeks.enumerated() {
      throughout += week.change
      let begin = Instant(milliseconds: begin(place))
      let starts = window.from.map { $0 <= begin } ?? true
      all.append(
        EstateSummary.Week(
          begin: begin, opened: week.opened, closed: week.closed, verified: week.verified,
          weightedMilliseconds: throughout * Self.length + week.inPart,
          isPartial: !starts || Instant(milliseconds: self.begin(place + 1)) > end))
    }
    return EstateSummary.Weeks(all: all)
  }
}
