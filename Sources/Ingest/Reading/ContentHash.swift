extension UnsafeRawBufferPointer {
  /// A hash that narrows a search; equal hashes are always followed by a comparison.
  var contentHash: UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= count {
      hash = (hash ^ loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      index += 8
    }
    while index < count {
      hash = (hash ^ UInt64(self[index])) &* 0x1000_0000_01B3
      index += 1
    }
    return hash ^ (hash >> 29)
  }
}
