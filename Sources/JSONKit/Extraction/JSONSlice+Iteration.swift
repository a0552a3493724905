extension JSONSlice {
  /// One member of an object.
  public struct Member: Sendable, Equatable {
    /// The name, a string slice with its quotes.
    public let name: JSONSlice
    public let value: JSONSlice
  }

  /// The elements of an array in order; none for any other value.
  public func elements(in bytes: [UInt8]) -> some Sequence<JSONSlice> {
    sequence(state: ChildCursor(of: self, opening: UInt8(ascii: "["), in: bytes)) { $0.nextElement() }
  }

  /// The members of an object as written, repeated names included; none for any other value.
  public func members(in bytes: [UInt8]) -> some Sequence<Member> {
    sequence(state: ChildCursor(of: self, opening: UInt8(ascii: "{"), in: bytes)) { $0.nextMember() }
  }

  /// The value of the first member with that name; nil when there is none.
  public func member(_ name: StaticString, in bytes: [UInt8]) -> JSONSlice? {
    members(in: bytes).first { $0.name.equals(name, in: bytes) }?.value
  }
}

/// Walks the direct children of a container that was accepted before.
private struct ChildCursor {
  private let bytes: [UInt8]
  private let end: Int
  private var position: Int

  init(of slice: JSONSlice, opening: UInt8, in bytes: [UInt8]) {
    self.bytes = bytes
    end = min(slice.end, bytes.count)
    let isContainer = slice.start >= 0 && slice.start < end && bytes[slice.start] == opening
    position = isContainer ? slice.start + 1 : end
  }

  mutating func nextElement() -> JSONSlice? {
    step { (scanner, base, start) throws(Fault) in try scanner.slice(start, base: base) }
  }

  mutating func nextMember() -> JSONSlice.Member? {
    step { (scanner, base, start) throws(Fault) in
      guard start.pointee == UInt8(ascii: "\"") else { return nil }
      let nameEnd = try scanner.skipString(start + 1)
      let name = JSONSlice(
        start: start - base, end: nameEnd.cursor - base, kind: .string, hasEscapes: nameEnd.hasEscapes)
      let value = try scanner.slice(try scanner.skipColon(nameEnd.cursor), base: base)
      return JSONSlice.Member(name: name, value: value)
    }
  }

  /// Reads one child and moves behind it and its comma. What was accepted before can not fail here; bytes
  /// of another array can, and end the walk.
  private mutating func step<Child: Ends>(
    _ read: (Scanner, Cursor, Cursor) throws(Fault) -> Child?
  ) -> Child? {
    let child = bytes.withUnsafeBufferPointer { buffer -> Child? in
      guard let base = buffer.baseAddress, position < end else { return nil }
      let scanner = Scanner(end: base + end, depthLimit: JSONShape.largestDepthLimit)
      let start = scanner.skipSpace(base + position)
      guard start < scanner.end, start.pointee | 0x20 != UInt8(ascii: "}") else { return nil }
      do throws(Fault) {
        guard let child = try read(scanner, base, start) else { return nil }
        let behind = scanner.skipSpace(base + child.endOffset)
        let isComma = behind < scanner.end && behind.pointee == UInt8(ascii: ",")
        position = (behind - base) + (isComma ? 1 : 0)
        return child
      } catch {
        return nil
      }
    }
    if child == nil { position = end }
    return child
  }
}

/// What the walk needs to know of a child.
private protocol Ends { var endOffset: Int { get } }
extension JSONSlice: Ends { fileprivate var endOffset: Int { end } }
extension JSONSlice.Member: Ends { fileprivate var endOffset: Int { value.end } }
