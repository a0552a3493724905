/// A place in the bytes being scanned.
typealias Cursor = UnsafePointer<UInt8>

/// Eight bytes at a time in one register (SWAR).
///
/// In each mask the lowest set bit is exact; bits above it may be set by a borrow. That suffices to find
/// the first byte of a class, and it is what makes the test four instructions long.
enum Words {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highs: UInt64 = 0x8080_8080_8080_8080
  static let spaces: UInt64 = 0x2020_2020_2020_2020

  @inline(__always)
  static func load(_ cursor: Cursor) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  static func load32(_ cursor: Cursor) -> UInt32 {
    UInt32(littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt32.self))
  }

  /// The bytes at which a string can not simply go on: quote, backslash, control, not ASCII.
  @inline(__always)
  static func stops(_ word: UInt64) -> UInt64 {
    let quote = (word ^ (ones &* 0x22)) &- ones
    let backslash = (word ^ (ones &* 0x5C)) &- ones
    let control = word &- (ones &* 0x20)
    return (quote | backslash | control | word) & highs
  }

  /// True when two runs of `count` bytes are the same; reads no byte beyond them.
  @inline(__always)
  static func same(_ a: Cursor, _ b: Cursor, count: Int) -> Bool {
    guard count >= 8 else {
      for index in 0..<count where a[index] != b[index] { return false }
      return true
    }
    var index = 0
    while index + 8 <= count {
      if load(a + index) != load(b + index) { return false }
      index += 8
    }
    return load(a + count - 8) == load(b + count - 8)
  }

  /// A hash of a member name. It only narrows a search: equal hashes are always followed by `same`.
  @inline(__always)
  static func hash(_ start: Cursor, count: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    if count >= 8 {
      var index = 0
      while index + 8 < count {
        hash = mix(hash ^ load(start + index))
        index += 8
      }
      return mix(hash ^ load(start + count - 8))
    }
    if count >= 4 {
      return mix(hash ^ (UInt64(load32(start)) | UInt64(load32(start + count - 4)) << 32))
    }
    guard count > 0 else { return hash }
    let three = UInt64(start[0]) | UInt64(start[count >> 1]) << 8 | UInt64(start[count - 1]) << 16
    return mix(hash ^ three)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value &* 0xD6E8_FEB8_6659_FD93
    return product ^ (product >> 32)
  }
}
