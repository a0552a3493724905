extension Scanner {
  /// Skips the value at `start` and says where it stands.
  @inline(__always)
  func slice(_ start: Cursor, base: Cursor, depth: Int = 0) throws(Fault) -> JSONSlice {
    guard start < end else { throw misfit(.value, at: start) }
    let kind: JSONSlice.Kind
    switch start.pointee {
    case UInt8(ascii: "\""):
      let end = try skipString(start + 1)
      return JSONSlice(
        start: start - base, end: end.cursor - base, kind: .string, hasEscapes: end.hasEscapes)
    case UInt8(ascii: "{"): kind = .object
    case UInt8(ascii: "["): kind = .array
    case UInt8(ascii: "t"): kind = .true
    case UInt8(ascii: "f"): kind = .false
    case UInt8(ascii: "n"): kind = .null
    default: kind = .number
    }
    let behind = try skipValue(start, depth: depth)
    return JSONSlice(start: start - base, end: behind - base, kind: kind, hasEscapes: false)
  }
}
