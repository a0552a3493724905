/// The bytes at which escaping looks closer, as one flag for each byte.
package struct ByteTable: Sendable {
  private let flags: [Bool]

  /// - Parameter contains: Whether a character that begins with the byte may need escaping.
  package init(_ contains: (UInt8) -> Bool) {
    flags = (0...255).map { contains($0) }
  }

  subscript(byte: UInt8) -> Bool { flags[Int(byte)] }
}

extension [UInt8] {
  /// Appends the UTF-8 bytes of a text, with some characters replaced.
  ///
  /// Runs of plain bytes are copied at once; only where `watched` says so is a scalar looked at.
  ///
  /// - Parameters:
  ///   - watched: The first bytes of the characters that `replace` wants to see.
  ///   - replace: Appends what stands for the scalar and returns true, or returns false to keep it. It
  ///     is also told the byte that follows the scalar.
  package mutating func append(
    _ text: String, watching watched: ByteTable,
    replace: (Unicode.Scalar, _ following: UInt8?, inout [UInt8]) -> Bool
  ) {
    var text = text
    text.withUTF8 { text in
      var runStart = 0
      var index = 0
      while index < text.count {
        index = text.endOfPlainASCII(from: index)
        guard index < text.count else { break }
        guard watched[text[index]] else {
          index += 1
          continue
        }
        let (scalar, length) = text.scalar(at: index)
        let next = index + length
        append(contentsOf: text[runStart..<index])
        let isReplaced = replace(scalar, next < text.count ? text[next] : nil, &self)
        runStart = isReplaced ? next : index
        index = next
      }
      append(contentsOf: text[runStart..<text.count])
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first byte from `start` on that is not ASCII, a control or one of `" & ' < >`, or one of the
  /// last seven bytes.
  ///
  /// Eight bytes at a time (Warren, Hacker's Delight, 6-1): subtracting in each byte borrows into its
  /// high bit exactly when the byte is too small; only bytes after the first one found can be wrong.
  fileprivate func endOfPlainASCII(from start: Int) -> Int {
    guard let base = UnsafeRawPointer(baseAddress) else { return start }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index + 8 <= count {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quote = word ^ (ones &* 0x22)
      let ampersandOrApostrophe = (word | ones) ^ (ones &* 0x27)
      let lessOrGreater = (word | ones &* 2) ^ (ones &* 0x3E)
      let delete = word ^ (ones &* 0x7F)
      let found =
        word | (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote
        | (ampersandOrApostrophe &- ones) & ~ampersandOrApostrophe
        | (lessOrGreater &- ones) & ~lessOrGreater | (delete &- ones) & ~delete
      if found & highs != 0 { return index + (found & highs).trailingZeroBitCount / 8 }
      index += 8
    }
    return index
  }

  /// The scalar that begins at `index`, and how many bytes it takes. The buffer holds valid UTF-8.
  fileprivate func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    func tail(_ offset: Int) -> UInt32 {
      index + offset < count ? UInt32(self[index + offset] & 0x3F) : 0
    }
    let lead = UInt32(self[index])
    let (value, length): (UInt32, Int) =
      switch lead {
      case 0..<0x80: (lead, 1)
      case 0x80..<0xE0: ((lead & 0x1F) << 6 | tail(1), 2)
      case 0xE0..<0xF0: ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
      default: ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
