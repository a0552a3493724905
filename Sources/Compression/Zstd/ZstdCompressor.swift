import CZstd

/// Compresses records into zstd frames, one context for many of them. For one thread at a time.
public struct ZstdCompressor: ~Copyable {
  private let context: OpaquePointer
  private let digest: OpaquePointer?
  private let level: Int32
  private var scratch = Scratch(capacity: 16 << 10)

  public init(level: Int = 1, dictionary: ZstdDictionary? = nil) throws(ZstdError) {
    let level = Int32(clamping: level)
    let digest = dictionary.flatMap { ZSTD_createCDict($0.bytes, $0.bytes.count, level) }
    guard dictionary == nil || digest != nil else {
      throw ZstdError(code: .badDictionary, reason: "the dictionary can not be digested")
    }
    guard let context = ZSTD_createCCtx() else {
      ZSTD_freeCDict(digest)
      throw ZstdError(code: .outOfMemory, reason: "not enough memory for a context")
    }
    self.level = level
    self.digest = digest
    self.context = context
  }

  deinit {
    ZSTD_freeCCtx(context)
    ZSTD_freeCDict(digest)
  }

  /// Appends one frame, which names its content's size and its dictionary; returns the frame's length.
  @discardableResult
  public mutating func compress(
    _ bytes: [UInt8], _ range: Range<Int>, into output: inout [UInt8]
  ) throws(ZstdError) -> Int {
    scratch.reserve(ZSTD_compressBound(range.count))
    let result = bytes.lend(range) { source in
      digest == nil
        ? ZSTD_compressCCtx(context, scratch.bytes, scratch.capacity, source.baseAddress, source.count, level)
        : ZSTD_compress_usingCDict(
          context, scratch.bytes, scratch.capacity, source.baseAddress, source.count, digest)
    }
    guard ZSTD_isError(result) == 0 else { throw ZstdError(.outOfMemory, result: result) }
    scratch.append(result, to: &output)
    return result
  }
}
