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
    let leaves = LeafHash.leaves(.record, of: batch.records.map { $0.range }, in: batch.bytes.span)
    let contents = keyed(batch)
    // By index: to copy a record counts a dozen references.
    for index in batch.records.indices {
      let (range, source) = (batch.records[index].range, batch.records[index].source)
      let frame = try compressors.compress(batch.bytes, range, of: source, into: &prepared.compressed)
      prepared.records.append(
        PreparedRecord(
          leaf: leaves[index], content: contents[index], source: source.rawValue, compressed: frame,
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

  /// What the records say, with the hashes that the store finds things by: all are hashed at once.
  private mutating func keyed(_ batch: RecordBatch) -> [PreparedRecord.Content] {
    for index in batch.records.indices { batch.records[index].content.gather(into: &hasher) }
    let keys = hasher.keys()
    var (observations, entries) = (keys.observations.makeIterator(), keys.entries.makeIterator())
    return batch.records.indices.compactMap { index in
      batch.records[index].content.prepared(with: &observations, &entries)
    }
  }
}

extension RecordContent {
  func gather(into hasher: inout KeyHasher) {
    switch self {
    case .observation(let observation): observation.lend { hasher.gather($0) }
    case .entry(let entry): entry.lend { hasher.gather($0) }
    }
  }

  /// With the next of the keys, which are in the order of the records.
  func prepared(
    with observations: inout IndexingIterator<[ObservationKeys]>,
    _ entries: inout IndexingIterator<[EntryKeys]>
  ) -> PreparedRecord.Content? {
    switch self {
    case .observation(let observation):
      observations.next().map { .observation(observation, $0) }
    case .entry(let entry): entries.next().map { .entry(entry, $0) }
    }
  }
}
