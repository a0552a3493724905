import GRDB
import Queries
import Remediation
import TransparencyLog

/// What observations say, with the findings, violations and descriptions they name.
struct ObservationTable: ~Copyable {
  private var rows: IntegerRows
  private let byPrefix: Statement
  private let insertUnfolded: Statement
  private let insertMoved: Statement
  private let envelope: Statement
  private let setEnvelope: Statement
  private let setEventTime: Statement
  private var findings: FindingDirectory
  private var violations: ViolationDirectory
  private var descriptions: DescriptionDirectory
  /// By what their leaves begin with. Set during a store's first load, when there is no index to ask.
  private var loaded: LoadedPositions?
  /// The gathered rows, which no index has: what their leaves begin with, and their positions.
  private var waiting: [(prefix: UInt64, position: Int64)] = []

  init(_ database: Database, isFirstLoad: Bool) throws {
    let rows = try IntegerRows(Queries.Ingest.insertObservation, columns: 21, on: database)
    let byPrefix = try Statement(Queries.Ingest.observationByPrefix, on: database)
    let insertUnfolded = try Statement(Queries.Ingest.insertUnfolded, on: database)
    let insertMoved = try Statement(Queries.Ingest.insertMovedFinding, on: database)
    let envelope = try Statement(Queries.Ingest.envelopeOfRecord, on: database)
    let setEnvelope = try Statement(Queries.Ingest.setEnvelope, on: database)
    let setEventTime = try Statement(Queries.Ingest.setEventTime, on: database)
    let findings = try FindingDirectory(database, isFirstLoad: isFirstLoad)
    let violations = try ViolationDirectory(database, isFirstLoad: isFirstLoad)
    let descriptions = try DescriptionDirectory(database)
    self.rows = rows
    self.byPrefix = byPrefix
    self.insertUnfolded = insertUnfolded
    self.insertMoved = insertMoved
    self.envelope = envelope
    self.setEnvelope = setEnvelope
    self.setEventTime = setEventTime
    self.findings = findings
    self.violations = violations
    self.descriptions = descriptions
    loaded = isFirstLoad ? LoadedPositions() : nil
  }

  /// How many observations the memory holds.
  var loadedCount: Int { loaded?.count ?? 0 }

  /// How many findings the memory holds.
  var findingCount: Int { findings.knownCount }

  /// From now on the indexes are asked; what the memory held is let go.
  mutating func askIndex() {
    // What a first load gathers no ``waiting`` has.
    precondition(rows.isEmpty, "a transaction has ended before")
    findings.askIndex()
    violations.askIndex()
    loaded = nil
  }

  /// Where the store has the bytes of an observation already; nil when it does not.
  mutating func position(
    of leaf: LeafHash, _ observation: borrowing Observation, _ keys: ObservationKeys, _ log: inout LogAppender
  ) throws -> Int64? {
    if let loaded { return try loaded.first(of: leaf, in: &log) }
    for row in waiting where row.prefix == leaf.prefix {
      if try log.leaf(at: row.position) == leaf { return row.position }
    }
    // The same bytes are of the same finding.
    guard let finding = try findings.entry(of: observation.finding, keys.finding) else { return nil }
    byPrefix.bind(finding.id, at: 1)
    byPrefix.bind(Int64(bitPattern: leaf.prefix), at: 2)
    return try byPrefix.first(of: leaf, in: &log)
  }

  /// Writes an observation and returns its finding.
  mutating func insert(
    _ observation: borrowing Observation, _ keys: ObservationKeys, at position: Int64, leaf: LeafHash,
    envelope: Instant?
  ) throws -> Int64 {
    let times = observation.times
    let eventTime = times.eventTime(earliestEnvelope: envelope) ?? Instant(milliseconds: 0)
    let known = try findings.entry(of: observation.finding, keys.finding)
    var violation: Int64?
    if let key = observation.violation, let digest = keys.violation {
      violation = try violations.id(of: key, digest, likely: known?.violation)
      if let name = observation.accountName {
        violations.name(account: key.account, name, at: eventTime)
      }
    }
    let finding = try known ?? findings.add(observation.finding, keys.finding, violation: violation)
    if let violation, finding.violation != violation {
      try noteMove(finding, to: violation, keys)
    }
    var description: Int64?
    if let shared = observation.description, let key = keys.description {
      description = try descriptions.id(of: shared, key)
    }
    rows.append(position)
    rows.append(Int64(bitPattern: leaf.prefix))
    rows.append(finding.id)
    rows.append(violation)
    rows.append(description)
    rows.append(observation.kind.rawValue)
    rows.append(eventTime.milliseconds)
    rows.append((times.latest ?? eventTime).milliseconds)
    rows.append(observation.severity?.rawValue)
    rows.append(observation.compliance?.rawValue)
    rows.append(observation.priorCompliance?.rawValue)
    rows.append(observation.workflow?.rawValue)
    rows.append(observation.recordState?.rawValue)
    rows.append(observation.verdict?.rawValue)
    rows.append(observation.archivalCause?.rawValue)
    rows.append(observation.closedByProduct ? 1 : 0)
    rows.append(times.updatedAt?.milliseconds)
    rows.append(times.processedAt?.milliseconds)
    rows.append(times.noteUpdatedAt?.milliseconds)
    rows.append(times.changedAt?.milliseconds)
    rows.append(Instant.earliest(times.firstObservedAt, times.createdAt)?.milliseconds)
    try rows.endRow()
    if loaded != nil {
      loaded?.insert(leaf.prefix, at: position)
    } else if rows.isEmpty {
      waiting.removeAll(keepingCapacity: true)
    } else {
      waiting.append((leaf.prefix, position))
    }
    return finding.id
  }

  /// Writes what is still gathered; before each commit and before somebody looks for an observation.
  mutating func flush() throws {
    try rows.flush()
    waiting.removeAll(keepingCapacity: true)
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
