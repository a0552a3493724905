import GRDB
import Queries
import Remediation

/// What observations say, with the findings, violations and descriptions they name.
struct ObservationTable: ~Copyable {
  private let insert: Statement
  private let insertUnfolded: Statement
  private let insertMoved: Statement
  private let envelope: Statement
  private let setEnvelope: Statement
  private let setEventTime: Statement
  private var findings: FindingDirectory
  private var violations: ViolationDirectory
  private var descriptions: DescriptionDirectory

  init(_ database: Database, isFirstLoad: Bool) throws {
    let insert = try Statement(Queries.Ingest.insertObservation, on: database)
    let insertUnfolded = try Statement(Queries.Ingest.insertUnfolded, on: database)
    let insertMoved = try Statement(Queries.Ingest.insertMovedFinding, on: database)
    let envelope = try Statement(Queries.Ingest.envelopeOfRecord, on: database)
    let setEnvelope = try Statement(Queries.Ingest.setEnvelope, on: database)
    let setEventTime = try Statement(Queries.Ingest.setEventTime, on: database)
    let findings = try FindingDirectory(database, isFirstLoad: isFirstLoad)
    let violations = try ViolationDirectory(database, isFirstLoad: isFirstLoad)
    let descriptions = try DescriptionDirectory(database)
    self.insert = insert
    self.insertUnfolded = insertUnfolded
    self.insertMoved = insertMoved
    self.envelope = envelope
    self.setEnvelope = setEnvelope
    self.setEventTime = setEventTime
    self.findings = findings
    self.violations = violations
    self.descriptions = descriptions
  }

  /// How many findings the memory holds.
  var findingCount: Int { findings.knownCount }

  /// From now on the indexes are asked; what the memory held is let go.
  mutating func askIndex() {
    findings.askIndex()
    violations.askIndex()
  }

  /// Writes an observation and returns its finding.
  mutating func insert(
    _ prepared: PreparedObservation, at position: Int64, prefix: UInt64, envelope: Instant?
  ) throws -> Int64 {
    let keys = prepared.keys
    let times = prepared.observation.times
    let eventTime = times.eventTime(earliestEnvelope: envelope) ?? Instant(milliseconds: 0)
    var violation: Int64?
    if let key = prepared.observation.violation, let digest = keys.violation {
      violation = try violations.id(of: key, digest)
      if let name = prepared.observation.description?.accountName {
        violations.name(account: key.account, name, at: eventTime)
      }
    }
    let finding = try findings.entry(of: prepared.observation.finding, keys.finding, violation: violation)
    if let violation, finding.violation != violation {
      try noteMove(finding, to: violation, keys)
    }
    var description: Int64?
    if let text = prepared.observation.description, let key = keys.description {
      description = try descriptions.id(of: text, key)
    }
    insert.bind(position, at: 1)
    insert.bind(Int64(bitPattern: prefix), at: 2)
    insert.bind(finding.id, at: 3)
    insert.bind(violation, at: 4)
    insert.bind(description, at: 5)
    insert.bind(prepared.observation.kind.rawValue, at: 6)
    insert.bind(eventTime.milliseconds, at: 7)
    insert.bind((times.latest ?? eventTime).milliseconds, at: 8)
    insert.bind(prepared.observation.severity?.rawValue, at: 9)
    insert.bind(prepared.observation.compliance?.rawValue, at: 10)
    insert.bind(prepared.observation.priorCompliance?.rawValue, at: 11)
    insert.bind(prepared.observation.workflow?.rawValue, at: 12)
    insert.bind(prepared.observation.recordState?.rawValue, at: 13)
    insert.bind(prepared.observation.verdict?.rawValue, at: 14)
    insert.bind(prepared.observation.archivalCause?.rawValue, at: 15)
    insert.bind(prepared.observation.closedByProduct, at: 16)
    insert.bind(times.updatedAt?.milliseconds, at: 17)
    insert.bind(times.processedAt?.milliseconds, at: 18)
    insert.bind(times.noteUpdatedAt?.milliseconds, at: 19)
    insert.bind(times.changedAt?.milliseconds, at: 20)
    insert.bind(Instant.earliest(times.firstObservedAt, times.createdAt)?.milliseconds, at: 21)
    try insert.run()
    return finding.id
  }

  /// Writes what is still gathered; before each commit.
  mutating func flush() throws {
    try violations.writeNames()
  }

  /// The number of a product.
  mutating func product(_ arn: String) throws -> Int64 {
    try findings.product(arn)
  }

  /// Takes notice of a further envelope that an observation came in: the earliest may date it.
  func date(_ position: Int64, envelope time: Instant) throws {
    envelope.bind(position, at: 1)
    defer { envelope.reset() }
    guard try envelope.step() else { return }
    let (finding, latest, known) = (envelope.int(0), envelope.int(1), envelope.optionalInt(2))
    guard known.map({ time.milliseconds < $0 }) ?? true else { return }
    setEnvelope.bind(position, at: 1)
    setEnvelope.bind(time.milliseconds, at: 2)
    try setEnvelope.run()
    setEventTime.bind(position, at: 1)
    setEventTime.bind(max(latest, time.milliseconds), at: 2)
    try setEventTime.run()
    insertUnfolded.bind(finding, at: 1)
    try insertUnfolded.run()
  }

  /// Which violation the finding belongs to is settled when all records are there.
  private mutating func noteMove(
    _ finding: FindingDirectory.Entry, to violation: Int64, _ keys: ObservationKeys
  ) throws {
    insertUnfolded.bind(finding.id, at: 1)
    try insertUnfolded.run()
    if finding.violation == nil {
      findings.setViolation(violation, of: keys.finding)
    } else {
      insertMoved.bind(finding.id, at: 1)
      try insertMoved.run()
    }
  }
}
