import CByteMasks

/// Where a string ended, and whether its bytes stand for themselves.
struct StringEnd {
  let cursor: Cursor
  let hasEscapes: Bool
}

extension Scanner {
  /// Skips a string from behind its opening quote to behind its closing one.
  @inline(__always)
  func skipString(_ start: Cursor) throws(Fault) -> StringEnd {
    let cursor = skipPlain(start)
    if cursor < end, cursor.pointee == UInt8(ascii: "\"") {
      return StringEnd(cursor: cursor + 1, hasEscapes: false)
    }
    return try skipHardString(cursor)
  }

  /// Skips text that stands for itself, to the first byte that may not or to the last bytes of the input.
  @inline(__always)
  private func skipPlain(_ start: Cursor) -> Cursor {
    var cursor = start
    while end - cursor >= 16 {
      let stops = closeout_string_stops_16(cursor)
      if stops != 0 { return cursor + stops.trailingZeroBitCount }
      cursor += 16
    }
    if end - cursor >= 8 {
      let stops = Words.stops(Words.load(cursor))
      cursor += stops == 0 ? 8 : stops.trailingZeroBitCount >> 3
    }
    return cursor
  }

  /// The rest of a string that has escapes or non-ASCII text, or that ends near the end of the input.
  @inline(never)
  private func skipHardString(_ start: Cursor) throws(Fault) -> StringEnd {
    var cursor = start
    var hasEscapes = false
    while cursor < end {
      let byte = cursor.pointee
      if byte >= 0x80 {
        cursor = try skipNonASCII(cursor)
      } else if byte == UInt8(ascii: "\"") {
        return StringEnd(cursor: cursor + 1, hasEscapes: hasEscapes)
      } else if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        cursor = try skipEscape(cursor)
      } else if byte < 0x20 {
        throw Fault(.controlCharacter, .printable, at: cursor)
      } else {
        cursor += 1
      }
      cursor = skipPlain(cursor)
    }
    throw Fault(.unexpectedEnd, .closingQuote, at: end)
  }

  /// Skips one escape; a surrogate must come with its other half.
  private func skipEscape(_ start: Cursor) throws(Fault) -> Cursor {
    guard start + 1 < end else { throw Fault(.unexpectedEnd, .escape, at: end) }
    switch start[1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      let unit = try hexUnit(start)
      guard unit & 0xF800 == 0xD800 else { return start + 6 }
      guard unit < 0xDC00 else { throw Fault(.badEscape, .lowSurrogate, at: start) }
      for (index, byte) in [UInt8(ascii: "\\"), UInt8(ascii: "u")].enumerated() {
        guard start + 6 + index < end else { throw Fault(.unexpectedEnd, .lowSurrogate, at: end) }
        guard start[6 + index] == byte else { throw Fault(.badEscape, .lowSurrogate, at: start) }
      }
      guard try hexUnit(start + 6) & 0xFC00 == 0xDC00 else {
        throw Fault(.badEscape, .lowSurrogate, at: start)
      }
      return start + 12
    default:
      throw Fault(.badEscape, .escape, at: start + 1)
    }
  }

  /// The code unit of the `\uXXXX` that begins at `start`.
  private func hexUnit(_ start: Cursor) throws(Fault) -> UInt16 {
    var unit: UInt16 = 0
    for index in 2..<6 {
      guard start + index < end else { throw Fault(.unexpectedEnd, .hexDigits, at: end) }
      guard let digit = hexDigit(start[index]) else {
        throw Fault(.badEscape, .hexDigits, at: start + index)
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}

/// The value of a hexadecimal digit, nil for any other byte.
@inline(__always)
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
  default: nil
  }
}
