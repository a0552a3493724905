extension JSONValue {
  /// Reads one document, strictly (RFC 8259, and each member name once in an object).
  ///
  /// A number without fraction and exponent that fits 64 bits is an `int`; every other number is the
  /// nearest `double`, and one beyond its range is an error.
  public static func parse(_ bytes: [UInt8], depthLimit: Int = 128) throws(JSONError) -> JSONValue {
    let limit = min(max(depthLimit, 1), JSONShape.largestDepthLimit)
    return try bytes.scanned(from: 0) { (base) throws(Fault) in
      var builder = ValueBuilder(
        scanner: Scanner(end: base + bytes.count, depthLimit: limit), base: base, bytes: bytes,
        cursor: base)
      return try builder.document()
    }
  }

  /// Reads one document from text.
  public static func parse(_ text: String) throws(JSONError) -> JSONValue {
    try parse(Array(text.utf8))
  }
}

/// Builds values where the scanner only passes over them.
private struct ValueBuilder {
  let scanner: Scanner
  let base: Cursor
  let bytes: [UInt8]
  var cursor: Cursor

  mutating func document() throws(Fault) -> JSONValue {
    cursor = scanner.skipSpace(cursor)
    let value = try value(depth: 0)
    cursor = scanner.skipSpace(cursor)
    guard cursor == scanner.end else { throw Fault(.trailingBytes, .nothing, at: cursor) }
    return value
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    if cursor < scanner.end, cursor.pointee | 0x20 == UInt8(ascii: "{") {
      guard depth < scanner.depthLimit else { throw Fault(.tooDeep, .shallower, at: cursor) }
      return cursor.pointee == UInt8(ascii: "{") ? try object(depth: depth + 1) : try array(depth: depth + 1)
    }
    let start = cursor
    let slice = try scanner.slice(cursor, base: base)
    cursor = base + slice.end
    switch slice.kind {
    case .string: return .string(slice.string(in: bytes))
    case .number:
      if let int = slice.int(in: bytes) { return .int(int) }
      guard let double = slice.double(in: bytes) else { throw Fault(.badNumber, .finite, at: start) }
      return .double(double)
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .null, .array, .object: return .null
    }
  }

  private mutating func array(depth: Int) throws(Fault) -> JSONValue {
    var elements: [JSONValue] = []
    cursor = scanner.skipSpace(cursor + 1)
    if cursor < scanner.end, cursor.pointee == UInt8(ascii: "]") {
      cursor += 1
      return .array(elements)
    }
    while true {
      elements.append(try value(depth: depth))
      cursor = scanner.skipSpace(cursor)
      guard cursor < scanner.end else { throw scanner.misfit(.commaOrEndOfArray, at: cursor) }
      let byte = cursor.pointee
      guard byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",") else {
        throw scanner.misfit(.commaOrEndOfArray, at: cursor)
      }
      cursor += 1
      if byte == UInt8(ascii: "]") { return .array(elements) }
      cursor = scanner.skipSpace(cursor)
    }
  }

  private mutating func object(depth: Int) throws(Fault) -> JSONValue {
    var members: [JSONValue.Member] = []
    var names: Set<[UInt8]> = []
    cursor = scanner.skipSpace(cursor + 1)
    guard cursor < scanner.end else { throw scanner.misfit(.memberNameOrEnd, at: cursor) }
    if cursor.pointee == UInt8(ascii: "}") {
      cursor += 1
      return .object(members)
    }
    guard cursor.pointee == UInt8(ascii: "\"") else { throw scanner.misfit(.memberNameOrEnd, at: cursor) }
    while true {
      let slice = try scanner.slice(cursor, base: base)
      guard names.insert(slice.unescaped(in: bytes)).inserted else {
        throw Fault(.duplicateMember, .uniqueName, at: cursor)
      }
      cursor = try scanner.skipColon(base + slice.end)
      members.append(JSONValue.Member(slice.string(in: bytes), try value(depth: depth)))
      cursor = scanner.skipSpace(cursor)
      guard cursor < scanner.end else { throw scanner.misfit(.commaOrEndOfObject, at: cursor) }
      if cursor.pointee == UInt8(ascii: "}") {
        cursor += 1
        return .object(members)
      }
      cursor = try scanner.skipCommaBeforeName(cursor)
    }
  }
}
