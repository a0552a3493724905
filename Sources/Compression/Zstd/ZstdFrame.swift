import CZstd

/// Frames that stand one behind the other.
public enum ZstdFrame {
  /// Where the frame that begins at an index ends: its range. Its content is not looked at.
  public static func first(of bytes: [UInt8], from start: Int) throws(ZstdError) -> Range<Int> {
    let length = bytes.lend(start..<bytes.count) { source in
      ZSTD_findFrameCompressedSize(source.baseAddress, source.count)
    }
    guard ZSTD_isError(length) == 0 else { throw ZstdError(.damagedFrame, result: length) }
    return start..<start + length
  }
}
