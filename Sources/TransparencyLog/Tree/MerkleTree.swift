/// The root of a growing tree, from a few hashes: the roots of its complete parts.
///
/// RFC 6962 §2.1. A tree of n leaves is made of one complete subtree for each bit set in n; these hashes,
/// the largest first, are all that is kept. Adding a leaf costs one hash on average.
public struct MerkleTree: Sendable, Hashable {
  /// How many leaves there are.
  public private(set) var size = 0
  /// The roots of the complete subtrees, the largest first.
  public private(set) var peaks: [NodeHash] = []

  public init() {}

  /// A tree of some leaves.
  public init(_ leaves: some Sequence<LeafHash>) {
    for leaf in leaves { append(leaf) }
  }

  /// Takes up a tree where it was left; nil when the number of peaks does not fit the size.
  public init?(size: Int, peaks: [NodeHash]) {
    guard size >= 0, peaks.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.peaks = peaks
  }

  public mutating func append(_ leaf: LeafHash) {
    var node = leaf
    // Each bit that carries over joins two subtrees of one size.
    for _ in 0..<(~size).trailingZeroBitCount {
      node = NodeHash(left: peaks.removeLast(), right: node)
    }
    peaks.append(node)
    size += 1
  }

  /// The Merkle tree hash of all leaves; ``Hash256/emptyRoot`` without any.
  public var root: NodeHash { Self.join(peaks) }

  /// The root over subtrees that stand side by side, the largest first.
  static func join(_ peaks: [NodeHash]) -> NodeHash {
    guard var root = peaks.last else { return .emptyRoot }
    for peak in peaks.dropLast().reversed() {
      root = NodeHash(left: peak, right: root)
    }
    return root
  }

  /// The root of hashes that are the leaves, or the complete subtrees of one height, as many as a power of two: each
  /// level's are made side by side.
  static func root(ofFull hashes: [NodeHash]) -> NodeHash {
    var hashes = hashes
    while hashes.count > 1 { hashes = NodeHash.nodes(abovePairsOf: hashes) }
    return hashes.first ?? .emptyRoot
  }
}
