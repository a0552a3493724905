import GRDB
import Queries
import Remediation

/// Reads the ledger entries that the fold looks at: attempts, rollbacks and verdicts about the touched violations,
/// their findings and their resources.
///
/// Three statements run side by side in the order of violations, so the memory held is that of one violation.
struct LedgerEntries: ~Copyable {
  private var ofFindings: Cursor
  private var ofResource: Cursor
  private var ofSubjects: Cursor

  /// - Parameters:
  ///   - asOf: the latest event time that counts.
  ///   - before: the first position of the log that does not.
  init(_ database: Database, asOf: Instant, before: Int64) throws {
    let ofFindings = try Cursor(Queries.Folding.touchedEntries, database, asOf, before)
    let ofResource = try Cursor(Queries.Folding.touchedResourceEntries, database, asOf, before)
    let ofSubjects = try Cursor(Queries.Folding.touchedSubjectEntries, database, asOf, before)
    self.ofFindings = ofFindings
    self.ofResource = ofResource
    self.ofSubjects = ofSubjects
  }

  /// Adds the entries of a violation that has its observations; asked for in the order of violations.
  mutating func add(to loaded: inout LoadedViolation) throws {
    var attempts = AttemptLines()
    try ofFindings.add(to: &loaded, &attempts)
    try ofResource.add(to: &loaded, &attempts)
    try ofSubjects.add(to: &loaded, &attempts)
    loaded.records.append(contentsOf: attempts.claims)
  }
}

/// One of the three statements, on its current row.
private struct Cursor: ~Copyable {
  private let row: Statement
  /// The violation of the current row; nil behind the last.
  private var violation: Int64?

  init(_ query: String, _ database: Database, _ asOf: Instant, _ before: Int64) throws {
    let row = try Statement(query, on: database)
    row.bind(asOf.milliseconds, at: 1)
    row.bind(before, at: 2)
    violation = try row.step() ? row.int(0) : nil
    self.row = row
  }

  /// Entries of a violation without observations up to as-of are passed over.
  mutating func add(to loaded: inout LoadedViolation, _ attempts: inout AttemptLines) throws {
    while let other = violation, other <= loaded.id {
      if other == loaded.id { loaded.addEntry(row, &attempts) }
      violation = try row.step() ? row.int(0) : nil
    }
  }
}

extension LoadedViolation {
  fileprivate mutating func addEntry(_ row: borrowing Statement, _ attempts: inout AttemptLines) {
    var finding: Int?
    if let id = row.optionalInt(1) {
      // A finding that has no observation up to as-of is not there yet.
      guard let index = findings.firstIndex(where: { $0.id == id }) else { return }
      finding = index
    }
    let at = Instant(milliseconds: row.int(5))
    let order = RecordOrder(eventTime: at, latestTime: at, hashPrefix: UInt64(bitPattern: row.int(3)))
    let outcome: AttemptOutcome? = row.code(9)
    switch LedgerEntryType(rawValue: Int(row.int(4))) {
    case .attempted:
      attempts.add(row, finding: finding, order: order, outcome: outcome)
    case .rolledBack where outcome == .succeeded:
      records.append(
        FoldingRecord(record: row.int(2), finding: finding, order: order, content: .rollback(at: at)))
    case .triaged where row.optionalText(12) != nil:
      guard let verdict: Verdict = row.code(11) else { return }
      records.append(
        FoldingRecord(record: row.int(2), finding: finding, order: order, content: .verdict(verdict, at: at)))
    default:
      break
    }
  }
}

/// The lines about each attempt of a violation: of several, the last terminal one counts.
private struct AttemptLines {
  private struct Key: Hashable {
    var pipeline: Int64
    var attempt: ExactText
    var finding: Int?
  }

  private struct Line {
    var record: Int64
    var order: RecordOrder
    var outcome: AttemptOutcome
    var mode: AttemptFacts.Mode?
    var ended: Instant
  }

  private var lines: [Key: Line] = [:]

  mutating func add(
    _ row: borrowing Statement, finding: Int?, order: RecordOrder, outcome: AttemptOutcome?
  ) {
    guard let outcome, let attempt = row.optionalText(7) else { return }
    let key = Key(pipeline: row.int(6), attempt: ExactText(attempt), finding: finding)
    if let other = lines[key], order < other.order { return }
    lines[key] = Line(
      record: row.int(2), order: order, outcome: outcome, mode: row.code(8),
      ended: row.instant(10) ?? order.eventTime)
  }

  /// The claims that successful enforced attempts make.
  var claims: [FoldingRecord] {
    lines.compactMap { key, line in
      guard line.outcome == .succeeded, line.mode == .enforce else { return nil }
      return FoldingRecord(
        record: line.record, finding: key.finding, order: line.order, content: .claim(at: line.ended))
    }
  }
}
