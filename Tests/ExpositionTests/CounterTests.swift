import Demo
import Foundation
import Ingest
import Intake
import Remediation
import Store
import TestSupport
import Testing

@testable import Exposition

@Suite("Counters never fall, and less what was taken back they are the folded value")
struct CounterTests {
  /// Every number of the cumulative families, by name, labels and part.
  private static func numbers(_ families: [MetricFamily]) -> [CountedName: Double] {
    var numbers: [CountedName: Double] = [:]
    for family in families where family.type == .counter || family.type == .histogram {
      for series in family.series {
        switch series.value {
        case .number(let number): numbers[CountedName(family.name, series.labels)] = number
        case .distribution(let distribution):
          for bucket in distribution.cumulative {
            let name = CountedName(family.name, series.labels, part: MetricNumber.edge(bucket.edge))
            numbers[name] = bucket.count
          }
          numbers[CountedName(family.name, series.labels, part: "sum")] = distribution.sum
        }
      }
    }
    return numbers
  }

  /// Total − retracted of each counter that may be retracted, where it is not zero.
  private static func standing(
    _ families: [MetricFamily], _ catalogue: MetricCatalogue
  ) -> [CountedName: Double] {
    let numbers = numbers(families)
    var standing: [CountedName: Double] = [:]
    for definition in catalogue.definitions where definition.isRetractable {
      for (name, total) in numbers where name.family == definition.family {
        let taken = numbers[CountedName(definition.retractedFamily, name.labels, part: name.part)] ?? .nan
        // Sums of whole milliseconds, added in another order.
        let rest = ((total - taken) * 1000).rounded() / 1000
        if rest != 0 { standing[name] = rest }
      }
    }
    return standing
  }

  @Test("a number that is folded again and again", arguments: 1...20 as ClosedRange<UInt64>)
  func counted(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var counted = Counted()
    for _ in 0..<200 {
      let before = counted
      let folded = Double(Int.random(in: 0...50, using: &generator))
      counted.take(folded)
      #expect(counted.total >= before.total && counted.retracted >= before.retracted)
      #expect(counted.total - counted.retracted == folded)
      // Nothing is counted and taken back in one step.
      #expect(counted.total == before.total || counted.retracted == before.retracted)
    }
  }

  @Test("the demo's files in any order, with a scrape after each", arguments: [3, 5, 8] as [UInt64])
  func arrival(seed: UInt64) throws {
    let end = Instant(milliseconds: 1_782_777_600_000)
    let demo = DemoEstate(seed: 7, findings: 120, days: 90, until: end.milliseconds)
    var inputs = demo.files()
      .filter { $0.name.hasPrefix("securityhub/") || $0.name.hasPrefix("ledger/") }
      .map { IngestInput.bytes($0.bytes, name: $0.name) }
    let collector = try SampleStore.collector()

    let straight = try TemporaryFolder()
    let whole = try Store.open(at: straight.file("s.db").path, create: true)
    _ = try IngestRun(now: { end }).run(inputs, into: whole)
    let folded = try whole.snapshot(asOf: end) { try collector.collect($0).families }

    var generator = SeededGenerator(seed: seed)
    inputs.shuffle(using: &generator)
    let folder = try TemporaryFolder()
    let store = try Store.open(at: folder.file("s.db").path, create: true)
    var base = CounterBase()
    var shown: [CountedName: Double] = [:]
    var families: [MetricFamily] = []
    for (step, input) in inputs.enumerated() {
      _ = try IngestRun(now: { end }).run([input], into: store)
      // A scrape at the end of the history, so that what the clock decides is all due.
      families = try store.snapshot(asOf: end) { try collector.collect($0, counting: &base).families }
      let now = Self.numbers(families)
      for (name, value) in shown {
        #expect(now[name] ?? -1 >= value, "step \(step): \(name) fell from \(value)")
      }
      shown = now
      if try store.keep(base.unkept) { base.markKept() }
      // Another exporter, or this one started again, goes on from what the store kept.
      if Bool.random(using: &generator) { base = CounterBase() }
    }
    #expect(Self.standing(families, collector.catalogue) == Self.standing(folded, collector.catalogue))
    let taken = Self.numbers(families).filter { $0.key.family.contains("_retracted") && $0.value > 0 }
    #expect(!taken.isEmpty, "nothing was ever taken back: the order was no test")
    // Of an instant the metrics are a function of the records: nothing that was shown is in them.
    let asOf = try store.snapshot(asOf: end) { try collector.collect($0).families }
    #expect(Self.standing(asOf, collector.catalogue) == Self.standing(folded, collector.catalogue))
    #expect(Self.numbers(asOf).filter { $0.key.family.contains("_retracted") }.values.allSatisfy { $0 == 0 })
  }

