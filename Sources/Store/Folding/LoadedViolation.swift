import Remediation

/// A violation's records, ready to be folded.
struct LoadedViolation: Equatable {
  let id: Int64
  var findings: [LoadedFinding] = []
  var records: [FoldingRecord] = []

  init(id: Int64) {
    self.id = id
  }

  /// Adds an observation; those of one finding come one after the other.
  mutating func add(_ observation: LoadedObservation) {
    var record = observation.record
    if findings.last?.id != observation.finding {
      findings.append(LoadedFinding(id: observation.finding, first: record.order.eventTime))
    }
    let index = findings.count - 1
    findings[index].note(observation)
    record.finding = index
    records.append(record)
  }
}

/// What the loader learns of a finding beside the records that are folded.
struct LoadedFinding: Equatable {
  let id: Int64
  private(set) var firstEvent: Instant
  private(set) var lastEvent: Instant
  /// The description of the latest snapshot.
  private(set) var description: Int64?
  private var describedBy: RecordOrder?

  init(id: Int64, first: Instant) {
    self.id = id
    firstEvent = first
    lastEvent = first
  }

  fileprivate mutating func note(_ observation: LoadedObservation) {
    let order = observation.record.order
    firstEvent = min(firstEvent, order.eventTime)
    lastEvent = max(lastEvent, order.eventTime)
    guard let description = observation.description, describedBy.map({ $0 < order }) ?? true else { return }
    self.description = description
    describedBy = order
  }
}

/// An observation as the fold reads it, from a row of `touched_observations.sql` or `scanned_observations.sql`.
struct LoadedObservation {
  let finding: Int64
  let description: Int64?
  /// Which of its violation's findings it is about is not yet known.
  let record: FoldingRecord

  init(_ row: borrowing Statement) {
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
    facts.noteVerdict = row.code(21)
    let isHistory = row.int(4) == Int64(Observation.Kind.history.rawValue)
    finding = row.int(1)
    description = row.optionalInt(20)
    record = FoldingRecord(
      record: row.int(2), finding: nil,
      order: RecordOrder(
        eventTime: Instant(milliseconds: row.int(5)), latestTime: Instant(milliseconds: row.int(6)),
        hashPrefix: UInt64(bitPattern: row.int(3))),
      content: isHistory ? .history(facts) : .snapshot(facts))
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
