import Glibc

extension [UInt8] {
  /// The index of the first `byte` in the range, or nil.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    return withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// How many line feeds stand in the range.
  func lineFeeds(in range: Range<Int>) -> Int {
    var count = 0
    var start = range.lowerBound
    while let feed = firstIndex(of: 0x0A, in: start..<range.upperBound) {
      count += 1
      start = feed + 1
    }
    return count
  }

  /// The index of the last byte in the range that is not blank, or nil.
  func lastNonBlank(in range: Range<Int>) -> Int? {
    var index = range.upperBound - 1
    while index >= range.lowerBound {
      if !self[index].isBlank { return index }
      index -= 1
    }
    return nil
  }
}

extension UInt8 {
  /// JSON's white space.
  var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// What may stand between the elements of an array.
  var isSeparator: Bool { isBlank || self == UInt8(ascii: ",") }
}
