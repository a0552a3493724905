/// Notices a repeated member name in the objects that are open, without allocating once it has grown.
///
/// Small objects: a 64-bit filter, then a search among the hashes before. Large ones are sorted when they
/// end, so that an object of a million members costs n log n and not n².
struct MemberNames {
  struct Name {
    let hash: UInt64
    /// Offsets of the text between the quotes.
    let start: Int
    let end: Int
    let hasEscapes: Bool
  }

  /// What one open object has to remember.
  struct Object {
    fileprivate let first: Int
    fileprivate var filter: UInt64 = 0
  }

  private static let small = 64
  private var names: [Name] = []
  /// The offset of the first repeated name that was met.
  private(set) var repeated: Int?

  mutating func reset() {
    names.removeAll(keepingCapacity: true)
    repeated = nil
  }

  func open() -> Object { Object(first: names.count) }

  @inline(__always)
  mutating func add(_ name: Name, to object: inout Object, base: Cursor) {
    let bit: UInt64 = 1 << (name.hash >> 58)
    if object.filter & bit != 0 { search(name, in: object, base: base) }
    object.filter |= bit
    names.append(name)
  }

  @inline(__always)
  mutating func close(_ object: Object, base: Cursor) {
    if names.count - object.first > Self.small { sort(object, base: base) }
    names.removeLast(names.count - object.first)
  }

  @inline(never)
  private mutating func search(_ name: Name, in object: Object, base: Cursor) {
    guard repeated == nil, names.count - object.first <= Self.small else { return }
    for other in names[object.first...] where other.hash == name.hash {
      if Self.order(other, name, base) == 0 {
        repeated = name.start
        return
      }
    }
  }

  @inline(never)
  private mutating func sort(_ object: Object, base: Cursor) {
    guard repeated == nil else { return }
    let sorted = names[object.first...].sorted { a, b in
      if a.hash != b.hash { return a.hash < b.hash }
      let order = Self.order(a, b, base)
      return order == 0 ? a.start < b.start : order < 0
    }
    for (a, b) in zip(sorted, sorted.dropFirst()) where a.hash == b.hash {
      if Self.order(a, b, base) == 0 { repeated = min(repeated ?? b.start, b.start) }
    }
  }

  /// Negative, zero or positive: the order of the two texts, escapes undone.
  private static func order(_ a: Name, _ b: Name, _ base: Cursor) -> Int {
    if !a.hasEscapes && !b.hasEscapes {
      let count = a.end - a.start
      if count != b.end - b.start { return count - (b.end - b.start) }
      if Words.same(base + a.start, base + b.start, count: count) { return 0 }
    }
    let (left, right) = (text(a, base), text(b, base))
    if left.count != right.count { return left.count - right.count }
    return left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  private static func text(_ name: Name, _ base: Cursor) -> [UInt8] {
    let raw = Array(UnsafeBufferPointer(start: base + name.start, count: name.end - name.start))
    return name.hasEscapes ? Unescaping.text(of: raw[...]) : raw
  }
}
