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
  private var hasher = KeyHasher()

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
    // By index: to copy a record counts a dozen references, and only its content is handed on.
    for index in batch.records.indices {
      let (range, source) = (batch.records[index].range, batch.records[index].source)
      let frame = try compressors.compress(batch.bytes, range, of: source, into: &prepared.compressed)
      prepared.records.append(
        PreparedRecord(
          leaf: LeafHash(record: batch.bytes.span.extracting(range)),
          content: keyed(batch.records[index].content), source: source.rawValue, compressed: frame,
          line: batch.records[index].line, byteOffset: batch.records[index].offset,
          envelopeTime: batch.records[index].envelopeTime))
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
  private mutating func keyed(_ content: consuming RecordContent) -> PreparedRecord.Content {
    switch content {
    case .observation(let observation):
      .observation(PreparedObservation(observation, ObservationKeys(observation, &hasher)))
    case .entry(let entry): .entry(PreparedEntry(entry, EntryKeys(entry)))
    }
  }
}
