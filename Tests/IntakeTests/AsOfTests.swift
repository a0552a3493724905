import Foundation
import Ingest
import Intake
import Remediation
import Store
import Summary
import TestSupport
import Testing

@Suite("As-of shows the past as it stood")
struct AsOfTests {
  /// The numbers at T from everything equal the numbers at T from what was known by event time at T.
  @Test(arguments: [15, 40, 75, 100, 119])
  func `at an instant only the records up to it count`(day: Int) throws {
    let instant = Estate.end.advanced(byMilliseconds: -Int64(120 - day) * .day)
    let folder = try TemporaryFolder()
    let (all, known) = (folder.file("all.db").path, folder.file("known.db").path)
    try Estate.ingest(Estate.inputs, into: all)
    try Estate.ingest([try Self.records(upTo: instant)], into: known)
    let (then, now) = (try Estate.summary(known, asOf: instant), try Estate.summary(all, asOf: instant))
    #expect(now == then, "\(Estate.differences(now, then))")
  }

  @Test func `an instant before everything shows an empty estate`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db").path
    try Estate.ingest(Estate.inputs, into: path)
    let summary = try Estate.summary(path, asOf: Instant("2001-01-01T00:00:00Z")!)
    #expect(summary.findings == 0)
    #expect(summary.episodes.opened == 0)
    #expect(summary.autofix.attempts == 0)
  }

  @Test func `windows that share a border share no closing`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db").path
    try Estate.ingest(Estate.inputs, into: path)
    let border = Estate.end.advanced(byMilliseconds: -30 * .day)
    let whole = try Estate.summary(path)
    let before = try Estate.summary(path, window: Window(to: border))
    let after = try Estate.summary(path, window: Window(from: border))
    #expect(before.episodes.opened + after.episodes.opened == whole.episodes.opened)
    for reason in CloseReason.allCases {
      #expect(
        (before.episodes.closed[reason] ?? 0) + (after.episodes.closed[reason] ?? 0)
          == whole.episodes.closed[reason] ?? 0)
    }
    #expect(before.timeToRemediate.n + after.timeToRemediate.n == whole.timeToRemediate.n)
    #expect(before.autofix.attempts + after.autofix.attempts == whole.autofix.attempts)
  }

  /// The records whose event time is not after an instant, as NDJSON.
  private static func records(upTo instant: Instant) throws -> IngestInput {
    var lines: [UInt8] = []
    for input in Estate.inputs {
      var splitter = try RecordSplitter(input)
      var reader = RecordReader()
      while let raw = try splitter.next() {
        let batch = reader.read(raw)
        for record in batch.records where record.eventTime <= instant {
          lines += batch.bytes[record.range] + [0x0A]
        }
      }
    }
    return .bytes(lines, name: "known")
  }
}

extension IncomingRecord {
  fileprivate var eventTime: Instant {
    switch content {
    case .observation(let observation): observation.value.times.eventTime(earliestEnvelope: envelopeTime)!
    case .entry(let entry): entry.value.time
    }
  }
}
