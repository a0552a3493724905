import Compression
import Ingest

/// A compressor for each kind of source, with the dictionary learnt from records of that kind.
///
/// For one thread at a time.
struct RecordCompressors {
  private let contexts: [SourceKind: CompressionContext]

  init(_ dictionaries: [SourceKind: ZstdDictionary]) throws(ZstdError) {
    var contexts: [SourceKind: CompressionContext] = [:]
    for source in SourceKind.allCases {
      contexts[source] = try CompressionContext(dictionaries[source])
    }
    self.contexts = contexts
  }

  /// Appends the compressed bytes and returns where they stand.
  func compress(
    _ bytes: [UInt8], _ range: Range<Int>, of source: SourceKind, into output: inout [UInt8]
  ) throws(ZstdError) -> Range<Int> {
    let start = output.count
    try contexts[source]?.compress(bytes, range, into: &output)
    return start..<output.count
  }
}

/// A reusable zstd context: shared by reference, because a context cannot be copied.
private final class CompressionContext {
  private var compressor: ZstdCompressor

  init(_ dictionary: ZstdDictionary?) throws(ZstdError) {
    compressor = try ZstdCompressor(level: 1, dictionary: dictionary)
  }

  func compress(_ bytes: [UInt8], _ range: Range<Int>, into output: inout [UInt8]) throws(ZstdError) {
    try compressor.compress(bytes, range, into: &output)
  }
}
