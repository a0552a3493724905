extension JSONShape {
  /// Reads the one value in `range` and takes the shape's fields from it.
  ///
  /// White space may stand around the value. All of the range is checked against RFC 8259: grammar, UTF-8,
  /// escapes and their surrogate pairs, also of what is not taken. After an error `fields` holds what was
  /// found before it.
  public func read(
    _ bytes: [UInt8], _ range: Range<Int>, into fields: inout JSONFields
  ) throws(JSONError) {
    _ = try read(bytes, range, into: &fields) { (reader, start, fields) throws(Fault) in
      try reader.readDocument(start, into: &fields)
    }
  }

  /// Reads the first value in `range`, whatever stands behind it, and returns the index behind the value.
  ///
  /// For values that follow each other, such as the elements of an array: one pass instead of the two that
  /// `JSONBoundary` and `read` make. `unexpectedEnd` says that the value may go on behind the range; a
  /// number that ends with the range may, too.
  public func readFirst(
    _ bytes: [UInt8], _ range: Range<Int>, into fields: inout JSONFields
  ) throws(JSONError) -> Int {
    try read(bytes, range, into: &fields) { (reader, start, fields) throws(Fault) in
      try reader.readFirst(start, into: &fields)
    }
  }

  @inline(__always)
  private func read(
    _ bytes: [UInt8], _ range: Range<Int>, into fields: inout JSONFields,
    with step: (ShapeReader, Cursor, inout JSONFields) throws(Fault) -> Cursor
  ) throws(JSONError) -> Int {
    let range = range.clamped(to: 0..<bytes.count)
    fields.reset(count: pointers.count)
    let end = try bytes.scanned(from: range.lowerBound) { (base) throws(Fault) in
      try nodes.withUnsafeBufferPointer { (nodes) throws(Fault) in
        try entries.withUnsafeBufferPointer { (entries) throws(Fault) in
          try names.withUnsafeBufferPointer { (names) throws(Fault) -> Int in
            guard let names = names.baseAddress else { return range.lowerBound }
            let reader = ShapeReader(
              scanner: Scanner(end: base + range.upperBound, depthLimit: depthLimit), base: base,
              nodes: nodes, entries: entries, names: names)
            return try step(reader, base + range.lowerBound, &fields) - base
          }
        }
      }
    }
    for (slot, first) in repeats { fields.slots[slot] = fields.slots[first] }
    if let offset = fields.seen.repeated {
      fields.duplicate = Self.pointer(toMemberNamedAt: offset, in: bytes, from: range.lowerBound)
    }
    return end
  }

  /// The pointer of the member whose name's text begins at `offset`.
  private static func pointer(
    toMemberNamedAt offset: Int, in bytes: [UInt8], from start: Int
  ) -> JSONPointer {
    let opening = offset - 1
    let place = JSONPointer(of: opening, in: bytes, from: start)
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    let name = JSONSlice(start: opening, end: end + 1, kind: .string, hasEscapes: true).string(in: bytes)
    return JSONPointer(tokens: place.tokens + [name])
  }
}

extension [UInt8] {
  /// Lends the bytes to a scan, and completes its fault to an error.
  func scanned<Result>(
    from start: Int, _ scan: (Cursor) throws(Fault) -> Result
  ) throws(JSONError) -> Result {
    try withUnsafeBufferPointer { (buffer) throws(JSONError) in
      guard let base = buffer.baseAddress else {
        throw JSONError(
          code: .unexpectedEnd, offset: 0, pointer: JSONPointer(tokens: []),
          expected: Fault.Expectation.value.sentence)
      }
      do throws(Fault) {
        return try scan(base)
      } catch {
        throw JSONError(error, base: base, in: self, from: start)
      }
    }
  }
}
