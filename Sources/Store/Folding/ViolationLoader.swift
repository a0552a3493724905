import GRDB
import Queries
import Remediation

/// Reads the records of the touched violations, one violation after the other.
///
/// Four statements run side by side in the order of violations, so the memory held is that of one
/// violation, however many are touched.
struct ViolationLoader: ~Copyable {
  private var observations: Cursor
  private var findingEntries: Cursor
  private var resourceEntries: Cursor
  private var subjectEntries: Cursor

  /// - Parameters:
  ///   - asOf: the latest event time that counts.
  ///   - before: the first position of the log that does not.
  init(_ database: Database, asOf: Instant, before: Int64 = .max) throws {
    let observations = try Cursor(Queries.Folding.touchedObservations, database, asOf, before)
    let findingEntries = try Cursor(Queries.Folding.touchedEntries, database, asOf, before)
    let resourceEntries = try Cursor(Queries.Folding.touchedResourceEntries, database, asOf, before)
    let subjectEntries = try Cursor(Queries.Folding.touchedSubjectEntries, database, asOf, before)
    self.observations = observations
    self.findingEntries = findingEntries
    self.resourceEntries = resourceEntries
    self.subjectEntries = subjectEntries
  }

  /// The next violation that has observations; nil after the last.
  mutating func next() throws -> LoadedViolation? {
    guard let violation = observations.violation else { return nil }
    var loaded = LoadedViolation(id: violation)
    while observations.violation == violation {
      loaded.addObservation(observations.row)
      try observations.advance()
    }
    var attempts = AttemptLines()
    try findingEntries.add(to: &loaded, &attempts)
    try resourceEntries.add(to: &loaded, &attempts)
    try subjectEntries.add(to: &loaded, &attempts)
    loaded.records.append(contentsOf: attempts.claims)
    return loaded
  }
}

/// One of the loader's statements, on its current row.
private struct Cursor: ~Copyable {
  let row: Statement
  /// The violation of the current row; nil behind the last.
  private(set) var violation: Int64?

  init(_ query: String, _ database: Database, _ asOf: Instant, _ before: Int64) throws {
    let row = try Statement(query, on: database)
    row.bind(asOf.milliseconds, at: 1)
    row.bind(before, at: 2)
    violation = try row.step() ? row.int(0) : nil
    self.row = row
  }

  mutating func advance() throws {
    violation = try row.step() ? row.int(0) : nil
  }

  /// Adds the ledger entries of a violation; those of one without observations up to as-of are passed over.
  mutating func add(to loaded: inout LoadedViolation, _ attempts: inout AttemptLines) throws {
    while let other = violation, other <= loaded.id {
      if other == loaded.id { loaded.addEntry(row, &attempts) }
      try advance()
    }
  }
}

/// A violation's records, ready to be folded.
struct LoadedViolation {
  let id: Int64
  var findings: [LoadedFinding] = []
  var records: [FoldingRecord] = []

  init(id: Int64) {
    self.id = id
  }
}

/// What the loader learns of a finding beside the records that are folded.
struct LoadedFinding {
  let id: Int64
  var firstEvent: Instant
  var lastEvent: Instant
  /// The description of the latest snapshot.
  var description: Int64?
  var describedBy: RecordOrder?
}

extension LoadedViolation {
  fileprivate mutating func addObservation(_ row: borrowing Statement) {
    let id = row.int(1)
    let order = RecordOrder(
      eventTime: Instant(milliseconds: row.int(5)), latestTime: Instant(milliseconds: row.int(6)),
      hashPrefix: UInt64(bitPattern: row.int(3)))
    if findings.last?.id != id {
      findings.append(LoadedFinding(id: id, firstEvent: order.eventTime, lastEvent: order.eventTime))
    }
    let index = findings.count - 1
    findings[index].firstEvent = min(findings[index].firstEvent, order.eventTime)
    findings[index].lastEvent = max(findings[index].lastEvent, order.eventTime)
    if let description = row.optionalInt(20), findings[index].describedBy.map({ $0 < order }) ?? true {
      findings[index].description = description
      findings[index].describedBy = order
    }

    var facts = FindingFacts()
    facts.severity = row.code(7)
    facts.compliance = row.code(8)
    facts.priorCompliance = row.code(9)
    facts.workflow = row.code(10)
    facts.recordState = row.code(11)
    facts.verdict = row.code(12)
    facts.archivalCause = row.code(13)
    facts.closedByProduct = row.int(14) != 0
    facts.updatedAt = row.instant(15)
    facts.processedAt = row.instant(16)
    facts.noteUpdatedAt = row.instant(17)
    facts.changedAt = row.instant(18)
    facts.startedAt = row.instant(19)
    facts.noteVerdict = row.code(22)
    let isHistory = row.int(4) == Int64(Observation.Kind.history.rawValue)
    records.append(
      FoldingRecord(
        record: row.int(2), finding: index, order: order,
        content: isHistory ? .history(facts) : .snapshot(facts)))
  }

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
struct AttemptLines {
  private struct Key: Hashable {
    var pipeline: Int64
    var attempt: String
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

  fileprivate mutating func add(
    _ row: borrowing Statement, finding: Int?, order: RecordOrder, outcome: AttemptOutcome?
  ) {
    guard let outcome, let attempt = row.optionalText(7) else { return }
    let key = Key(pipeline: row.int(6), attempt: attempt, finding: finding)
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

extension Statement {
  borrowing func instant(_ column: Int32) -> Instant? {
    optionalInt(column).map(Instant.init(milliseconds:))
  }

  borrowing func code<Code: RawRepresentable<Int>>(_ column: Int32) -> Code? {
    optionalInt(column).flatMap { Code(rawValue: Int($0)) }
  }
}
