/// Gzip members (RFC 1952) made of stored blocks (RFC 1951 §3.2.4): valid, and the same everywhere.
///
/// A compressor would give other bytes with every version of its library.
enum Gzip {
  /// One member that holds `content` uncompressed; no file name, no time.
  static func member(_ content: some Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    out.reserveCapacity(content.count + 64)
    var rest = content[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      let length = UInt16(block.count)
      out.append(rest.isEmpty ? 1 : 0)
      append(length, to: &out)
      append(~length, to: &out)
      out.append(contentsOf: block)
    } while !rest.isEmpty
    append(crc32(content), to: &out)
    append(UInt32(truncatingIfNeeded: content.count), to: &out)
    return out
  }

  static func crc32(_ content: some Sequence<UInt8>) -> UInt32 {
    var crc: UInt32 = ~0
    for byte in content { crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8 }
    return ~crc
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private static func append(_ value: some FixedWidthInteger, to out: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) }
  }
}
