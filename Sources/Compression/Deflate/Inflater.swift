import CDeflate

/// Inflates whole raw deflate streams (RFC 1951) of a known length. For one thread at a time.
public struct Inflater: ~Copyable {
  private let decompressor: OpaquePointer

  public init() throws(DeflateError) {
    guard let decompressor = libdeflate_alloc_decompressor() else { throw .outOfMemory }
    self.decompressor = decompressor
  }

  deinit { libdeflate_free_decompressor(decompressor) }

  /// The content of the stream that fills `range` and has exactly `size` bytes.
  public mutating func inflate(
    _ bytes: [UInt8], _ range: Range<Int>, size: Int
  ) throws(DeflateError) -> [UInt8] {
    // Deflate can not do better than 258 bytes in 2 bits: do not believe, and reserve, more.
    guard size >= 0, size / 1032 <= range.count else { throw .wrongSize }
    var taken = 0
    var result = LIBDEFLATE_BAD_DATA
    let content = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      result = bytes.lend(range) { source in
        libdeflate_deflate_decompress_ex(
          decompressor, source.baseAddress, source.count, buffer.baseAddress, size, &taken, &count)
      }
      if result != LIBDEFLATE_SUCCESS { count = 0 }
    }
    switch result {
    case LIBDEFLATE_SUCCESS: break
    case LIBDEFLATE_INSUFFICIENT_SPACE, LIBDEFLATE_SHORT_OUTPUT: throw .wrongSize
    default: throw .damaged
    }
    guard content.count == size else { throw .wrongSize }
    guard taken == range.count else { throw .damaged }
    return content
  }
}
