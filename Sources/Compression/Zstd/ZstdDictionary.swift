import CZstd

/// What many small records have in common, so that each of them compresses as well as a large file.
///
/// A value: bytes to be kept beside what was compressed with them. Compressors and decompressors digest it
/// once, when they are made.
public struct ZstdDictionary: Sendable, Hashable {
  public let bytes: [UInt8]
  /// The number that each frame names its dictionary by; never 0.
  public let id: UInt32

  /// Takes the bytes of a dictionary made before.
  public init(bytes: [UInt8]) throws(ZstdError) {
    id = bytes.withUnsafeBytes { ZDICT_getDictID($0.baseAddress, $0.count) }
    guard id != 0 else { throw ZstdError(code: .badDictionary, reason: "expected a zstd dictionary") }
    self.bytes = bytes
  }

  /// Learns a dictionary of at most `capacity` bytes.
  ///
  /// - Parameters:
  ///   - samples: the records, one behind the other; a hundred times the capacity is a good amount.
  ///   - sizes: the length of each record in bytes; they add up to `samples.count`.
  ///
  /// The same samples give the same dictionary with the same version of the library.
  public static func train(
    samples: [UInt8], sizes: [Int], capacity: Int
  ) throws(ZstdError) -> ZstdDictionary {
    var total = 0
    for size in sizes {
      guard size >= 0, size <= samples.count - total else {
        throw ZstdError(code: .untrainable, reason: "the sizes do not add up to the samples")
      }
      total += size
    }
    guard total == samples.count, capacity > 0 else {
      throw ZstdError(code: .untrainable, reason: "the sizes do not add up to the samples")
    }
    var result = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      result = learn(samples, sizes, into: buffer)
      count = ZDICT_isError(result) != 0 ? 0 : result
    }
    guard ZDICT_isError(result) == 0 else {
      throw ZstdError(code: .untrainable, reason: String(cString: ZDICT_getErrorName(result)))
    }
    return try ZstdDictionary(bytes: bytes)
  }

  /// What the library learns with parameters that are given; to try many, as it does by itself, takes five times as
  /// long. Returns how many bytes that is, or an error of the library's.
  ///
  /// The fast cover algorithm (zdict.h): segments of so many bytes are weighed by the pieces of eight in them.
  private static func learn(
    _ samples: [UInt8], _ sizes: [Int], into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    guard closeout_zstd_is_of_header() != 0 else {
      return ZDICT_trainFromBuffer(buffer.baseAddress, buffer.count, samples, sizes, UInt32(sizes.count))
    }
    var parameters = ZDICT_fastCover_params_t()
    parameters.k = UInt32(min(segmentBytes, buffer.count))
    parameters.d = 8
    parameters.f = 20
    parameters.accel = 1
    parameters.zParams.compressionLevel = 3
    return ZDICT_trainFromBuffer_fastCover(
      buffer.baseAddress, buffer.count, samples, sizes, UInt32(sizes.count), parameters)
  }

  /// Findings share long texts: of 500 to 16,000 bytes this and 4,000 compress them best
  /// (docs/decisions/0013-ingest-speed.md).
  private static let segmentBytes = 2_000
}
