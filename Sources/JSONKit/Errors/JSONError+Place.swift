extension JSONError {
  /// Adds to a fault what only an error needs: its offset and the pointer, found by a second, slow pass.
  init(_ fault: Fault, base: Cursor, in bytes: [UInt8], from start: Int) {
    let offset = fault.offset(from: base)
    self.init(
      code: fault.code, offset: offset,
      pointer: JSONPointer(of: offset, in: bytes, from: start),
      expected: fault.expectation.sentence)
  }
}

extension JSONPointer {
  /// The value that encloses or begins at `offset`, in a text that is well-formed before it.
  init(of offset: Int, in bytes: [UInt8], from start: Int) {
    var frames: [Frame] = []
    var index = start
    while index < offset, index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): frames.append(.object(name: nil, awaitsName: true))
      case UInt8(ascii: "["): frames.append(.array(index: 0))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = frames.popLast()
      case UInt8(ascii: ","): frames.withLast { $0.advance() }
      case UInt8(ascii: "\""):
        let end = Self.endOfString(openedAt: index, in: bytes, before: offset)
        frames.withLast { $0.take(name: index..<end) }
        index = end
        continue
      default: break
      }
      index += 1
    }
    self.init(tokens: frames.compactMap { $0.token(in: bytes) })
  }

  private enum Frame {
    case object(name: Range<Int>?, awaitsName: Bool)
    case array(index: Int)

    mutating func advance() {
      switch self {
      case .object: self = .object(name: nil, awaitsName: true)
      case .array(let index): self = .array(index: index + 1)
      }
    }

    mutating func take(name: Range<Int>) {
      if case .object(_, awaitsName: true) = self { self = .object(name: name, awaitsName: false) }
    }

    func token(in bytes: [UInt8]) -> String? {
      switch self {
      case .array(let index): String(index)
      case .object(let name?, _):
        JSONSlice(start: name.lowerBound, end: name.upperBound, kind: .string, hasEscapes: true)
          .string(in: bytes)
      case .object(nil, _): nil
      }
    }
  }

  /// The index behind the closing quote, or `limit` when the string is not closed before it.
  private static func endOfString(openedAt start: Int, in bytes: [UInt8], before limit: Int) -> Int {
    let limit = min(limit, bytes.count)
    var index = start + 1
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "\""): return index + 1
      default: index += 1
      }
    }
    return limit
  }
}

extension Array {
  fileprivate mutating func withLast(_ change: (inout Element) -> Void) {
    guard !isEmpty else { return }
    change(&self[count - 1])
  }
}
