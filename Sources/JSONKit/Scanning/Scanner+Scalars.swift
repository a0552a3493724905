extension Scanner {
  /// Skips a number, `true`, `false` or `null`.
  func skipScalar(_ start: Cursor) throws(Fault) -> Cursor {
    switch start.pointee {
    case UInt8(ascii: "t"): try skipLiteral("true", start)
    case UInt8(ascii: "f"): try skipLiteral("false", start)
    case UInt8(ascii: "n"): try skipLiteral("null", start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber(start)
    default: throw misfit(.value, at: start)
    }
  }

  private func skipLiteral(_ literal: StaticString, _ start: Cursor) throws(Fault) -> Cursor {
    let text = literal.utf8Start
    for index in 0..<literal.utf8CodeUnitCount {
      let cursor = start + index
      guard cursor < end, cursor.pointee == text[index] else { throw misfit(.literal, at: cursor) }
    }
    return start + literal.utf8CodeUnitCount
  }

  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
  func skipNumber(_ start: Cursor) throws(Fault) -> Cursor {
    var cursor = start
    if cursor.pointee == UInt8(ascii: "-") { cursor += 1 }
    let first = cursor
    cursor = try skipDigits(cursor)
    if first.pointee == UInt8(ascii: "0"), cursor - first > 1 {
      throw Fault(.badNumber, .number, at: first)
    }
    if cursor < end, cursor.pointee == UInt8(ascii: ".") { cursor = try skipDigits(cursor + 1) }
    if cursor < end, cursor.pointee | 0x20 == UInt8(ascii: "e") {
      cursor += 1
      if cursor < end, cursor.pointee == UInt8(ascii: "+") || cursor.pointee == UInt8(ascii: "-") {
        cursor += 1
      }
      cursor = try skipDigits(cursor)
    }
    return cursor
  }

  @inline(__always)
  private func skipDigits(_ start: Cursor) throws(Fault) -> Cursor {
    var cursor = start
    while cursor < end, cursor.pointee &- UInt8(ascii: "0") < 10 { cursor += 1 }
    guard cursor > start else {
      throw Fault(cursor < end ? .badNumber : .unexpectedEnd, .digit, at: cursor)
    }
    return cursor
  }
}
