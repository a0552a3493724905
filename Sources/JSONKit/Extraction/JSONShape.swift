/// Which values to take from a document, compiled once from RFC 6901 pointers and read many times.
///
/// A pointer names members of objects only (a token is never an index into an array). The whole value at
/// the pointer is taken, of whatever kind; one pointer may be the beginning of another. The slot of a
/// pointer is its index in the list.
///
///     let shape = JSONShape(["/Id", "/Severity/Label", "/Resources"])
///     var fields = JSONFields()
///     try shape.read(bytes, 0..<bytes.count, into: &fields)
///     let label = fields[1]?.string(in: bytes)
public struct JSONShape: Sendable {
  /// More nested containers than this are never accepted: the scanner recurses.
  static let largestDepthLimit = 1024

  public let pointers: [JSONPointer]
  /// The number of nested arrays and objects that are accepted, at most 1024.
  public let depthLimit: Int

  let nodes: [Node]
  let entries: [Entry]
  let names: [UInt8]
  /// Slots whose pointer stands in the list before: filled from that slot.
  let repeats: [(slot: Int, first: Int)]

  /// One object, or one captured value, on a path. Node 0 is the whole document.
  struct Node {
    var slot = -1
    /// The node's part of `entries`: a hash table of a power of two places; empty for a leaf.
    var table = 0
    var mask = -1
    var isLeaf: Bool { mask < 0 }
  }

  /// One member of a node; `child` is negative in an empty place.
  struct Entry {
    var hash: UInt64 = 0
    var child = -1
    var name = 0
    var count = 0
  }

  public init(_ pointers: [JSONPointer], depthLimit: Int = 128) {
    var tree = ShapeTree()
    var repeats: [(slot: Int, first: Int)] = []
    for (slot, pointer) in pointers.enumerated() {
      let first = tree.add(pointer, slot: slot)
      if first != slot { repeats.append((slot, first)) }
    }
    self.pointers = pointers
    self.depthLimit = min(max(depthLimit, 1), Self.largestDepthLimit)
    self.repeats = repeats
    (nodes, entries, names) = tree.compiled()
  }
}
