/// The hashes that show that a tree has only grown: the older one is its beginning.
public struct ConsistencyProof: Sendable, Hashable {
  public let oldSize: Int
  public let newSize: Int
  public let hashes: [NodeHash]

  public init(oldSize: Int, newSize: Int, hashes: [NodeHash]) {
    self.oldSize = oldSize
    self.newSize = newSize
    self.hashes = hashes
  }

  /// Checks that the tree with the old root is the beginning of the one with the new root, by the algorithm
  /// of RFC 9162 §2.1.4.2.
  ///
  /// Two trees of one size are consistent when their roots are equal, with no hashes. Every tree begins with
  /// the empty one, with no hashes either.
  ///
  /// - Throws: `wrongSize` or `wrongRoot`.
  public func verify(oldRoot: NodeHash, newRoot: NodeHash) throws(LogError) {
    guard oldSize >= 0, oldSize <= newSize else {
      throw Self.wrongSize("a tree of \(newSize) never had \(oldSize) leaves")
    }
    if oldSize == newSize || oldSize == 0 {
      guard hashes.isEmpty else { throw Self.wrongSize("there is nothing to prove, yet it has hashes") }
      guard oldRoot == (oldSize == newSize ? newRoot : .emptyRoot) else { throw Self.wrongRoot("old") }
      guard newSize > 0 || newRoot == .emptyRoot else { throw Self.wrongRoot("new") }
      return
    }
    // A complete old tree is a node of the new one, so its root is not among the hashes.
    let path = oldSize.nonzeroBitCount == 1 ? [oldRoot] + hashes : hashes
    guard let first = path.first else { throw Self.wrongSize("it has no hashes") }
    var walk = ProofWalk(node: oldSize - 1, last: newSize - 1)
    walk.skipRightChildren()
    var (old, new) = (first, first)
    for hash in path.dropFirst() {
      guard let side = walk.step() else { throw Self.wrongSize("it has too many hashes") }
      switch side {
      case .left:
        old = NodeHash(left: hash, right: old)
        new = NodeHash(left: hash, right: new)
      case .right:
        new = NodeHash(left: new, right: hash)
      }
    }
    guard walk.isAtRoot else { throw Self.wrongSize("it has too few hashes") }
    guard old == oldRoot else { throw Self.wrongRoot("old") }
    guard new == newRoot else { throw Self.wrongRoot("new") }
  }

  private static func wrongSize(_ cause: String) -> LogError {
    LogError(.wrongSize, in: "consistency proof", cause)
  }

  private static func wrongRoot(_ which: String) -> LogError {
    LogError(.wrongRoot, in: "consistency proof", "the hashes do not lead to the \(which) root")
  }
}
