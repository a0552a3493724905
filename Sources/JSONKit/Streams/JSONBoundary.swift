/// Finds where JSON values end in a stream that arrives in chunks, without checking them.
///
/// It knows strings, escapes and nesting, nothing else: what it cuts out is to be read by `JSONShape` or
/// `JSONValue`, which check it. The value may be of any kind, also inside a container that the caller has
/// opened, so one boundary serves values run together (`}{`), lines, the elements of an array, and the
/// names and values of an object one by one.
///
///     var boundary = JSONBoundary()
///     while let end = boundary.end(of: chunk, from: position, to: chunk.count) {
///       … the value ends at `end`; the next may begin there …
///       position = end
///     }
///     … give the next chunk from its first byte; the state is kept …
public struct JSONBoundary: Sendable, Equatable {
  /// What is open where the bytes given so far end.
  public enum State: Sendable, Equatable {
    /// No byte of a value was seen; white space was.
    case before
    /// A number or a word: only the byte behind it, or the end of the stream, ends it.
    case scalar
    /// A string or a container.
    case inside
  }

  private enum Mode: UInt8, Sendable { case before, scalar, string, container }

  private var mode = Mode.before
  private var depth = 0
  private var inString = false
  private var escaped = false

  public init() {}

  public var state: State {
    switch mode {
    case .before: .before
    case .scalar: .scalar
    case .string, .container: .inside
    }
  }

  /// Forgets the value that was begun.
  public mutating func reset() { self = JSONBoundary() }

  /// The index behind the current value, or nil when it goes on behind `to` (the state is kept for the next
  /// chunk). White space before the value is passed over. A byte that can begin no value, such as a comma,
  /// is taken as a scalar of its own one byte long, so that the reader's error names it.
  public mutating func end(of bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
    let limit = min(limit, bytes.count)
    var index = max(start, 0)
    if mode == .before {
      index = Self.firstByte(of: bytes, from: index, to: limit)
      guard index < limit else { return nil }
      begin(with: bytes[index])
      index += 1
      if mode == .before { return index }
    }
    let end =
      mode == .scalar
      ? Self.endOfScalar(in: bytes, from: index, to: limit)
      : endOfNested(in: bytes, from: index, to: limit)
    if end != nil { reset() }
    return end
  }

  /// The index of the first byte that is not white space, or `limit`.
  public static func firstByte(of bytes: [UInt8], from start: Int, to limit: Int) -> Int {
    var index = max(start, 0)
    while index < min(limit, bytes.count) {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return index
      }
    }
    return index
  }

  private mutating func begin(with byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      mode = .container
      depth = 1
    case UInt8(ascii: "\""):
      mode = .string
      inString = true
    case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: ":"): break
    default: mode = .scalar
    }
  }

  private static func endOfScalar(in bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
    var index = start
    while index < limit {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "\""),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        return index
      default: index += 1
      }
    }
    return nil
  }

  private mutating func endOfNested(in bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
    var index = start
    let end = bytes.withUnsafeBufferPointer { buffer -> Int? in
      guard let base = buffer.baseAddress else { return nil }
      while limit - index >= Block.size {
        if let place = step(Block(base + index)) { return index + place + 1 }
        index += Block.size
      }
      return nil
    }
    if end != nil { return end }
    while index < limit {
      if let end = step(bytes[index], at: index) { return end }
      index += 1
    }
    return nil
  }

  /// Moves over one block; the place in it of the byte that ends the value.
  @inline(__always)
  private mutating func step(_ block: Block) -> Int? {
    let quotes = block.quotes & ~block.escaped(carry: &escaped)
    if mode == .string { return quotes == 0 ? nil : quotes.trailingZeroBitCount }
    let strings = Block.prefixParity(quotes) ^ (inString ? ~0 : 0)
    inString = strings >> 63 != 0
    guard ~strings != 0 else { return nil }
    let brackets = block.brackets()
    let opening = brackets.opening & ~strings
    var closing = brackets.closing & ~strings
    if closing.nonzeroBitCount < depth {
      depth += opening.nonzeroBitCount - closing.nonzeroBitCount
      return nil
    }
    var closed = 0
    while closing != 0 {
      let place = closing.trailingZeroBitCount
      closed += 1
      let opened = (opening & ((1 << UInt64(place)) - 1)).nonzeroBitCount
      if depth + opened == closed { return place }
      closing &= closing - 1
    }
    depth += opening.nonzeroBitCount - closed
    return nil
  }

  /// Moves over one byte; the index behind it when it ends the value.
  ///
  /// A backslash outside of a string is wrong in JSON; here, as in a block, it hides the next byte.
  @inline(__always)
  private mutating func step(_ byte: UInt8, at index: Int) -> Int? {
    if escaped {
      escaped = false
      return nil
    }
    if byte == UInt8(ascii: "\\") {
      escaped = true
      return nil
    }
    if inString {
      guard byte == UInt8(ascii: "\"") else { return nil }
      inString = false
      return mode == .string ? index + 1 : nil
    }
    switch byte {
    case UInt8(ascii: "\""): inString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if depth == 0 { return index + 1 }
    default: break
    }
    return nil
  }
}
