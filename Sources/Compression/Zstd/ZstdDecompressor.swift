import CZstd

/// Decompresses zstd frames, one context for many of them. For one thread at a time.
public struct ZstdDecompressor: ~Copyable {
  private let context: OpaquePointer
  private let digests: [UInt32: OpaquePointer]
  private var scratch = Scratch(capacity: 16 << 10)

  /// - Parameter dictionaries: all that the frames may name; each frame finds its own.
  public init(dictionaries: [ZstdDictionary] = []) throws(ZstdError) {
    let digests = try Self.digest(dictionaries)
    guard let context = ZSTD_createDCtx() else {
      Self.free(digests)
      throw ZstdError(code: .outOfMemory, reason: "not enough memory for a context")
    }
    self.context = context
    self.digests = digests
  }

  deinit {
    ZSTD_freeDCtx(context)
    Self.free(digests)
  }

  private static func digest(
    _ dictionaries: [ZstdDictionary]
  ) throws(ZstdError) -> [UInt32: OpaquePointer] {
    var digests: [UInt32: OpaquePointer] = [:]
    for dictionary in dictionaries where digests[dictionary.id] == nil {
      guard let digest = ZSTD_createDDict(dictionary.bytes, dictionary.bytes.count) else {
        free(digests)
        throw ZstdError(code: .badDictionary, reason: "the dictionary can not be digested")
      }
      digests[dictionary.id] = digest
    }
    return digests
  }

  private static func free(_ digests: [UInt32: OpaquePointer]) {
    for digest in digests.values { ZSTD_freeDDict(digest) }
  }

  /// Appends the content of the one frame in `range`; returns its length.
  ///
  /// A frame that claims or holds more than `maximumSize` bytes is an error before that much memory is used.
  @discardableResult
  public mutating func decompress(
    _ bytes: [UInt8], _ range: Range<Int>, maximumSize: Int, into output: inout [UInt8]
  ) throws(ZstdError) -> Int {
    let frame = try bytes.lend(range) { (source) throws(ZstdError) in
      try Self.look(at: source, maximumSize: maximumSize)
    }
    let digest = digests[frame.dictionary]
    guard frame.dictionary == 0 || digest != nil else {
      throw ZstdError(code: .unknownDictionary, reason: "the frame needs dictionary \(frame.dictionary)")
    }
    scratch.reserve(frame.size)
    let result = bytes.lend(range) { source in
      digest == nil
        ? ZSTD_decompressDCtx(context, scratch.bytes, frame.size, source.baseAddress, source.count)
        : ZSTD_decompress_usingDDict(
          context, scratch.bytes, frame.size, source.baseAddress, source.count, digest)
    }
    guard ZSTD_isError(result) == 0 else {
      let isFull = ZSTD_getErrorCode(result) == ZSTD_error_dstSize_tooSmall
      throw ZstdError(isFull ? .tooLarge : .damagedFrame, result: result)
    }
    scratch.append(result, to: &output)
    return result
  }

  private struct Frame {
    let size: Int
    let dictionary: UInt32
  }

  /// What the frame's header says; its size is the limit where it says none.
  private static func look(
    at source: UnsafeBufferPointer<UInt8>, maximumSize: Int
  ) throws(ZstdError) -> Frame {
    let length = ZSTD_findFrameCompressedSize(source.baseAddress, source.count)
    guard ZSTD_isError(length) == 0 else { throw ZstdError(.damagedFrame, result: length) }
    guard length == source.count else {
      throw ZstdError(code: .damagedFrame, reason: "bytes behind the frame")
    }
    let claimed = ZSTD_getFrameContentSize(source.baseAddress, source.count)
    // The library's macros for these two do not come through to Swift.
    let (unknown, invalid) = (UInt64.max, UInt64.max - 1)
    guard claimed != invalid else { throw ZstdError(code: .damagedFrame, reason: "not a zstd frame") }
    guard claimed == unknown || claimed <= UInt64(max(maximumSize, 0)) else {
      throw ZstdError(
        code: .tooLarge, reason: "\(claimed) bytes in the frame, at most \(maximumSize) allowed")
    }
    return Frame(
      size: claimed == unknown ? max(maximumSize, 0) : Int(claimed),
      dictionary: ZSTD_getDictID_fromFrame(source.baseAddress, source.count))
  }
}
