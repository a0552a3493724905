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

  @inline(never)
  private func malformed(_ cursor: Cursor) -> Fault { Fault(.invalidUTF8, .utf8, at: cursor) }
}
