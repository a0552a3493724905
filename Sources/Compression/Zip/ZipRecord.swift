/// The numbers of the zip format (PKWARE APPNOTE 6.3.10), shared by the writer and the reader.
enum ZipRecord {
  static let localHeader: UInt32 = 0x0403_4B50
  static let centralHeader: UInt32 = 0x0201_4B50
  static let descriptor: UInt32 = 0x0807_4B50
  static let end: UInt32 = 0x0605_4B50
  static let end64: UInt32 = 0x0606_4B50
  static let end64Locator: UInt32 = 0x0706_4B50

  static let localHeaderSize = 30
  static let centralHeaderSize = 46
  static let endSize = 22
  static let end64Size = 56
  static let end64LocatorSize = 20

  static let stored: UInt16 = 0
  static let deflated: UInt16 = 8
  /// The extra field that holds 64-bit sizes and offset.
  static let extra64: UInt16 = 0x0001
  /// Extra fields that give an entry another name for some programs.
  static let unicodePath: UInt16 = 0x7075
}

extension [UInt8] {
  mutating func append16(_ value: UInt16) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func append32(_ value: UInt32) {
    append16(UInt16(truncatingIfNeeded: value))
    append16(UInt16(truncatingIfNeeded: value >> 16))
  }

  mutating func append64(_ value: UInt64) {
    append32(UInt32(truncatingIfNeeded: value))
    append32(UInt32(truncatingIfNeeded: value >> 32))
  }
}

/// Reads little-endian fields one behind the other; an error when there is not enough left.
struct ZipFields {
  let bytes: [UInt8]
  private(set) var position: Int
  let end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    let range = range.clamped(to: 0..<bytes.count)
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position == end }

  mutating func take(_ count: Int) throws(ZipError) -> Range<Int> {
    guard count >= 0, count <= end - position else {
      throw ZipError(.truncated, "expected \(count) bytes at \(position)")
    }
    defer { position += count }
    return position..<(position + count)
  }

  mutating func uint16() throws(ZipError) -> UInt16 {
    let at = try take(2).lowerBound
    return UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8
  }

  mutating func uint32() throws(ZipError) -> UInt32 {
    let low = try uint16()
    return UInt32(low) | UInt32(try uint16()) << 16
  }

  mutating func uint64() throws(ZipError) -> UInt64 {
    let low = try uint32()
    return UInt64(low) | UInt64(try uint32()) << 32
  }
}
