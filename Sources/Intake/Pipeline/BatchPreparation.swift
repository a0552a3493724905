import Compression
import Ingest
import JSONKit
import Remediation
import Store
import TransparencyLog

/// Makes a raw batch ready for the store: reads it, hashes each record and compresses its bytes.
///
/// One for each worker thread.
struct BatchPreparation {
  private var reader: RecordReader
  private let compressors: RecordCompressors
  private var descriptions = DescriptionDigests()

  init(mapping: LedgerMapping?, dictionaries: [SourceKind: ZstdDictionary]) throws(ZstdError) {
    reader = RecordReader(mapping: mapping)
    compressors = try RecordCompressors(dictionaries)
  }

  mutating func prepare(_ raw: consuming RawBatch) throws(ZstdError) -> PreparedBatch {
    try prepare(reader.read(raw))
  }

  mutating func prepare(_ batch: RecordBatch) throws(ZstdError) -> PreparedBatch {
    var prepared = PreparedBatch()
    prepared.records.reserveCapacity(batch.records.count)
    prepared.compressed.reserveCapacity(batch.bytes.count / 4)
    if !batch.columns.isEmpty {
      prepared.columns = JSONValue.array(batch.columns.map(JSONValue.string)).text()
    }
    for record in batch.records {
      let frame = try compressors.compress(
        batch.bytes, record.range, of: record.source, into: &prepared.compressed)
      prepared.records.append(
        PreparedRecord(
          leaf: LeafHash(record: batch.bytes[record.range]), content: keyed(record.content),
          source: record.source.rawValue, compressed: frame, line: record.line, byteOffset: record.offset,
          envelopeTime: record.envelopeTime))
    }
    for rejected in batch.rejected {
      prepared.rejected.append(
        PreparedRejection(
          bytes: Array(batch.bytes[rejected.range]), line: rejected.line, byteOffset: rejected.offset,
          path: rejected.path.isEmpty ? nil : rejected.path, reason: rejected.reason.rawValue,
          explanation: rejected.explanation, hint: rejected.hint))
    }
    return prepared
  }

  /// The content with the hashes that the store finds things by.
  private mutating func keyed(_ content: RecordContent) -> PreparedRecord.Content {
    switch content {
    case .observation(let observation):
      .observation(PreparedObservation(observation, ObservationKeys(observation, &descriptions)))
    case .entry(let entry): .entry(entry, EntryKeys(entry))
    }
  }
}
