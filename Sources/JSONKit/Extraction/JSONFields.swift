/// The values that a shape took from one document. Make one and read into it again and again.
public struct JSONFields: Sendable {
  var slots: [JSONSlice?] = []
  var seen = MemberNames()
  /// The first repeated member, if an object on one of the shape's paths has one, the top level included.
  ///
  /// Names are compared by their text, escapes undone. The value kept is that of the first member. Objects
  /// beside the paths, and inside of captured values, are not looked at.
  public internal(set) var duplicate: JSONPointer?

  public init() {}

  /// The value at the shape's pointer of that index; nil when the document has none.
  public subscript(slot: Int) -> JSONSlice? {
    slots.indices.contains(slot) ? slots[slot] : nil
  }

  mutating func reset(count: Int) {
    if slots.count == count {
      for slot in slots.indices { slots[slot] = nil }
    } else {
      slots = Array(repeating: nil, count: count)
    }
    seen.reset()
    duplicate = nil
  }
}
