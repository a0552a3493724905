import Compression
import Ingest

/// Learns compression dictionaries from the first records of an input.
///
/// Findings share most of their text; with a dictionary each compresses alone as well as many together.
enum DictionaryTraining {
  static let capacity = 64 << 10
  /// Fewer records teach too little.
  static let leastRecords = 100
  static let leastBytes = 256 << 10
  /// More samples cost time and gain little.
  static let mostBytes = 1 << 20

  /// New dictionaries for the kinds of source that have none and enough records in the batch.
  static func train(
    on batch: RecordBatch, known: [SourceKind: ZstdDictionary]
  ) -> [SourceKind: ZstdDictionary] {
    var trained: [SourceKind: ZstdDictionary] = [:]
    for source in SourceKind.allCases where known[source] == nil {
      var samples: [UInt8] = []
      var sizes: [Int] = []
      for record in batch.records where record.source == source && samples.count < mostBytes {
        samples.append(contentsOf: batch.bytes[record.range])
        sizes.append(record.range.count)
      }
      guard sizes.count >= leastRecords, samples.count >= leastBytes else { continue }
      // Records too much alike teach nothing: then they compress well enough without.
      trained[source] = try? ZstdDictionary.train(samples: samples, sizes: sizes, capacity: capacity)
    }
    return trained
  }
}
