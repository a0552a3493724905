import Foundation
import Ingest
import Intake
import Store
import TestSupport
import Testing

@Suite("What the fold wrote is a function of the records")
struct RebuildTests {
  /// The tables that the fold writes, and whose findings are whose.
  static let folded = [
    "SELECT * FROM episode ORDER BY violation_id, number",
    "SELECT * FROM claim ORDER BY violation_id, episode, ordinal",
    "SELECT * FROM suppressed_span ORDER BY violation_id, episode, ordinal",
    "SELECT * FROM violation_state ORDER BY violation_id",
    "SELECT * FROM finding_state ORDER BY finding_id",
    "SELECT id, violation_id FROM finding ORDER BY id",
  ]

  @Test func `a rebuild gives what many folds gave`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db").path
    for input in Estate.inputs { try Estate.ingest([input], into: path) }
    let store = try Store.open(at: path, create: false)
    let before = try Self.rows(store, Self.folded)
    #expect(before.count > 500)
    #expect(try store.rebuild() > 100)
    #expect(try Self.rows(store, Self.folded) == before)
  }

  @Test func `a store has the same indexes after a first load as after many`() throws {
    let query = ["SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name"]
    let folder = try TemporaryFolder()
    let (all, each) = (folder.file("all.db").path, folder.file("each.db").path)
    try Estate.ingest(Estate.inputs, into: all)
    for input in Estate.inputs.prefix(5) { try Estate.ingest([input], into: each) }
    let indexes = try Self.rows(Store.open(at: all, create: false), query)
    #expect(indexes.contains { $0.contains("ledger_entry_by_prefix") })
    #expect(try Self.rows(Store.open(at: each, create: false), query) == indexes)
  }

  @Test(.needs(.sqlite3)) func `a first load that was broken off is gone on with`() async throws {
    let folder = try TemporaryFolder()
    let (broken, whole) = (folder.file("broken.db").path, folder.file("whole.db").path)
    try Estate.ingest(Array(Estate.inputs.prefix(8)), into: broken)
    // What a killed load leaves: its records, and neither indexes nor anything folded.
    let cut = """
      DROP INDEX ledger_entry_by_prefix; DROP INDEX finding_by_uid; DROP INDEX finding_by_violation;
      DROP INDEX violation_by_subject; DROP INDEX observation_by_finding; DROP INDEX head_by_finding;
      DROP INDEX violation_state_by_event; DELETE FROM episode; DELETE FROM claim;
      DELETE FROM suppressed_span; DELETE FROM violation_state; DELETE FROM finding_state;
      DELETE FROM setting WHERE name = 'folded';
      """
    #expect(try await PeerTool.sqlite3.run([broken, cut]).succeeded)
    let again = try Estate.ingest(Estate.inputs, into: broken)
    try Estate.ingest(Estate.inputs, into: whole)
    #expect(again.total.duplicate > 100)
    #expect(try Estate.summary(broken) == Estate.summary(whole))
  }

  static func rows(_ store: Store, _ queries: [String]) throws -> [String] {
    try store.snapshot(asOf: Estate.end) { snapshot in
      try queries.flatMap { query in try snapshot.rows(query).map { "\($0)" } }
    }
  }
}
