/// The way from a node up to the root: on which side the next hash stands. RFC 9162 §2.1.3.2 and §2.1.4.2.
struct ProofWalk {
  enum Side {
    case left, right
  }

  /// The node's index on its level, called fn there.
  private var node: Int
  /// The index of the last node on the level, called sn there.
  private var last: Int

  init(node: Int, last: Int) {
    self.node = node
    self.last = last
  }

  var isAtRoot: Bool { last == 0 }

  /// Goes up as long as the node is a right child: these hashes the prover leaves out.
  mutating func skipRightChildren() {
    while node & 1 == 1 { goUp() }
  }

  /// Goes up by one hash and says where that hash stands; nil at the root.
  mutating func step() -> Side? {
    guard last > 0 else { return nil }
    defer { goUp() }
    guard node & 1 == 1 || node == last else { return .right }
    // A last node without a sibling goes up unchanged until it is a right child.
    while node & 1 == 0, node != 0 { goUp() }
    return .left
  }

  private mutating func goUp() {
    node >>= 1
    last >>= 1
  }
}
