import Foundation
import Remediation
import TestSupport
import Testing

@Suite("An instant")
struct InstantTests {
  @Test(
    "is read in every shape that AWS and its exports write",
    arguments: [
      ("2024-07-24T19:05:08Z", 1_721_847_908_000),
      ("2024-07-24T19:05:08.371Z", 1_721_847_908_371),
      ("2024-07-24T19:05:08.371902Z", 1_721_847_908_371),
      ("2024-07-24T19:05:08.371902+00:00", 1_721_847_908_371),
      ("2024-07-24T15:05:08.3719-04:00", 1_721_847_908_371),
      ("2024-07-24T15:05:08.37190-04:00", 1_721_847_908_371),
      ("2024-07-24T19:05:08+00:00", 1_721_847_908_000),
      ("2024-07-24T19:05:08.3+00", 1_721_847_908_300),
      ("2024-07-25T00:35:08.37+0530", 1_721_847_908_370),
      ("2024-07-24 19:05:08.123456789Z", 1_721_847_908_123),
      ("2024-07-24t19:05:08z", 1_721_847_908_000),
      ("2024-07-25T13:05:08+18:00", 1_721_847_908_000),
      ("2024-07-24T01:05:08-18:00", 1_721_847_908_000),
      ("2016-12-31T23:59:60Z", 1_483_228_800_000),
      ("2016-12-31T23:59:60.5Z", 1_483_228_800_500),
      ("1970-01-01T00:00:00Z", 0),
      ("1969-12-31T23:59:59.999Z", -1),
      ("2000-02-29T00:00:00Z", 951_782_400_000),
      ("0000-01-01T00:00:00Z", -62_167_219_200_000),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ] as [(String, Int64)])
  func grammar(text: String, milliseconds: Int64) {
    #expect(Instant(text)?.milliseconds == milliseconds)
  }

  @Test(
    "is refused in any other",
    arguments: [
      "", "2024", "2024-07-24", "2024-07-24T19:05Z", "2024-07-24T19:05:08", "2024-07-24T19:05:08.Z",
      "2024-07-24T19:05:08.1234567890Z", "2024-07-24T19:05:08,5Z", "2024-7-24T19:05:08Z",
      "2024-13-01T00:00:00Z", "2024-00-01T00:00:00Z", "2024-04-31T00:00:00Z", "2024-01-00T00:00:00Z",
      "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2024-07-24T24:00:00Z", "2024-07-24T19:60:00Z",
      "2024-07-24T19:05:60Z", "2024-07-24T23:58:60Z", "2024-07-24T19:05:08+18:01", "2024-07-24T19:05:08+19",
      "2024-07-24T19:05:08+5", "2024-07-24T19:05:08+05:", "2024-07-24T19:05:08+05:60",
      "2024-07-24T19:05:08+05:3", "2024-07-24T19:05:08Zx", " 2024-07-24T19:05:08Z", "2024-07-24T19:05:08Z ",
      "2024-07-24_19:05:08Z", "+2024-07-24T19:05:08Z", "２０２４-07-24T19:05:08Z",
      "2024-07-24T19:05:08 UTC",
      "9999-12-31T23:59:59-00:01", "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:60Z",
    ])
  func refused(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test("reads back what it writes, and Foundation writes the same")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 10)
    let years = -62_167_219_200_000...253_402_300_799_999 as ClosedRange<Int64>
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    for _ in 0..<20_000 {
      let instant = Instant(milliseconds: Int64.random(in: years, using: &random))
      #expect(Instant(instant.rfc3339) == instant)
    }
    // Foundation's calendar leaves the Gregorian one before 1582.
    for _ in 0..<3000 {
      let since1600 = Int64.random(in: -11_676_096_000_000...years.upperBound, using: &random)
      let instant = Instant(milliseconds: since1600)
      let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
      let isWhole = instant.milliseconds % 1000 == 0
      let full = isWhole ? instant.rfc3339.replacing("Z", with: ".000Z") : instant.rfc3339
      let read = try #require(Instant(date.formatted(style)))
      #expect(abs(read.milliseconds(since: instant)) <= 1)
      #expect(try abs(style.parse(full).timeIntervalSince(date)) < 0.002)
    }
  }

  @Test("is the same whether it is read alone or out of a line, whatever is wrong with it")
  func range() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      let milliseconds = Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random)
      let isWhole = Bool.random(using: &random)
      let instant = Instant(milliseconds: isWhole ? milliseconds / 1000 * 1000 : milliseconds)
      var bytes = Array(instant.rfc3339.utf8)
      if Bool.random(using: &random), let index = bytes.indices.randomElement(using: &random) {
        bytes[index] = UInt8.random(in: 0x20...0x7E, using: &random)
      }
      let line = Array("\"".utf8) + bytes + Array("\"".utf8)
      let alone = Instant(String(decoding: bytes, as: UTF8.self))
      #expect(Instant(rfc3339: line, in: 1..<bytes.count + 1) == alone)
    }
    #expect(Instant(rfc3339: [], in: 0..<20) == nil)
  }

  @Test("moves with its offset: the same text a zone further west is later")
  func offsets() {
    for minutes in stride(from: -1080, through: 1080, by: 15) {
      let sign = minutes < 0 ? "-" : "+"
      let hours = String(abs(minutes) / 60 + 100).dropFirst()
      let rest = String(abs(minutes) % 60 + 100).dropFirst()
      let instant = Instant("2024-07-24T19:05:08\(sign)\(hours):\(rest)")
      #expect(instant?.milliseconds == 1_721_847_908_000 - Int64(minutes) * 60_000)
    }
  }

  @Test(
    "beyond the years that text can write keeps its sign and digits, and never traps",
    arguments: [
      (Int64.max, "+292278994-08-17T07:12:55.807Z"), (.min, "-292275055-05-16T16:47:04.192Z"),
      (253_402_300_800_000, "+10000-01-01T00:00:00Z"), (-62_167_219_200_001, "-1-12-31T23:59:59.999Z"),
    ])
  func farAway(milliseconds: Int64, text: String) {
    let instant = Instant(milliseconds: milliseconds)
    #expect(instant.rfc3339 == text)
    #expect(CivilDate(instant).start <= instant)
    _ = CivilDate(instant).monday.start
  }

  @Test("adds and subtracts up to the ends of its range and no further")
  func saturates() {
    let (first, last) = (Instant(milliseconds: .min), Instant(milliseconds: .max))
    #expect(last.advanced(byMilliseconds: 1) == last)
    #expect(first.advanced(byMilliseconds: -1) == first)
    #expect(last.milliseconds(since: first) == .max)
    #expect(first.milliseconds(since: last) == .min)
    #expect(Instant(milliseconds: 5).milliseconds(since: Instant(milliseconds: 7)) == -2)
    #expect(Instant.year2000 == Instant("2000-01-01T00:00:00Z"))
  }
}
