import CDeflate

/// The checksum of gzip and zip (ISO 3309, polynomial 04C11DB7).
public enum CRC32 {
  /// The checksum of a part of `bytes`, or of all that came before it and this part.
  public static func of(_ bytes: [UInt8], _ range: Range<Int>, after earlier: UInt32 = 0) -> UInt32 {
    bytes.lend(range) { libdeflate_crc32(earlier, $0.baseAddress, $0.count) }
  }

  public static func of(_ bytes: [UInt8]) -> UInt32 { of(bytes, 0..<bytes.count) }
}
