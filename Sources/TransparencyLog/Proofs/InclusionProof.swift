/// The hashes that lead from one leaf to the root of a tree.
///
/// It binds neither the size nor the index by itself: only a signed checkpoint says which root belongs to
/// which size.
public struct InclusionProof: Sendable, Hashable {
  /// The leaf's index, from 0.
  public let index: Int
  /// How many leaves the tree has.
  public let size: Int
  /// From the leaf's sibling up to the root's child.
  public let hashes: [NodeHash]

  public init(index: Int, size: Int, hashes: [NodeHash]) {
    self.index = index
    self.size = size
    self.hashes = hashes
  }

  /// The root that the leaf and the hashes lead to: RFC 9162 §2.1.3.2.
  ///
  /// - Throws: `wrongSize` when the index is outside the tree, or the hashes are too few or too many.
  public func root(of leaf: LeafHash) throws(LogError) -> NodeHash {
    guard index >= 0, index < size else {
      throw LogError(.wrongSize, in: "inclusion proof", "a tree of \(size) has no leaf \(index)")
    }
    var walk = ProofWalk(node: index, last: size - 1)
    var root = leaf
    for hash in hashes {
      guard let side = walk.step() else {
        throw LogError(.wrongSize, in: "inclusion proof", "more hashes than a tree of \(size) is high")
      }
      root = side == .left ? NodeHash(left: hash, right: root) : NodeHash(left: root, right: hash)
    }
    guard walk.isAtRoot else {
      throw LogError(.wrongSize, in: "inclusion proof", "fewer hashes than a tree of \(size) is high")
    }
    return root
  }

  /// Checks that the leaf is in the tree with that root.
  ///
  /// - Throws: `wrongSize` or `wrongRoot`.
  public func verify(leaf: LeafHash, root expected: NodeHash) throws(LogError) {
    guard try root(of: leaf) == expected else {
      throw LogError(.wrongRoot, in: "inclusion proof", "leaf \(index) does not lead to the root")
    }
  }
}