  @Test("what the clock decides is counted once it is due, and taken back by what comes late")
  func clock() throws {
    let sample = try SampleStore(
      """
      INSERT INTO new_violation(id, severity, state) VALUES (1, 5, 1);
      INSERT INTO new_episode(violation, opened) VALUES (1, '2026-02-20T00:00:00Z');
      """)
    let collector = try SampleStore.collector()
    var base = CounterBase()
    func breaches(_ asOf: Instant) throws -> (total: Double?, retracted: Double?) {
      let families = try sample.store.snapshot(asOf: asOf) {
        try collector.collect($0, counting: &base).families
      }
      let numbers = Self.numbers(families)
      return (
        numbers[CountedName("closeout_sla_breaches", ["CRITICAL"])],
        numbers[CountedName("closeout_sla_breaches_retracted", ["CRITICAL"])]
      )
    }
    // Fifteen days from 20 February.
    let due = SampleStore.asOf.advanced(byMilliseconds: 6 * .day)
    #expect(try breaches(due.advanced(byMilliseconds: -1)) == (0, 0))
    #expect(try breaches(due) == (1, 0))
    #expect(try breaches(due.advanced(byMilliseconds: 60 * .day)) == (1, 0))
    // Evidence that the scanner had passed it in time comes later.
    try sample.execute(
      """
      UPDATE episode SET state = 3, reason = 1, closed_at = opened_at + 86400000;
      UPDATE violation_state SET state = 3;
      """)
    #expect(try breaches(due.advanced(byMilliseconds: 61 * .day)) == (1, 1))
    // Evidence about what is not due yet moves no counter.
    try sample.execute(
      """
      INSERT INTO new_violation(id, severity, state) VALUES (2, 5, 1);
      INSERT INTO new_episode(violation, opened) VALUES (2, '2026-05-05T00:00:00Z');
      """)
    #expect(try breaches(due.advanced(byMilliseconds: 62 * .day)) == (1, 1))
    try sample.execute("UPDATE episode SET opened_at = opened_at + 86400000 WHERE violation_id = 2;")
    #expect(try breaches(due.advanced(byMilliseconds: 62 * .day)) == (1, 1))
  }

  @Test("the values of a capped label that were shown first keep their series")
  func membership() throws {
    func collector(_ rows: String) throws -> FamilyCollector {
      let definition = try MetricDefinition(
        parsing: """
          -- family: zoo_meals
          -- type: counter
          -- help: Meals.
          -- labels: animal
          -- cap: animal 2 other
          \(rows);
          """, path: "zoo/meals.sql")
      return try SampleStore.collector(MetricCatalogue([definition]))
    }
    let sample = try SampleStore()
    var base = CounterBase()
    func meals(_ rows: String) throws -> [MetricSeries] {
      try sample.collect(collector(rows), counting: &base).first { $0.name == "zoo_meals" }?.series ?? []
    }
    _ = try meals("SELECT 'owl' AS animal, 3 AS value UNION ALL SELECT 'cat', 5")
    #expect(
      try meals("SELECT 'ant' AS animal, 7 AS value UNION ALL SELECT 'cat', 6 UNION ALL SELECT 'owl', 3")
        == [MetricSeries(["cat"], 6), MetricSeries(["other"], 7), MetricSeries(["owl"], 3)])
    // One that is no longer in the rows does not go away either.
    #expect(
      try meals("SELECT 'ant' AS animal, 7 AS value")
        == [MetricSeries(["cat"], 6), MetricSeries(["other"], 7), MetricSeries(["owl"], 3)])
  }

  @Test("two exporters of one store agree on the larger")
  func exporters() throws {
    let sample = try SampleStore()
    let name = CountedName("a", ["x\"y", "z"])
    #expect(try sample.store.keep([name: Counted(total: 5, retracted: 1)]))
    #expect(try sample.store.keep([name: Counted(total: 4, retracted: 2)]))
    let kept = try sample.store.snapshot(asOf: SampleStore.asOf) { try $0.counted() }
    #expect(kept == [name: Counted(total: 5, retracted: 2)])
  }

  @Test("a histogram keeps the buckets of an earlier policy")
  func buckets() throws {
    func definition(_ rows: String) throws -> MetricDefinition {
      try MetricDefinition(
        parsing: """
          -- family: zoo_sleep_seconds
          -- type: histogram
          -- unit: seconds
          -- help: Sleep.
          \(rows);
          """, path: "zoo/sleep.sql")
    }
    let sample = try SampleStore()
    var base = CounterBase()
    func sleep(_ rows: String) throws -> [MetricFamily] {
      try sample.collect(SampleStore.collector(MetricCatalogue([definition(rows)])), counting: &base)
        .filter { $0.name.hasPrefix("zoo") }
    }
    let first = try sleep("SELECT 60 AS le, 3 AS count, 90.5 AS sum UNION ALL SELECT NULL, 1, 100")
    #expect(first.map(\.name) == ["zoo_sleep_retracted_seconds", "zoo_sleep_seconds"])
    let second = try sleep(
      "SELECT 30 AS le, 2 AS count, 40.5 AS sum UNION ALL SELECT 60, 1, 50 UNION ALL SELECT NULL, 1, 100")
    func counts(_ family: MetricFamily) -> [Double] {
      guard case .distribution(let found)? = family.series.first?.value else { return [] }
      return found.cumulative.map(\.count) + [found.sum]
    }
    #expect(counts(second[1]) == [2, 5, 6, 190.5])
    #expect(counts(second[0]) == [0, 2, 2, 0])
  }
}
