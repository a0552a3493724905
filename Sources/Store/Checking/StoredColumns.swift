import GRDB
import Queries
import Remediation

/// What the store has of a record beside its bytes, compared with what its bytes say.
///
/// Computed apart from what writes the columns, so that an error in one shows in the other. Where a record came
/// from (file, line, envelope) is in none of its bytes and is not compared.
struct StoredColumns: ~Copyable {
  private let observation: Statement
  private let entry: Statement

  init(_ database: Database) throws {
    let observation = try Statement(Queries.Checking.observation, on: database)
    let entry = try Statement(Queries.Checking.entry, on: database)
    self.observation = observation
    self.entry = entry
  }

  /// The names of the columns that say something else than the bytes; nil when the row is not there at all.
  func differences(
    from content: PreparedRecord.Content, at position: Int64, envelope: Instant?
  ) throws -> [String]? {
    switch content {
    case .observation(let read, let keys):
      try compare(observation, position, Self.values(of: read.value, keys, envelope))
    case .entry(let read, let keys):
      try compare(entry, position, Self.values(of: read.value, keys))
    }
  }

  private func compare(
    _ statement: borrowing Statement, _ position: Int64, _ expected: [SQLValue]
  ) throws -> [String]? {
    statement.bind(position, at: 1)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    return zip(statement.columnNames, zip(statement.values, expected)).filter { !$1.0.isSame(as: $1.1) }
      .map(\.0)
  }

  private static func values(
    of read: Observation, _ keys: ObservationKeys, _ envelope: Instant?
  ) -> [SQLValue] {
    let times = read.times
    let event = times.eventTime(earliestEnvelope: envelope) ?? Instant(milliseconds: 0)
    let started = [times.firstObservedAt, times.createdAt].compactMap { $0 }.min()
    let violation = read.violation
    let described = read.description?.value
    return [
      .text(read.finding.id), .int(SubjectHash.finding(id: read.finding.id)), .text(read.finding.productArn),
      SQLValue(violation?.partition), SQLValue(violation?.account), SQLValue(violation?.region),
      SQLValue(violation?.control), SQLValue(violation.map { NameList.json($0.resources) }),
      SQLValue(violation.map { SubjectHash.resources(control: $0.control, resources: $0.resources) }),
      SQLValue(described?.title), SQLValue(described?.product), SQLValue(described?.generator),
      SQLValue(described.map { $0.resourceTypes.joined(separator: ", ") }), SQLValue(described?.environment),
      SQLValue(described.map { NameList.json($0.standards) }),
      SQLValue(described.map { NameList.json($0.requirements) }),
      SQLValue(described.map { $0.isTrusted ? 1 : 0 }), SQLValue(keys.description?.digest),
      SQLValue(read.kind.rawValue), SQLValue(event), SQLValue(times.latest ?? event),
      SQLValue(read.severity?.rawValue), SQLValue(read.compliance?.rawValue),
      SQLValue(read.priorCompliance?.rawValue), SQLValue(read.workflow?.rawValue),
      SQLValue(read.recordState?.rawValue), SQLValue(read.verdict?.rawValue),
      SQLValue(read.archivalCause?.rawValue), SQLValue(read.closedByProduct ? 1 : 0),
      SQLValue(times.updatedAt), SQLValue(times.processedAt), SQLValue(times.noteUpdatedAt),
      SQLValue(times.changedAt), SQLValue(started),
    ]
  }

  private static func values(of read: LedgerEntry, _ keys: EntryKeys) -> [SQLValue] {
    var product: String?
    if case .finding(_, let arn) = read.subject { product = arn }
    let attempt = read.attempt
    return [
      .text(read.source), .text(read.id), .int(keys.uid), 0,
      SQLValue(read.type.rawValue), SQLValue(read.time), SQLValue(read.subject.kind), SQLValue(keys.subject),
      SQLValue(product), SQLValue(read.correlation), SQLValue(attempt?.attempt),
      SQLValue(attempt?.mode?.rawValue), SQLValue(attempt?.executor?.rawValue), SQLValue(attempt?.workflow),
      SQLValue(attempt?.workflowVersion), SQLValue(attempt?.started), SQLValue(attempt?.ended),
      SQLValue(read.outcome?.rawValue), SQLValue(read.reason), SQLValue(read.trigger), SQLValue(read.lane),
      SQLValue(read.decision), SQLValue(read.verdict?.rawValue), SQLValue(read.reviewedBy),
      SQLValue(read.actor), SQLValue(read.team), SQLValue(read.ticket), SQLValue(read.due),
      SQLValue(read.expires), SQLValue(read.gateResult), SQLValue(read.chain?.sequence),
      SQLValue(read.chain?.previousHash), SQLValue(read.chain?.hash),
      SQLValue(read.chain.map { $0.isIntact ? 1 : 0 }),
    ]
  }
}

extension SQLValue {
  fileprivate init(_ number: (some BinaryInteger)?) {
    self = number.map { .int(Int64($0)) } ?? .null
  }

  /// Byte for byte: two spellings of one accented letter are two texts.
  fileprivate func isSame(as other: SQLValue) -> Bool {
    if case .text(let one) = self, case .text(let two) = other { return one.utf8.elementsEqual(two.utf8) }
    return self == other
  }
}
