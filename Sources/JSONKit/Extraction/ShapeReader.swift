/// One pass over a document along the paths of a shape.
struct ShapeReader {
  let scanner: Scanner
  let base: Cursor
  let nodes: UnsafeBufferPointer<JSONShape.Node>
  let entries: UnsafeBufferPointer<JSONShape.Entry>
  let names: Cursor

  /// Reads the one value there is.
  func readDocument(_ start: Cursor, into fields: inout JSONFields) throws(Fault) -> Cursor {
    let rest = scanner.skipSpace(try readFirst(start, into: &fields))
    guard rest == scanner.end else { throw Fault(.trailingBytes, .nothing, at: rest) }
    return rest
  }

  /// Reads a value and returns the cursor behind it.
  func readFirst(_ start: Cursor, into fields: inout JSONFields) throws(Fault) -> Cursor {
    try read(scanner.skipSpace(start), node: 0, depth: 0, into: &fields)
  }

  /// Reads the value at `start`, which stands at a place the shape knows.
  private func read(
    _ start: Cursor, node index: Int, depth: Int, into fields: inout JSONFields
  ) throws(Fault) -> Cursor {
    let node = nodes[index]
    guard !node.isLeaf, start < scanner.end, start.pointee == UInt8(ascii: "{") else {
      let slice = try scanner.slice(start, base: base, depth: depth)
      if node.slot >= 0, fields.slots[node.slot] == nil { fields.slots[node.slot] = slice }
      return base + slice.end
    }
    let behind = try readObject(start, node: node, depth: depth, into: &fields)
    if node.slot >= 0, fields.slots[node.slot] == nil {
      fields.slots[node.slot] = JSONSlice(
        start: start - base, end: behind - base, kind: .object, hasEscapes: false)
    }
    return behind
  }

  private func readObject(
    _ start: Cursor, node: JSONShape.Node, depth: Int, into fields: inout JSONFields
  ) throws(Fault) -> Cursor {
    guard depth < scanner.depthLimit else { throw Fault(.tooDeep, .shallower, at: start) }
    var cursor = scanner.skipSpace(start + 1)
    guard cursor < scanner.end else { throw scanner.misfit(.memberNameOrEnd, at: cursor) }
    if cursor.pointee == UInt8(ascii: "}") { return cursor + 1 }
    guard cursor.pointee == UInt8(ascii: "\"") else { throw scanner.misfit(.memberNameOrEnd, at: cursor) }
    var object = fields.seen.open()
    while true {
      let text = cursor + 1
      let end = try scanner.skipString(text)
      let name = name(text, end)
      fields.seen.add(name, to: &object, base: base)
      cursor = try scanner.skipColon(end.cursor)
      let child = child(of: node, named: name)
      if child < 0 {
        cursor = try scanner.skipValue(cursor, depth: depth + 1)
      } else {
        cursor = try read(cursor, node: child, depth: depth + 1, into: &fields)
      }
      cursor = scanner.skipSpace(cursor)
      guard cursor < scanner.end else { throw scanner.misfit(.commaOrEndOfObject, at: cursor) }
      if cursor.pointee == UInt8(ascii: "}") {
        fields.seen.close(object, base: base)
        return cursor + 1
      }
      cursor = try scanner.skipCommaBeforeName(cursor)
    }
  }

  @inline(__always)
  private func name(_ text: Cursor, _ end: StringEnd) -> MemberNames.Name {
    let count = end.cursor - text - 1
    let hash = end.hasEscapes ? hashOfEscaped(text, count) : Words.hash(text, count: count)
    let start = text - base
    return MemberNames.Name(hash: hash, start: start, end: start + count, hasEscapes: end.hasEscapes)
  }

  /// The child for a member name, negative when the shape has none.
  @inline(__always)
  private func child(of node: JSONShape.Node, named name: MemberNames.Name) -> Int {
    var place = Int(truncatingIfNeeded: name.hash) & node.mask
    while true {
      let entry = entries[node.table + place]
      if entry.child < 0 { return -1 }
      if entry.hash == name.hash, isSame(entry, name) { return entry.child }
      place = (place + 1) & node.mask
    }
  }

  @inline(__always)
  private func isSame(_ entry: JSONShape.Entry, _ name: MemberNames.Name) -> Bool {
    let count = name.end - name.start
    if name.hasEscapes {
      let text = unescaped(base + name.start, count)
      return text.elementsEqual(UnsafeBufferPointer(start: names + entry.name, count: entry.count))
    }
    return entry.count == count && Words.same(names + entry.name, base + name.start, count: count)
  }

  @inline(never)
  private func hashOfEscaped(_ text: Cursor, _ count: Int) -> UInt64 {
    unescaped(text, count).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { Words.hash($0, count: buffer.count) } ?? 0
    }
  }

  @inline(never)
  private func unescaped(_ text: Cursor, _ count: Int) -> [UInt8] {
    Unescaping.text(of: Array(UnsafeBufferPointer(start: text, count: count))[...])
  }
}
