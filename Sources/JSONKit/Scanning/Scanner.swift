/// Accepts exactly the texts of RFC 8259, one cursor forward at a time, and keeps nothing.
///
/// Each function takes the cursor where its construct begins and returns the one behind it. No byte at or
/// behind `end` is read. Values that are skipped are checked as strictly as values that are kept.
struct Scanner {
  let end: Cursor
  let depthLimit: Int

  @inline(__always)
  func skipSpace(_ start: Cursor) -> Cursor {
    guard start < end, start.pointee <= 0x20 else { return start }
    return skipLongSpace(start)
  }

  @inline(never)
  private func skipLongSpace(_ start: Cursor) -> Cursor {
    var cursor = start
    while cursor < end {
      switch cursor.pointee {
      case 0x20, 0x09, 0x0A, 0x0D:
        cursor += 1
        // Indentation: runs of spaces.
        while end - cursor >= 8, Words.load(cursor) == Words.spaces { cursor += 8 }
      default: return cursor
      }
    }
    return cursor
  }

  /// The fault of a byte that does not fit, or of the end where a byte had to come.
  @inline(never)
  func misfit(_ expectation: Fault.Expectation, at cursor: Cursor) -> Fault {
    Fault(cursor < end ? .unexpectedByte : .unexpectedEnd, expectation, at: cursor)
  }

  /// Skips a value that begins at `start`; `depth` containers are open around it.
  @inline(__always)
  func skipValue(_ start: Cursor, depth: Int) throws(Fault) -> Cursor {
    guard start < end else { throw misfit(.value, at: start) }
    switch start.pointee {
    case UInt8(ascii: "\""): return try skipString(start + 1).cursor
    case UInt8(ascii: "{"): return try skipObject(start, depth: depth)
    case UInt8(ascii: "["): return try skipArray(start, depth: depth)
    default: return try skipScalar(start)
    }
  }

  func skipObject(_ start: Cursor, depth: Int) throws(Fault) -> Cursor {
    guard depth < depthLimit else { throw Fault(.tooDeep, .shallower, at: start) }
    var cursor = skipSpace(start + 1)
    guard cursor < end else { throw misfit(.memberNameOrEnd, at: cursor) }
    if cursor.pointee == UInt8(ascii: "}") { return cursor + 1 }
    guard cursor.pointee == UInt8(ascii: "\"") else { throw misfit(.memberNameOrEnd, at: cursor) }
    while true {
      cursor = try skipString(cursor + 1).cursor
      cursor = try skipColon(cursor)
      cursor = try skipValue(cursor, depth: depth + 1)
      cursor = skipSpace(cursor)
      guard cursor < end else { throw misfit(.commaOrEndOfObject, at: cursor) }
      if cursor.pointee == UInt8(ascii: "}") { return cursor + 1 }
      cursor = try skipCommaBeforeName(cursor)
    }
  }

  func skipArray(_ start: Cursor, depth: Int) throws(Fault) -> Cursor {
    guard depth < depthLimit else { throw Fault(.tooDeep, .shallower, at: start) }
    var cursor = skipSpace(start + 1)
    if cursor < end, cursor.pointee == UInt8(ascii: "]") { return cursor + 1 }
    while true {
      cursor = skipSpace(try skipValue(cursor, depth: depth + 1))
      guard cursor < end else { throw misfit(.commaOrEndOfArray, at: cursor) }
      if cursor.pointee == UInt8(ascii: "]") { return cursor + 1 }
      guard cursor.pointee == UInt8(ascii: ",") else { throw misfit(.commaOrEndOfArray, at: cursor) }
      cursor = skipSpace(cursor + 1)
    }
  }

  /// From behind a member name to the first byte of its value.
  @inline(__always)
  func skipColon(_ start: Cursor) throws(Fault) -> Cursor {
    let cursor = skipSpace(start)
    guard cursor < end, cursor.pointee == UInt8(ascii: ":") else { throw misfit(.colon, at: cursor) }
    return skipSpace(cursor + 1)
  }

  /// From the comma behind a member to the quote of the next name.
  @inline(__always)
  func skipCommaBeforeName(_ start: Cursor) throws(Fault) -> Cursor {
    guard start.pointee == UInt8(ascii: ",") else { throw misfit(.commaOrEndOfObject, at: start) }
    let cursor = skipSpace(start + 1)
    guard cursor < end, cursor.pointee == UInt8(ascii: "\"") else {
      throw misfit(.memberName, at: cursor)
    }
    return cursor
  }
}
