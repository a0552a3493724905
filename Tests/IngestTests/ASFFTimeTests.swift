import Ingest
import JSONKit
import Remediation
import TestSupport
import Testing

@Suite("Findings (ASFF): when")
struct ASFFTimeTests {
  @Test(
    "1: LastObservedAt may be later or earlier than UpdatedAt; the latest time dates the record",
    arguments: [
      "2026-01-02T00:00:22Z", "2026-01-01T00:00:00Z",
    ])
  func observedAt(text: String) throws {
    let times = try ASFF.one(["/LastObservedAt": .string(text)]).times
    #expect(times.lastObservedAt == Instant(text))
    #expect(times.latest == [Instant(text), times.processedAt].compactMap { $0 }.max())
  }

  @Test("2: a person's change that leaves UpdatedAt alone moves the event time")
  func humanChange() throws {
    let observation = try ASFF.one([
      "/Workflow/Status": "SUPPRESSED", "/ProcessedAt": "2026-01-05T12:45:06.702Z",
      "/Note": ["Text": "accepted", "UpdatedBy": "ann", "UpdatedAt": "2026-01-05T12:45:06.677Z"],
    ])
    #expect(observation.workflow == .suppressed)
    #expect(observation.times.updatedAt == Instant("2026-01-02T00:00:05.123Z"))
    #expect(observation.times.noteUpdatedAt == Instant("2026-01-05T12:45:06.677Z"))
    #expect(observation.times.latest == Instant("2026-01-05T12:45:06.702Z"))
  }

  @Test(
    "10: every shape of timestamp is read",
    arguments: [
      ("2026-01-02T03:04:05Z", 0), ("2026-01-02T03:04:05.678Z", 678), ("2026-01-02T03:04:05.678901Z", 678),
      ("2026-01-02T03:04:05.678901+00:00", 678), ("2026-01-01T23:04:05.6789-04:00", 678),
      ("2026-01-01T23:04:05.67890-04:00", 678), ("2026-01-01T23:04:05.678901-0400", 678),
      ("2026-01-02T03:04:05+00:00", 0),
      ("2026-01-02T05:04:05.1+02", 100), ("2026-01-02 03:04:05.678901+00:00", 678),
      ("2026-01-02T03:04:05.123456789Z", 123),
      ("2026-01-02T21:04:05+18:00", 0),
    ])
  func timestamps(text: String, milliseconds: Int64) throws {
    let expected = try #require(Instant("2026-01-02T03:04:05Z")).advanced(byMilliseconds: milliseconds)
    #expect(try ASFF.one(["/UpdatedAt": .string(text)]).times.updatedAt == expected)
  }

  @Test("10: a leap second is the next midnight")
  func leapSecond() throws {
    let times = try ASFF.one(["/UpdatedAt": "2025-12-31T23:59:60Z"]).times
    #expect(times.updatedAt == Instant("2026-01-01T00:00:00Z"))
  }

  @Test(
    "A time that is there and can not be read refuses the finding",
    arguments: [
      "/UpdatedAt", "/ProcessedAt", "/LastObservedAt", "/FirstObservedAt", "/CreatedAt", "/Note/UpdatedAt",
    ])
  func badTimestamp(path: String) throws {
    for value in ["", "yesterday", "2026-02-30T00:00:00Z", "2026-01-02T00:00:00", 1_767_312_000, ["a"]]
      as [JSONValue]
    {
      let refusal = try ASFF.refusal([path: value])
      #expect(refusal.reason == .badTimestamp)
      #expect(refusal.path == path)
      #expect(refusal.hint?.isEmpty == false)
    }
    if path != "/UpdatedAt" { _ = try ASFF.one([path: .null]) }
  }

  @Test("A time of delivery dates a finding that has no time of its own")
  func datedByEnvelope() throws {
    let bare = Fixture.finding([
      "/UpdatedAt": ASFF.gone, "/ProcessedAt": ASFF.gone, "/LastObservedAt": ASFF.gone,
    ])
    let reading = try Reading(ContainerTests.eventBridge("Imported", "[" + bare + "]"))
    #expect(reading.texts == [bare])
    #expect(reading.observations.first?.eventTimeOf(reading.records.first) == Instant(ContainerTests.time))
  }

  @Test("33: datetime objects of recorded answers are times")
  func placebo() throws {
    let value: JSONValue = [
      "__class__": "datetime", "year": 2026, "month": 1, "day": 2, "hour": 3, "minute": 4, "second": 5,
      "microsecond": 678_901,
    ]
    #expect(try ASFF.one(["/UpdatedAt": value]).times.updatedAt == Instant("2026-01-02T03:04:05.678Z"))
    #expect(try ASFF.refusal(["/UpdatedAt": value.setting(["month"], to: 13)]).reason == .badTimestamp)
    #expect(try ASFF.refusal(["/UpdatedAt": value.setting(["day"], to: 32)]).reason == .badTimestamp)
    #expect(
      try ASFF.refusal(["/UpdatedAt": value.setting(["__class__"], to: "date")]).reason == .badTimestamp)
  }
}

@Suite("Timestamps in bytes")
struct TimestampTests {
  @Test("The short way to read a timestamp gives what the long way gives")
  func twoWays() throws {
    var random = SeededGenerator(seed: 3)
    let forms = ["2026-01-02T03:04:05Z", "2026-12-31T23:59:59.999Z", "0000-02-28T00:00:00.000Z"]
    let alphabet = Array("0123456789-:.TZ+ z".utf8)
    for _ in 0..<20_000 {
      var text = Array(try #require(forms.randomElement(using: &random)).utf8)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        text[Int.random(in: 0..<text.count, using: &random)] = alphabet.randomElement(using: &random) ?? 0
      }
      let bytes = [0x22] + text + [0x22]
      #expect(
        Instant(rfc3339: bytes, in: 1..<bytes.count - 1) == Instant(rfc3339: text),
        "\(String(decoding: text, as: UTF8.self))")
    }
  }
}
