import JSONKit

/// Finds the records in a stream of JSON texts of any layout.
///
/// Values on lines of their own, printed over many lines, run together (`}{`), the elements of arrays, and
/// the elements of `Findings`, `findings` and `Records` in an object that holds nothing nested before them: each
/// is one piece. What the pieces are made of is checked later; a cut is a place that can only be a border
/// between values, or an error, so whatever is broken ends at the next such place.
///
/// The place in a value is kept relative to its beginning, so that a caller may move its buffer.
struct PieceCutter: Sendable {
  enum Step: Equatable {
    /// A value, or what stands where one should be.
    case piece(Range<Int>, isOversized: Bool)
    case needsMore
    /// All bytes were looked at; what stands from the position on is no whole value.
    case finished
  }

  private enum Context { case top, elements, wrapper }

  /// A line of at most so many bytes is cut at its end without a look inside.
  static let shortLine = 256 << 10

  private let takesLines: Bool
  private let largest: Int
  private var context = Context.top
  /// Whether the array being read is a member of an object.
  private var isWrapped = false
  private var boundary = JSONBoundary()
  /// How far behind the position the value was followed, and searched for cuts.
  private var followed = 0
  private var searched = 0
  /// No line feed stands between the position and this index of the buffer.
  private var feedlessTo = 0
  private var isPlain = false
  private var isDiscarding = false

  /// - Parameters:
  ///   - takesLines: false to look into every line, where one that was taken whole turned out to be broken.
  init(takesLines: Bool = true, largest: Int = RecordLimits.recordBytes) {
    self.takesLines = takesLines
    self.largest = largest
  }

  /// Whether the members behind the array of a wrapper are being read.
  var isInsideWrapper: Bool { context == .wrapper }

  /// Whether an array or an object around the pieces is open.
  var isInsideContainer: Bool { context != .top }

  /// Says that the caller dropped so many bytes from the front of its buffer.
  mutating func bufferMoved(by count: Int) { feedlessTo = max(0, feedlessTo - count) }

  /// Moves `position` to the next piece and behind it.
  ///
  /// - Parameters:
  ///   - position: all before it is dealt with.
  ///   - isFinal: no more bytes will come behind `limit`.
  mutating func next(
    _ bytes: [UInt8], _ position: inout Int, to limit: Int, isFinal: Bool
  ) -> Step {
    while true {
      if followed == 0 { skipSeparators(bytes, &position, to: limit) }
      guard position < limit else { return isFinal ? .finished : .needsMore }
      let step: Step?
      switch context {
      case .top: step = top(bytes, &position, to: limit, isFinal: isFinal)
      case .elements: step = element(bytes, &position, to: limit, isFinal: isFinal)
      case .wrapper: step = wrapperMember(bytes, &position, to: limit, isFinal: isFinal)
      }
      if let step { return step }
    }
  }

  /// Commas between values are passed over at the top as well: lists without brackets are seen.
  private func skipSeparators(_ bytes: [UInt8], _ position: inout Int, to limit: Int) {
    while position < limit, bytes[position].isSeparator { position += 1 }
  }

  private mutating func begin() {
    boundary.reset()
    followed = 0
    searched = 0
    isPlain = false
    isDiscarding = false
  }

  // MARK: at the top

  private mutating func top(
    _ bytes: [UInt8], _ position: inout Int, to limit: Int, isFinal: Bool
  ) -> Step? {
    switch bytes[position] {
    case UInt8(ascii: "{"):
      if !isPlain {
        if takesLines {
          switch line(bytes, from: position, to: limit, isFinal: isFinal) {
          case .whole(let range):
            position = range.upperBound
            begin()
            return .piece(range, isOversized: false)
          case .needsMore: return .needsMore
          case .other: break
          }
        }
        // Looking no further than a window makes the answer one of the content, not of the chunks.
        let window = min(position + Self.shortLine, limit)
        switch WrapperPrefix(bytes, from: position, to: window) {
        case .array(let opening):
          position = opening + 1
          context = .elements
          isWrapped = true
          begin()
          return nil
        case .unknown where !isFinal && window - position < Self.shortLine: return .needsMore
        case .unknown, .other: isPlain = true
        }
      }
      return value(bytes, &position, to: limit, isFinal: isFinal)
    case UInt8(ascii: "["):
      position += 1
      context = .elements
      isWrapped = false
      return nil
    default:
      return junkLine(bytes, &position, to: limit, isFinal: isFinal)
    }
  }

  private enum Line { case whole(Range<Int>), needsMore, other }

