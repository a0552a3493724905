import JSONKit

/// How an object begins, as far as it decides whether its elements are records of their own.
///
/// A page of findings (`{"Findings": […], "NextToken": …}`) may be larger than memory, so its elements are
/// handed out one by one. It is known by its first member that is neither text, number nor word.
enum WrapperPrefix: Equatable {
  /// An array of records opens at this index.
  case array(Int)
  /// Something else; behind a member, the index where it ends, or begins if it is broken.
  case other(Int)
  /// More bytes are needed.
  case unknown

  /// Looks into the object that opens at `start`.
  init(_ bytes: [UInt8], from start: Int, to limit: Int) {
    var position = start + 1
    while true {
      position = Self.skip(bytes, from: position, to: limit)
      guard position < limit else {
        self = .unknown
        return
      }
      guard bytes[position] == UInt8(ascii: "\"") else {
        self = .other(position)
        return
      }
      guard let (name, value) = Self.name(bytes, from: position, to: limit) else {
        self = .unknown
        return
      }
      switch bytes[value] {
      case UInt8(ascii: "["):
        let isWrapper =
          Self.holdsRecords(bytes, name) && Self.isWellFormed(bytes[start...value], before: "]}")
        self = isWrapper ? .array(value) : .other(value)
        return
      case UInt8(ascii: "{"):
        self = .other(value)
        return
      default:
        var boundary = JSONBoundary()
        guard let end = boundary.end(of: bytes, from: value, to: limit) else {
          self = .unknown
          return
        }
        position = end
      }
    }
  }

  /// Looks at one member whose name begins at `start`; behind one that is broken, `other(start)`.
  static func member(_ bytes: [UInt8], from start: Int, to limit: Int) -> WrapperPrefix {
    guard let (name, value) = name(bytes, from: start, to: limit) else { return .unknown }
    if bytes[value] == UInt8(ascii: "["), holdsRecords(bytes, name),
      isWellFormed(bytes[start...value], behind: "{", before: "]}")
    {
      return .array(value)
    }
    var boundary = JSONBoundary()
    guard let end = boundary.end(of: bytes, from: value, to: limit) else { return .unknown }
    return .other(isWellFormed(bytes[start..<end], behind: "{", before: "}") ? end : start)
  }

  /// What is passed over must be right, so that nothing is lost in a member that swallowed others.
  private static func isWellFormed(_ part: ArraySlice<UInt8>, behind: String = "", before: String) -> Bool {
    let text = Array(behind.utf8) + part + Array(before.utf8)
    var fields = JSONFields()
    return (try? JSONShape([""], depthLimit: RecordLimits.depth).read(text, 0..<text.count, into: &fields))
      != nil
  }

  /// The bytes of the name between its quotes, and where the value begins.
  private static func name(_ bytes: [UInt8], from start: Int, to limit: Int) -> (Range<Int>, Int)? {
    var boundary = JSONBoundary()
    guard let end = boundary.end(of: bytes, from: start, to: limit) else { return nil }
    let colon = JSONBoundary.firstByte(of: bytes, from: end, to: limit)
    guard colon < limit else { return nil }
    let isColon = bytes[colon] == UInt8(ascii: ":")
    let value = JSONBoundary.firstByte(of: bytes, from: isColon ? colon + 1 : colon, to: limit)
    guard value < limit else { return nil }
    return ((start + 1)..<(end - 1), value)
  }

  private static func holdsRecords(_ bytes: [UInt8], _ name: Range<Int>) -> Bool {
    let name = bytes[name]
    return name.elementsEqual("Findings".utf8) || name.elementsEqual("findings".utf8)
      || name.elementsEqual("Records".utf8)
  }

  private static func skip(_ bytes: [UInt8], from start: Int, to limit: Int) -> Int {
    var index = start
    while index < limit, bytes[index].isSeparator { index += 1 }
    return index
  }
}
