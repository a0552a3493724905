import Remediation
import Testing

@Suite("Lengths of time")
struct TimeSpanTests {
  @Test(
    arguments: [
      ("90s", 90_000), ("15m", 900_000), ("24h", .day), ("30d", 30 * .day), ("2w", 14 * .day),
    ] as [(String, Int64)])
  func `are read with their unit`(text: String, milliseconds: Int64) {
    #expect(TimeSpan(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: ["", "d", "15", "0d", "-1d", "+1d", "1.5h", "1y", " 1d", "1 d", "٣d", "99999999999d"])
  func `that are none are refused`(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test func `are shown in the largest unit that leaves no rest, and read back`() {
    #expect(TimeSpan.hours(36).description == "36h")
    #expect(TimeSpan.hours(48).description == "2d")
    #expect(TimeSpan.days(14).description == "14d")
    for span in [TimeSpan.minutes(7), .hours(25), .days(365), TimeSpan(milliseconds: 61_000)] {
      #expect(TimeSpan(span.description) == span)
    }
  }
}
