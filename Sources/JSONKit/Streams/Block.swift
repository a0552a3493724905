import CByteMasks

/// Which of 64 bytes are quotes, backslashes and brackets: one bit for each byte, the first the lowest.
///
/// With the bits, whether a byte is in a string is arithmetic and not a branch for each token; see
/// Langdale and Lemire, "Parsing Gigabytes of JSON per Second" (2019), section 3.1.
struct Block {
  static let size = 64

  private let start: Cursor
  let quotes: UInt64
  let backslashes: UInt64

  /// Takes the 64 bytes at `start`.
  @inline(__always)
  init(_ start: Cursor) {
    self.start = start
    quotes = closeout_equal_64(start, 0, UInt8(ascii: "\""))
    backslashes = closeout_equal_64(start, 0, UInt8(ascii: "\\"))
  }

  /// The brackets; asked for only when part of the block is outside of strings.
  @inline(__always)
  func brackets() -> (opening: UInt64, closing: UInt64) {
    // { and [, } and ] differ in one bit alone.
    let opening = closeout_equal_64(start, 0x20, UInt8(ascii: "{"))
    return (opening, closeout_equal_64(start, 0x20, UInt8(ascii: "}")))
  }

  /// The bytes behind an active backslash. `carry` says that the last block, or this one, ends with one.
  @inline(__always)
  func escaped(carry: inout Bool) -> UInt64 {
    guard backslashes != 0 || carry else { return 0 }
    let carried: UInt64 = carry ? 1 : 0
    // Runs of backslashes: of each run every second byte is escaped, and the byte behind an odd run.
    // Subtracting the run's start from a pattern of odd bits leaves them alternating within the run.
    let odd: UInt64 = 0xAAAA_AAAA_AAAA_AAAA
    let active = backslashes & ~carried
    let alternating = ((active << 1 | odd) &- active) ^ odd
    carry = (alternating & backslashes) >> 63 != 0
    return alternating ^ (backslashes | carried)
  }

  /// Bit by bit, whether the number of set bits up to and with it is odd.
  @inline(__always)
  static func prefixParity(_ bits: UInt64) -> UInt64 {
    var parity = bits
    parity ^= parity << 1
    parity ^= parity << 2
    parity ^= parity << 4
    parity ^= parity << 8
    parity ^= parity << 16
    parity ^= parity << 32
    return parity
  }
}
