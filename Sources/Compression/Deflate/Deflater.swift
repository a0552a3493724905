import CDeflate

/// Compresses whole buffers with deflate (RFC 1951) or gzip (RFC 1952). For one thread at a time.
///
/// The same bytes give the same result with the same level and version of libdeflate.
public struct Deflater: ~Copyable {
  private let compressor: OpaquePointer
  private var scratch = Scratch(capacity: 64 << 10)

  /// - Parameter level: 0 (stored) to 12 (smallest); others are taken as the nearest of these.
  public init(level: Int = 6) throws(DeflateError) {
    guard let compressor = libdeflate_alloc_compressor(Int32(min(max(level, 0), 12))) else {
      throw .outOfMemory
    }
    self.compressor = compressor
  }

  deinit { libdeflate_free_compressor(compressor) }

  /// Appends a raw deflate stream; returns its length.
  @discardableResult
  public mutating func deflate(_ bytes: [UInt8], _ range: Range<Int>, into output: inout [UInt8]) -> Int {
    scratch.reserve(libdeflate_deflate_compress_bound(compressor, range.count))
    let count = bytes.lend(range) { source in
      libdeflate_deflate_compress(
        compressor, source.baseAddress, source.count, scratch.bytes, scratch.capacity)
    }
    scratch.append(count, to: &output)
    return count
  }

  /// The bytes as one gzip member without name and time, as for `Content-Encoding: gzip`.
  public mutating func gzip(_ bytes: [UInt8]) -> [UInt8] {
    scratch.reserve(libdeflate_gzip_compress_bound(compressor, bytes.count))
    let count = bytes.lend(0..<bytes.count) { source in
      libdeflate_gzip_compress(
        compressor, source.baseAddress, source.count, scratch.bytes, scratch.capacity)
    }
    var output: [UInt8] = []
    output.reserveCapacity(count)
    scratch.append(count, to: &output)
    return output
  }
}

/// Why a deflate stream could not be made or read.
public enum DeflateError: String, Error, Sendable, Equatable, CaseIterable {
  case outOfMemory
  /// Not a well-formed stream, or bytes behind its end.
  case damaged
  /// Well-formed, but not of the length that was announced.
  case wrongSize
}
