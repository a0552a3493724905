extension Scanner {
  /// Skips a run of well-formed UTF-8 sequences of two to four bytes (Unicode 16, table 3-7).
  @inline(__always)
  func skipNonASCII(_ start: Cursor) throws(Fault) -> Cursor {
    var cursor = start
    repeat {
      let lead = cursor.pointee
      let left = end - cursor
      if lead < 0xE0 {
        guard lead >= 0xC2, left >= 2, isContinuation(cursor[1]) else { throw malformed(cursor) }
        cursor += 2
      } else if lead < 0xF0 {
        guard left >= 3, isContinuation(cursor[1]), isContinuation(cursor[2]) else {
          throw malformed(cursor)
        }
        // Not overlong (E0) and not a surrogate (ED).
        if lead == 0xE0 ? cursor[1] < 0xA0 : lead == 0xED && cursor[1] > 0x9F { throw malformed(cursor) }
        cursor += 3
      } else {
        guard lead <= 0xF4, left >= 4, isContinuation(cursor[1]), isContinuation(cursor[2]),
          isContinuation(cursor[3])
        else { throw malformed(cursor) }
        // Not overlong (F0) and not above U+10FFFF (F4).
        if lead == 0xF0 ? cursor[1] < 0x90 : lead == 0xF4 && cursor[1] > 0x8F { throw malformed(cursor) }
        cursor += 4
      }
    } while cursor < end && cursor.pointee >= 0x80
    return cursor
  }

  @inline(__always)
  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// The fault of a sequence: bad, or good as far as it goes and cut off by the end.
  @inline(never)
  private func malformed(_ cursor: Cursor) -> Fault {
    let lead = cursor.pointee
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let left = end - cursor
    let isBad = Fault(.invalidUTF8, .utf8, at: cursor)
    guard 0xC2...0xF4 ~= lead, left < length else { return isBad }
    for index in 1..<length where index < left {
      guard isContinuation(cursor[index]) else { return isBad }
    }
    if left > 1 {
      let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
      guard low...high ~= cursor[1] else { return isBad }
    }
    return Fault(.unexpectedEnd, .closingQuote, at: end)
  }
}
