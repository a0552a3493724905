import Foundation
import Remediation
import Testing

@Suite("A civil date")
struct CivilDateTests {
  @Test("agrees with Foundation on every day of four centuries, and counts back to the same day")
  func foundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for days in stride(from: -141_427, to: 4 * 36_524, by: 13) {
      let date = CivilDate(daysSinceEpoch: Int64(days))
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(days) * 86_400))
      #expect(date == CivilDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0))
      #expect(date.daysSinceEpoch == Int64(days))
      // Foundation counts Sunday as 1.
      #expect(date.daysSinceEpoch - date.monday.daysSinceEpoch == Int64(((parts.weekday ?? 0) + 5) % 7))
    }
  }

  @Test("follows its predecessor without a gap through every leap year rule")
  func successive() {
    var previous = CivilDate(year: 1599, month: 12, day: 31)
    for days in previous.daysSinceEpoch + 1...CivilDate(year: 2005, month: 1, day: 1).daysSinceEpoch {
      let date = CivilDate(daysSinceEpoch: days)
      let length = CivilDate.length(ofMonth: previous.month, year: previous.year) ?? 0
      let expected =
        previous.day < length
        ? CivilDate(year: previous.year, month: previous.month, day: previous.day + 1)
        : previous.firstOfNextMonth
      #expect(date == expected && previous < date)
      previous = date
    }
    #expect(CivilDate.length(ofMonth: 2, year: 2000) == 29)
    #expect(CivilDate.length(ofMonth: 2, year: 1900) == 28)
    #expect(CivilDate.length(ofMonth: 13, year: 2000) == nil)
    #expect(CivilDate.length(ofMonth: 0, year: 2000) == nil)
  }

  @Test("holds the instants from its midnight to the next, before 1970 too")
  func days() {
    for days: Int64 in [-719_528, -1, 0, 1, 19_000] {
      let date = CivilDate(daysSinceEpoch: days)
      #expect(date.start.milliseconds == days * 86_400_000)
      #expect(CivilDate(date.start) == date)
      #expect(CivilDate(date.start.advanced(byMilliseconds: .day - 1)) == date)
      #expect(CivilDate(date.start.advanced(byMilliseconds: -1)) == CivilDate(daysSinceEpoch: days - 1))
    }
    let date = CivilDate(year: 2025, month: 12, day: 9)
    #expect(date.firstOfMonth == CivilDate(year: 2025, month: 12, day: 1))
    #expect(date.firstOfNextMonth == CivilDate(year: 2026, month: 1, day: 1))
  }
}
