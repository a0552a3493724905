import Ingest
import Remediation
import TransparencyLog

/// A record's bytes, read again by the readers that accepted it, and what its finding makes of it.
///
/// What was read is shared by all copies: it is a hundred texts, and records are sorted, sifted and numbered.
struct ReadRecord {
  /// What its bytes say, whatever they are read for.
  final class Reading: Sendable {
    let record: EvidenceRecord
    /// Nil when the readers of this version make nothing of the bytes.
    let content: RecordContent?
    let details: RecordDetails?
    let order: RecordOrder
    let mappingDigest: Hash256?

    init(
      record: EvidenceRecord, content: RecordContent?, details: RecordDetails?, order: RecordOrder,
      mappingDigest: Hash256?
    ) {
      self.record = record
      self.content = content
      self.details = details
      self.order = order
      self.mappingDigest = mappingDigest
    }
  }

  private let reading: Reading
  /// Of several lines of one event, another one counts.
  var isConflicting = false
  /// It is about something else, and stands here because a ledger's hash chain is broken next to it.
  var isNeighbour = false
  /// Its bytes are left out of the package: nothing that somebody wrote may be told of it.
  var isWithheld = false

  init(_ reading: Reading) {
    self.reading = reading
  }

  var record: EvidenceRecord { reading.record }
  var content: RecordContent? { reading.content }
  var details: RecordDetails? { reading.details }
  var order: RecordOrder { reading.order }
  var mappingDigest: Hash256? { reading.mappingDigest }

  /// The one about the same event that has the smallest hash counts.
  var event: EventName? {
    guard let entry = chainedEntry else { return nil }
    return EventName(source: ExactText(entry.source), id: ExactText(entry.id))
  }

  struct EventName: Hashable {
    let source: ExactText
    let id: ExactText
  }
}

/// Reads records again, and keeps the readers for the next package.
struct RecordRereader {
  private var reader = SingleRecordReader()

  mutating func read(_ record: EvidenceRecord) -> ReadRecord {
    let (content, mapping) = reader.read(record.bytes, source: record.source, mapping: record.mapping)
    // A mapping that is not understood leaves nothing to show.
    let isReadable = record.mapping == nil || mapping != nil
    return ReadRecord(
      ReadRecord.Reading(
        record: record, content: content,
        details: isReadable
          ? RecordDetails.read(record.bytes, source: record.source, mapping: mapping) : nil,
        order: Self.order(of: content, record),
        mappingDigest: record.mapping.map { Hash256(sha256: Array($0.utf8)) }))
  }

  private static func order(of content: RecordContent?, _ record: EvidenceRecord) -> RecordOrder {
    let (event, latest): (Instant, Instant)
    switch content {
    case .observation(let observation):
      let times = observation.value.times
      event = times.eventTime(earliestEnvelope: record.envelopeTime) ?? Instant(milliseconds: 0)
      latest = times.latest ?? event
    case .entry(let entry):
      (event, latest) = (entry.value.time, entry.value.time)
    case nil:
      (event, latest) = (Instant(milliseconds: .max), Instant(milliseconds: .max))
    }
    return RecordOrder(eventTime: event, latestTime: latest, hashPrefix: record.leaf.prefix)
  }
}