  /// A line that begins with `{` and is followed by one that begins with `{` is whole: inside a value a brace
  /// can only open behind a bracket, a comma or a colon, and text has no line feeds.
  private mutating func line(_ bytes: [UInt8], from start: Int, to limit: Int, isFinal: Bool) -> Line {
    let window = min(start + Self.shortLine, limit)
    let unknown = min(max(start, feedlessTo), window)
    guard let feed = bytes.firstIndex(of: 0x0A, in: unknown..<window) else {
      feedlessTo = window
      return isFinal || window - start >= Self.shortLine ? .other : .needsMore
    }
    guard feed + 1 < limit else { return isFinal ? .other : .needsMore }
    guard let last = Self.cut(bytes, at: feed, from: start) else { return .other }
    return .whole(start..<last + 1)
  }

  /// The last byte before the line feed, if nothing can go on behind it.
  private static func cut(_ bytes: [UInt8], at feed: Int, from start: Int) -> Int? {
    guard bytes[feed + 1] == UInt8(ascii: "{"), let last = bytes.lastNonBlank(in: start..<feed) else {
      return nil
    }
    switch bytes[last] {
    case UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: ":"): return nil
    default: return last
    }
  }

  /// Text where a value should begin, to the end of its line.
  private mutating func junkLine(
    _ bytes: [UInt8], _ position: inout Int, to limit: Int, isFinal: Bool
  ) -> Step? {
    let window = min(position + RecordLimits.shownBytes, limit)
    let feed = bytes.firstIndex(of: 0x0A, in: position..<window)
    if feed == nil, !isFinal, window - position < RecordLimits.shownBytes { return .needsMore }
    let end = (bytes.lastNonBlank(in: position..<(feed ?? window)) ?? position) + 1
    let range = position..<end
    position = feed ?? window
    begin()
    return .piece(range, isOversized: false)
  }

  // MARK: inside containers

  private mutating func element(
    _ bytes: [UInt8], _ position: inout Int, to limit: Int, isFinal: Bool
  ) -> Step? {
    guard followed > 0 || bytes[position] != UInt8(ascii: "]") else {
      position += 1
      context = isWrapped ? .wrapper : .top
      return nil
    }
    return value(bytes, &position, to: limit, isFinal: isFinal)
  }

  /// A member behind the array in a wrapper: another array of records, or something that is passed over.
  private mutating func wrapperMember(
    _ bytes: [UInt8], _ position: inout Int, to limit: Int, isFinal: Bool
  ) -> Step? {
    switch bytes[position] {
    case UInt8(ascii: "}"):
      position += 1
      context = .top
      return nil
    case UInt8(ascii: "\""):
      let window = min(position + largest, limit)
      switch WrapperPrefix.member(bytes, from: position, to: window) {
      case .array(let opening):
        position = opening + 1
        context = .elements
        begin()
        return nil
      case .other(let end) where end > position:
        position = end
        return nil
      case .other: break
      case .unknown:
        guard window - position >= largest else { return isFinal ? .finished : .needsMore }
      }
    default: break
    }
    // No member of an object: what follows is looked at as if the object had ended.
    context = .top
    return nil
  }

  // MARK: one value

  private mutating func value(
    _ bytes: [UInt8], _ position: inout Int, to limit: Int, isFinal: Bool
  ) -> Step? {
    let start = position
    let end = boundary.end(of: bytes, from: start + followed, to: limit)
    if let feed = nextCut(bytes, from: start, to: end ?? limit) {
      return take(start..<((bytes.lastNonBlank(in: start..<feed) ?? start) + 1), &position)
    }
    if let end { return take(start..<end, &position) }
    if isFinal, boundary.state == .scalar { return take(start..<limit, &position) }
    followed = limit - start
    if followed > largest, !isDiscarding {
      isDiscarding = true
      return .piece((start..<limit).prefix(RecordLimits.shownBytes), isOversized: true)
    }
    if isFinal {
      guard isDiscarding else { return .finished }
      position = limit
      begin()
      return nil
    }
    if isDiscarding {
      // What is dropped counts as looked at; one byte stays, so that the value is still begun.
      position = limit - 1
      followed = 1
      searched = 0
      return .needsMore
    }
    return .needsMore
  }

  private mutating func take(_ range: Range<Int>, _ position: inout Int) -> Step? {
    let wasDiscarding = isDiscarding
    position = range.upperBound
    begin()
    guard !wasDiscarding else { return nil }
    guard range.count <= largest else {
      return .piece(range.prefix(RecordLimits.shownBytes), isOversized: true)
    }
    return .piece(range, isOversized: false)
  }

  /// The next line feed inside the value at which it can only have been broken off.
  private mutating func nextCut(_ bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
    while let feed = bytes.firstIndex(of: 0x0A, in: (start + searched)..<max(limit - 1, start + searched)) {
      if Self.cut(bytes, at: feed, from: start) != nil { return feed }
      searched = feed + 1 - start
    }
    searched = max(searched, limit - 1 - start)
    return nil
  }
}
