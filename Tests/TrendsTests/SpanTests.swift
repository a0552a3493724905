import Remediation
import Testing

@testable import Trends

@Suite("Weeks and months")
struct SpanTests {
  func record(_ begins: String, _ asOf: String) -> Span.Record {
    Span.Record(begins: instant(begins), asOf: instant(asOf))
  }

  @Test(
    "ISO weeks at the turn of the year",
    arguments: [
      ("2020-12-31T12:00:00Z", "2020-W53"), ("2021-01-03T23:59:59Z", "2020-W53"),
      ("2021-01-04T00:00:00Z", "2021-W01"), ("2024-12-30T00:00:00Z", "2025-W01"),
      ("2026-11-20T00:00:00Z", "2026-W47"),
    ])
  func weekNames(instant: String, name: String) {
    #expect(Span.weeks(record(instant, instant), atMost: 26).map(\.name) == [name])
  }

  @Test("A span is partial while it runs, or when the record begins after its first day")
  func coverage() {
    let weeks = Span.weeks(record("2026-01-06T10:00:00Z", "2026-01-26T00:00:00Z"), atMost: 26)
    #expect(weeks.map(\.coverage) == [.beginning, .whole, .whole, .running])
    let onMonday = Span.weeks(record("2026-01-05T10:00:00Z", "2026-01-25T23:59:59.999Z"), atMost: 26)
    #expect(onMonday.map(\.coverage) == [.whole, .whole, .running])
  }

  @Test("No more than asked for, and none before the record")
  func length() {
    let long = record("2019-05-05T00:00:00Z", "2026-02-28T00:00:00Z")
    #expect(Span.weeks(long, atMost: 26).count == 27 && Span.months(long, atMost: 12).count == 13)
    #expect(Span.months(long, atMost: 12).map(\.name).first == "2025-02")
    let short = record("2025-12-31T23:00:00Z", "2026-01-01T00:00:00Z")
    #expect(Span.months(short, atMost: 12).map(\.name) == ["2025-12", "2026-01"])
  }

  @Test("A record that begins after as-of still has the running span")
  func beginsLater() {
    let odd = record("2026-05-01T00:00:00Z", "2026-01-01T00:00:00Z")
    #expect(Span.weeks(odd, atMost: 26).count == 1 && Span.months(odd, atMost: 12).count == 1)
  }

  @Test("Spans follow one another without a gap")
  func gapless() {
    let long = record("2019-05-05T00:00:00Z", "2026-02-28T00:00:00Z")
    for spans in [Span.weeks(long, atMost: 26), Span.months(long, atMost: 12)] {
      for (span, next) in zip(spans, spans.dropFirst()) { #expect(span.end == next.start) }
    }
  }
}
