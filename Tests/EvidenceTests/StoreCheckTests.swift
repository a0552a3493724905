import Evidence
import Foundation
import Intake
import Remediation
import Store
import TestSupport
import Testing
import TransparencyLog

@Suite("A store is checked against its log, and its numbers against its records")
struct StoreCheckTests {
  static func check(
    _ story: borrowing PackagedStory, against checkpoints: [Checkpoint] = []
  ) throws -> StoreCheck {
    try story.store.check(against: checkpoints, at: Story.asOf)
  }

  static func checkpoint(_ story: borrowing PackagedStory) throws -> Checkpoint {
    try story.store.read(asOf: Story.asOf) { snapshot in
      var log = try snapshot.log()
      return try Checkpoint(origin: "log", size: log.size, root: log.root())
    }
  }

  static func setting(_ name: String, _ story: borrowing PackagedStory) throws -> String? {
    try story.store.read(asOf: Story.asOf) { snapshot in
      try snapshot.first("SELECT value FROM setting WHERE name = :name", ["name": .text(name)])?.text("value")
    }
  }

  @Test("One that nobody touched agrees with itself, and remembers when that was seen")
  func intact() throws {
    let story = try PackagedStory.whole()
    let before = try Self.checkpoint(story)
    try story.store.append(LogEntry(.policy, body: Array("x".utf8)))
    let check = try Self.check(story, against: [before, try Self.checkpoint(story)])
    #expect(check.isIntact && check.isLogIntact, "\(check.problems)")
    #expect(check.records == Story.whole.count + 2)
    #expect(check.heads == 4 && check.violations == 2)
    #expect(check.size == check.records + check.heads + check.notes)
    #expect(check.checkpoints == [before.size, before.size + 1])
    #expect(try Self.setting("log_intact", story) == "1")
    #expect(try Self.setting("log_verified_at", story) == String(Story.asOf.milliseconds))
  }

  @Test(
    "Whatever is changed behind its back is found, and said where", .needs(.sqlite3),
    arguments: [
      (
        "UPDATE record_bytes SET frames = (SELECT frames FROM record_bytes ORDER BY first DESC LIMIT 1) "
          + "WHERE first = (SELECT min(first) FROM record_bytes)",
        StoreCheck.Area.records
      ),
      ("UPDATE record_bytes SET frames = x'00'", .records),
      ("UPDATE ledger_entry SET prefix = prefix + 1", .records),
      ("UPDATE observation SET prefix = prefix + 1", .records),
      ("DELETE FROM record_bytes WHERE first = (SELECT min(first) FROM record_bytes)", .records),
      ("DELETE FROM record WHERE position = 3", .tree),
      ("UPDATE log_note SET body = CAST(body || x'20' AS BLOB) WHERE type = 'receipt'", .notes),
      ("UPDATE log_note SET type = 'gossip' WHERE type = 'receipt'", .notes),
      ("DELETE FROM observation WHERE position = (SELECT max(position) FROM observation)", .heads),
      ("UPDATE head SET sequence = sequence + 1 WHERE sequence = 2", .heads),
      ("UPDATE head SET leaf = zeroblob(32) WHERE sequence = 1", .heads),
      ("UPDATE tile SET hashes = zeroblob(length(hashes)) WHERE level = 0", .checkpoints),
      ("UPDATE setting SET value = value - 1 WHERE name = 'log_size'", .tree),
      ("UPDATE record SET source = 99 WHERE position = 3", .columns),
      ("UPDATE episode SET closed_at = closed_at - 86400000 WHERE closed_at IS NOT NULL", .derived),
      ("DELETE FROM claim", .derived),
      ("UPDATE violation_state SET state = 1", .derived),
      ("UPDATE finding_state SET failing = 1 - failing", .derived),
    ])
  func changed(sql: String, area: StoreCheck.Area) async throws {
    let story = try PackagedStory.whole()
    let checkpoint = try Self.checkpoint(story)
    let result = try await PeerTool.sqlite3.run([story.store.path, sql])
    #expect(result.succeeded, "\(result.errorText)")
    let check = try Self.check(story, against: [checkpoint])
    #expect(!check.isIntact)
    #expect(check.counts[area] ?? 0 > 0, "\(check.problems)")
    let isLogIntact = area == .derived || area == .columns
    #expect(check.isLogIntact == isLogIntact)
    #expect(try Self.setting("log_intact", story) == (isLogIntact ? "1" : "0"))
  }

  /// Every column of the tables that hold what was read, but for the keys that rows are found by.
  static let tables: [(table: String, names: String)] = [
    ("observation", "position prefix"), ("ledger_entry", "position prefix"), ("finding", "id"),
    ("violation", "id"), ("description", "id"), ("account", "id name named_at"), ("region", "id"),
    ("control", "id"), ("product", "id"), ("pipeline", "id"),
  ]

  @Test("Every column that was read in a record is read again and named", .needs(.sqlite3), arguments: tables)
  func columns(table: String, keys: String) async throws {
    let story = try PackagedStory.whole()
    let path = story.store.path
    let copy = story.folder.file("changed.db").path
    let list = try await PeerTool.sqlite3.run([
      path, "PRAGMA wal_checkpoint(TRUNCATE); SELECT name, type FROM pragma_table_info('\(table)')",
    ])
    let columns = list.text.split(separator: "\n").dropFirst().map { $0.split(separator: "|") }
      .filter { !keys.split(separator: " ").contains($0[0]) }
    #expect(!columns.isEmpty, "\(list.errorText)")
    for column in columns {
      for file in [copy, copy + "-wal", copy + "-shm"] { try? FileManager.default.removeItem(atPath: file) }
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      let (name, isText) = (column[0], column[1] == "TEXT")
      let value = isText ? "coalesce(\(name), '') || 'x'" : "coalesce(\(name), 0) + 1"
      let changed = try await PeerTool.sqlite3.run([
        copy,
        "UPDATE \(table) SET \(name) = \(value) WHERE rowid = (SELECT max(rowid) FROM \(table)); SELECT changes()",
      ])
      #expect(changed.text == "1\n", "\(table).\(name): \(changed.errorText)")
      let check = try Store.open(at: copy, create: false).check(against: [], at: Story.asOf)
      // Which violation a finding belongs to follows from its latest snapshot.
      let area: StoreCheck.Area = table == "finding" && name == "violation_id" ? .derived : .columns
      #expect(check.counts[area] ?? 0 > 0, "\(table).\(name): \(check.problems)")
    }
  }

  @Test("A column is named with its record")
  func named() async throws {
    let story = try PackagedStory.whole()
    let sql = "UPDATE observation SET severity = 1 WHERE position = 1"
    #expect(try await PeerTool.sqlite3.run([story.store.path, sql]).succeeded)
    let problem = try #require(try Self.check(story).problems.first { $0.area == .columns })
    #expect(problem.place == "record 1")
    #expect(problem.text == "what is stored as its severity is not what its bytes say")
  }

  @Test("A log that was rewritten as a whole agrees with itself, and not with the checkpoint that was kept")
  func rewritten() throws {
    let story = try PackagedStory.whole()
    let kept = try Self.checkpoint(story)
    let other = try PackagedStory([
      [Story.snapshot("2026-01-09T08:00:00Z", "PASSED")] + Story.whole,
      [Story.snapshot("2026-03-01T08:00:00Z")],
      [Story.snapshot("2026-03-02T08:00:00Z")], [Story.snapshot("2026-03-03T08:00:00Z")],
    ])
    #expect(try Self.check(other).isIntact)
    #expect(try Self.check(other, against: [kept]).counts[.checkpoints] == 1)
  }
}
