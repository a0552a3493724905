extension JSONShape {
  /// Reads the one value in `range` and takes the shape's fields from it.
  ///
  /// White space may stand around the value. All of the range is checked against RFC 8259: grammar, UTF-8,
  /// escapes and their surrogate pairs, also of what is not taken. After an error `fields` holds what was
  /// found before it.
  public func read(
    _ bytes: [UInt8], _ range: Range<Int>, into fields: inout JSONFields
  ) throws(JSONError) {
    let range = range.clamped(to: 0..<bytes.count)
    fields.reset(count: pointers.count)
    try bytes.scanned(from: range.lowerBound) { (base) throws(Fault) in
      try nodes.withUnsafeBufferPointer { (nodes) throws(Fault) in
        try entries.withUnsafeBufferPointer { (entries) throws(Fault) in
          try names.withUnsafeBufferPointer { (names) throws(Fault) in
            guard let names = names.baseAddress else { return }
            let reader = ShapeReader(
              scanner: Scanner(end: base + range.upperBound, depthLimit: depthLimit), base: base,
              nodes: nodes, entries: entries, names: names)
            try reader.readDocument(base + range.lowerBound, into: &fields)
          }
        }
      }
    }
    for (slot, first) in repeats { fields.slots[slot] = fields.slots[first] }
    if let offset = fields.seen.repeated {
      fields.duplicate = Self.pointer(toMemberNamedAt: offset, in: bytes, from: range.lowerBound)
    }
  }

  /// The pointer of the member whose name's text begins at `offset`.
  private static func pointer(toMemberNamedAt offset: Int, in bytes: [UInt8], from start: Int) -> JSONPointer {
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
