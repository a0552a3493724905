import Demo
import Foundation
import Ingest
import Intake
import Remediation
import Store
import TestSupport
import Testing

@testable import Exposition

@Suite("What was counted while reading")
struct SourceCountTests {
  /// The same numbers from the records themselves: slow, and by other means.
  private static let recount = """
    WITH told AS (
      SELECT r.source, f.run_id, coalesce(o.event_time, e.event_time) AS event_time
      FROM record r
      JOIN file f ON f.id = r.file_id
      LEFT JOIN observation o ON o.position = r.position
      LEFT JOIN ledger_entry e ON e.position = r.position
    )
    SELECT t.source, count(*) AS records, max(t.event_time) AS newest,
      sum(EXISTS (
        SELECT 1 FROM told earlier
        WHERE earlier.source = t.source AND earlier.run_id < t.run_id AND earlier.event_time > t.event_time
      )) AS late,
      (SELECT count(*) FROM delivery d JOIN record r ON r.position = d.position WHERE r.source = t.source) AS again
    FROM told t GROUP BY t.source ORDER BY t.source
    """
  private static let counted = """
    SELECT source, sum(records) AS records, max(newest_event) AS newest, sum(late_records) AS late,
      sum(duplicate_records) AS again
    FROM file_source GROUP BY source ORDER BY source
    """

  @Test("is what the records say, in any order of arrival", arguments: [1, 2, 3] as [UInt64])
  func recount(seed: UInt64) throws {
    let end = Instant(milliseconds: 1_782_777_600_000)
    let demo = DemoEstate(seed: 7, findings: 60, days: 60, until: end.milliseconds)
    var inputs = demo.files()
      .filter { $0.name.hasPrefix("securityhub/") || $0.name.hasPrefix("ledger/") }
      .map { IngestInput.bytes($0.bytes, name: $0.name) }
    var generator = SeededGenerator(seed: seed)
    inputs.shuffle(using: &generator)
    inputs += inputs.prefix(3)
    let folder = try TemporaryFolder()
    let store = try Store.open(at: folder.file("s.db").path, create: true)
    for group in 0..<6 {
      _ = try IngestRun(now: { end }).run(
        inputs.enumerated().filter { $0.offset % 6 == group }.map(\.element), into: store)
    }
    let (told, counted) = try store.snapshot(asOf: end) { snapshot in
      (try snapshot.rows(Self.recount).map(\.all), try snapshot.rows(Self.counted).map(\.all))
    }
    #expect(counted == told)
    #expect(counted.contains { ($0[3].int ?? 0) > 0 } && counted.contains { ($0[4].int ?? 0) > 0 })
  }
}
