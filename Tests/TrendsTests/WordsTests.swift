import Remediation
import Testing

@testable import Trends

@Suite("Numbers and names in words")
struct WordsTests {
  @Test("Counts", arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-12_345_678, "−12,345,678")])
  func counts(value: Int, text: String) {
    #expect(Words.count(value) == text)
  }

  @Test(
    "Shares that are not nothing or not all never read so",
    arguments: [
      (0, "0 %"), (0.0004, "<0.1 %"), (0.0734, "7.3 %"), (0.875, "87.5 %"), (0.9996, ">99.9 %"), (1, "100 %"),
    ] as [(Double, String)])
  func percents(share: Double, text: String) {
    #expect(Words.percent(share).replacing("\u{A0}", with: " ") == text)
  }

  @Test(
    "Durations in the unit that reads best",
    arguments: [
      (nil, "–"), (60, "1 minute"), (3240, "54 minutes"), (27_000, "7.5 hours"), (432_000, "5.0 days"),
      (23_308_992, "270 days"),
    ] as [(Double?, String)])
  func durations(seconds: Double?, text: String) {
    #expect(Words.duration(seconds).replacing("\u{A0}", with: " ") == text)
  }

  @Test("A period ends on the day before its end")
  func periods() {
    let start = CivilDate(year: 2025, month: 12, day: 8)
    #expect(
      Words.period(start, to: start.advanced(byDays: 28)).replacing("\u{A0}", with: " ")
        == "8 Dec 2025 – 4 Jan 2026")
  }

  @Test("Names are folded to one line and cut by scalars")
  func folding() {
    #expect(Words.folded("  two\n\n words\t", 20) == "two words")
    #expect(Words.folded("abcdef", 6) == "abcdef" && Words.folded("abcdefg", 6) == "abcde…")
    #expect(Words.folded("e\u{301}\u{302}\u{303}\u{304}x", 20) == "e\u{301}\u{302}x")
    #expect(Words.folded("", 5).isEmpty)
  }

  @Test("Axes have round steps, reach their greatest value and are never without end")
  func axes() {
    #expect(Axis(upTo: 0).ticks == [0, 1])
    #expect(Axis(upTo: 335, parts: 3).ticks == [0, 200, 400])
    #expect(Axis(upTo: 3).ticks == [0, 1, 2, 3])
    #expect(Axis(upTo: 0.3, isWhole: false).ticks == [0, 0.1, 0.2, 0.30000000000000004])
    for greatest in stride(from: 1, through: 2_000_000, by: 7919) {
      let axis = Axis(upTo: Double(greatest))
      #expect(axis.top >= Double(greatest) && (2...7).contains(axis.ticks.count))
    }
  }
}
