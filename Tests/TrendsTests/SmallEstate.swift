import Foundation
import GRDB
import Remediation
import Store
import TestSupport

@testable import Trends

/// Rows of a store as a fold leaves them, written by hand; the tests count them again in their own way.
struct SmallEstate {
  struct Episode {
    var violation: Int
    var number: Int
    var opened: Int64
    var closed: Int64?
    var reason: CloseReason?
    var severity: Severity
    var isClaimed: Bool
    var defect: TimeDefect?
  }

  private(set) var episodes: [Episode] = []
  private var controls: [String] = []
  private var statements: [String] = []
  private var violations: [(control: Int, title: String, isTrusted: Bool)] = []
  private var entries = 0
  let begins: Int64

  /// - Parameter begins: the event time of the first record.
  init(begins: String) {
    self.begins = instant(begins).milliseconds
  }

  /// Adds a violation and returns its number.
  mutating func violation(
    _ control: String, title: String = "A title", isTrusted: Bool = true
  ) -> Int {
    if !controls.contains(control) { controls.append(control) }
    let index = controls.firstIndex(of: control) ?? 0
    violations.append((index + 1, title, isTrusted))
    return violations.count
  }

  mutating func episode(
    of violation: Int, opened: Int64, closed: Int64? = nil, _ reason: CloseReason? = nil,
    severity: Severity = .medium, isClaimed: Bool = false, defect: TimeDefect? = nil
  ) {
    let number = episodes.count { $0.violation == violation } + 1
    episodes.append(
      Episode(
        violation: violation, number: number, opened: opened, closed: closed,
        reason: closed == nil ? nil : reason ?? .verified, severity: severity, isClaimed: isClaimed,
        defect: defect))
  }

  /// - Parameter contradicted: the claim that a success makes did not hold.
  mutating func attempt(
    on violation: Int?, started: Int64? = nil, ended: Int64, outcome: AttemptOutcome,
    mode: AttemptFacts.Mode = .enforce, executor: AttemptFacts.Executor = .automation,
    contradicted: Bool = false
  ) {
    entries += 1
    entry(
      "2, \(ended), \(violation == nil ? 0 : 1), \(violation.map(String.init) ?? "NULL"), 'a\(entries)', "
        + "\(mode.rawValue), \(executor.rawValue), \(started.map(String.init) ?? "NULL"), \(ended), "
        + "\(outcome.rawValue)")
    guard let violation, outcome == .succeeded else { return }
    statements.append(
      """
      INSERT INTO claim(violation_id, episode, ordinal, origin, claimed_at, position, finding_id, outcome)
      VALUES (\(violation), 1, \(entries), 2, \(ended), \(entries), \(violation),
        '\(contradicted ? "contradicted" : "confirmed")');
      """)
  }

  mutating func rollback(at: Int64, outcome: AttemptOutcome = .succeeded) {
    entries += 1
    entry("4, \(at), 0, NULL, NULL, NULL, NULL, NULL, NULL, \(outcome.rawValue)")
  }

  private mutating func entry(_ values: String) {
    statements.append(
      """
      INSERT INTO record(position, source, file_id, line, byte_offset) VALUES (\(entries), 3, 1, 1, 0);
      INSERT INTO ledger_entry(position, prefix, pipeline_id, uid, uid_hash, conflicting, type, event_time,
        subject_kind, subject_hash, attempt, mode, executor, started_at, ended_at, outcome)
      VALUES (\(entries), \(entries), 1, 'e\(entries)', \(entries), 0, \(values));
      """)
  }

  /// Writes the rows into a new store and reads them as of an instant.
  func read<Result>(asOf: Instant, window: Window = .allTime, _ body: (borrowing Snapshot) throws -> Result)
    throws -> Result
  {
    let folder = try TemporaryFolder()
    let path = folder.file("closeout.db").path
    let store = try Store.open(at: path, create: true)
    let writer = try DatabaseQueue(path: path)
    try writer.write { database in
      try database.execute(sql: "INSERT INTO setting(name, value) VALUES ('folded', '1000000')")
      for (index, control) in controls.enumerated() {
        try database.execute(
          sql: "INSERT INTO control(id, uid) VALUES (?, ?)", arguments: [index + 1, control])
      }
      for index in violations.indices { try write(violation: index + 1, database) }
      for episode in episodes { try write(episode, database) }
      try database.execute(sql: statements.joined(separator: "\n"))
    }
    try writer.close()
    return try store.snapshot(asOf: asOf, window: window, body)
  }

  func report(asOf: String) throws -> TrendReport {
    try read(asOf: instant(asOf)) { try TrendReport($0) }
  }

  private func write(violation number: Int, _ database: Database) throws {
    let violation = violations[number - 1]
    let last = episodes.last { $0.violation == number }
    let state = last.map { $0.closed != nil ? 3 : $0.isClaimed ? 2 : 1 } ?? 0
    let severity = last?.severity.rawValue ?? 0
    try database.execute(
      sql: """
        INSERT INTO violation(id, subject_hash, partition, account_id, region_id, control_id, resources)
        VALUES (?, ?, 'aws', 1, 1, ?, '')
        """, arguments: [number, number, violation.control])
    try database.execute(
      sql: "INSERT INTO finding(id, uid, uid_hash, product_id, violation_id) VALUES (?, ?, ?, 1, ?)",
      arguments: [number, "f\(number)", number, number])
    try database.execute(
      sql: """
        INSERT INTO description(id, digest, title, product, generator, resource_type, standards, requirements,
          trusted) VALUES (?, ?, ?, '', '', '', '[]', '[]', ?)
        """, arguments: [number, number, violation.title, violation.isTrusted])
    try database.execute(
      sql: """
        INSERT INTO finding_state(finding_id, description_id, first_event, last_event, severity, workflow,
          record_state, failing) VALUES (?, ?, ?, ?, ?, 1, 1, ?)
        """, arguments: [number, number, begins, begins, severity, state == 1 || state == 2])
    try database.execute(
      sql: """
        INSERT INTO violation_state(violation_id, last_event, state, severity, trusted) VALUES (?, ?, ?, ?, ?)
        """, arguments: [number, begins, state, severity, violation.isTrusted])
  }

  private func write(_ episode: Episode, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO episode(violation_id, number, opened_at, opened_by, opening_estimated, severity, state,
          claimed_at, closed_at, closing_estimated, reason, weak, contradictions, time_defect)
        VALUES (?, ?, ?, 0, 0, ?, ?, ?, ?, 0, ?, 0, 0, ?)
        """,
      arguments: [
        episode.violation, episode.number, episode.opened, episode.severity.rawValue,
        episode.closed != nil ? 3 : episode.isClaimed ? 2 : 1, episode.isClaimed ? episode.opened : nil,
        episode.closed, episode.reason?.rawValue, episode.defect?.rawValue,
      ])
  }
}

func instant(_ text: String) -> Instant { Instant(text) ?? Instant(milliseconds: 0) }

extension Int64 {
  static let hour: Int64 = 3_600_000
}
