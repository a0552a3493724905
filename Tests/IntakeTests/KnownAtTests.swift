import Foundation
import Ingest
import Intake
import Remediation
import Store
import Summary
import TestSupport
import Testing

@Suite("Known-at shows what had been ingested")
struct KnownAtTests {
  /// A clock that moves a day with each run.
  private static func ingest(_ inputs: [IngestInput], into path: String, on day: Int64) throws {
    let instant = Estate.end.advanced(byMilliseconds: day * .day)
    _ = try IngestRun(now: { instant }).run(inputs, into: Store.open(at: path, create: true))
  }

  private static func summary(_ path: String, asOf: Instant, knownAt: Instant?) throws -> EstateSummary {
    try Store.open(at: path, create: false).snapshot(asOf: asOf, knownAt: knownAt) { snapshot in
      try EstateSummary(snapshot)
    }
  }

  @Test(arguments: [1, 2, 3])
  func `numbers are those of a store that had read no more, at any as-of`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    // Findings that only an envelope dates are dated by all their deliveries: see decision 0010.
    let inputs = Estate.inputs.filter { !$0.name.contains("firehose") }.shuffled(using: &generator)
    let half = inputs.count / 2
    let folder = try TemporaryFolder()
    let (all, early) = (folder.file("all.db").path, folder.file("early.db").path)
    try Self.ingest(Array(inputs[..<half]), into: all, on: 1)
    try Self.ingest(Array(inputs[half...]), into: all, on: 3)
    try Self.ingest(Array(inputs[..<half]), into: early, on: 1)
    let known = Estate.end.advanced(byMilliseconds: 2 * .day)
    for asOf in [Estate.end, Estate.end.advanced(byMilliseconds: -40 * .day)] {
      let then = try Self.summary(early, asOf: asOf, knownAt: nil)
      let now = try Self.summary(all, asOf: asOf, knownAt: known)
      let isSame = now == then
      #expect(isSame, "\(Estate.differences(now, then))")
      let isOther = try Self.summary(all, asOf: asOf, knownAt: nil) != then
      #expect(isOther)
    }
  }

  @Test func `before the first run nothing is known, and after the last everything is`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db").path
    try Self.ingest(Estate.inputs, into: path, on: 1)
    let before = try Self.summary(path, asOf: Estate.end, knownAt: Estate.end)
    #expect(before.findings == 0 && before.episodes.opened == 0 && before.autofix.attempts == 0)
    let after = Estate.end.advanced(byMilliseconds: 2 * .day)
    #expect(
      try Self.summary(path, asOf: Estate.end, knownAt: after)
        == Self.summary(path, asOf: Estate.end, knownAt: nil))
  }
}
