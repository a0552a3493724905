import Ingest
import Remediation
import TransparencyLog

/// A record's bytes, read again by the readers that accepted it.
struct ReadRecord {
  let record: EvidenceRecord
  /// Nil when the readers of this version make nothing of the bytes.
  let content: RecordContent?
  let details: RecordDetails?
  let order: RecordOrder
  let mappingDigest: Hash256?
  /// Of several lines of one event, another one counts.
  var isConflicting = false
  /// It is about something else, and stands here because a ledger's hash chain is broken next to it.
  var isNeighbour = false

  /// The one about the same event that has the smallest hash counts.
  var event: EventName? {
    guard case .entry(let entry) = content else { return nil }
    return EventName(source: entry.source, id: entry.id)
  }

  struct EventName: Hashable {
    let source: String
    let id: String
  }
}

/// Reads records again, and keeps the readers for the next package.
struct RecordRereader {
  private var plain = RecordReader()
  private var mapped: [Hash256: MappedReader] = [:]

  private struct MappedReader {
    let mapping: LedgerMapping
    var reader: RecordReader
  }

  mutating func read(_ record: EvidenceRecord) -> ReadRecord {
    var content: RecordContent?
    var details: RecordDetails?
    var digest: Hash256?
    if let text = record.mapping {
      let key = Hash256(sha256: Array(text.utf8))
      digest = key
      if mapped[key] == nil, let mapping = try? LedgerMapping(yaml: text, file: "mapping") {
        mapped[key] = MappedReader(mapping: mapping, reader: RecordReader(mapping: mapping))
      }
      if var known = mapped[key] {
        content = Self.read(record, &known.reader)
        details = RecordDetails.read(record.bytes, source: record.source, mapping: known.mapping)
        mapped[key] = known
      }
    } else {
      content = Self.read(record, &plain)
      details = RecordDetails.read(record.bytes, source: record.source)
    }
    return ReadRecord(
      record: record, content: content, details: details,
      order: Self.order(of: content, record), mappingDigest: digest)
  }

  /// The one record that the bytes are, as a whole; nil when they are anything else.
  private static func read(_ record: EvidenceRecord, _ reader: inout RecordReader) -> RecordContent? {
    let all = 0..<record.bytes.count
    let batch = reader.read(
      RawBatch(file: "", number: 0, bytes: record.bytes, pieces: [Piece(range: all, line: 1, offset: 0)]))
    guard batch.rejected.isEmpty, batch.records.count == 1, let only = batch.records.first,
      only.range == all, only.source == record.source
    else { return nil }
    return only.content
  }

  private static func order(of content: RecordContent?, _ record: EvidenceRecord) -> RecordOrder {
    let (event, latest): (Instant, Instant)
    switch content {
    case .observation(let observation):
      let times = observation.times
      event = times.eventTime(earliestEnvelope: record.envelopeTime) ?? Instant(milliseconds: 0)
      latest = times.latest ?? event
    case .entry(let entry):
      (event, latest) = (entry.time, entry.time)
    case nil:
      (event, latest) = (Instant(milliseconds: .max), Instant(milliseconds: .max))
    }
    return RecordOrder(eventTime: event, latestTime: latest, hashPrefix: record.leaf.prefix)
  }
}
