/// The contents of an entry as an archive holds them.
///
/// A value: what is the same in many archives is compressed once and added to each of them.
public struct ZipContent: Sendable, Hashable {
  let method: UInt16
  let checksum: UInt32
  let size: UInt64
  let packed: [UInt8]

  /// Deflates the bytes, or takes them as they are where that is no longer.
  public init(_ bytes: [UInt8], deflatedBy deflater: inout Deflater) {
    var packed: [UInt8] = []
    deflater.deflate(bytes, 0..<bytes.count, into: &packed)
    let isStored = packed.count >= bytes.count
    self.init(bytes, method: isStored ? ZipRecord.stored : ZipRecord.deflated, isStored ? bytes : packed)
  }

  /// Takes the bytes as they are: for what is compressed in itself.
  public init(stored bytes: [UInt8]) {
    self.init(bytes, method: ZipRecord.stored, bytes)
  }

  private init(_ bytes: [UInt8], method: UInt16, _ packed: [UInt8]) {
    self.method = method
    checksum = CRC32.of(bytes)
    size = UInt64(bytes.count)
    self.packed = packed
  }
}
