import TransparencyLog

/// The definitions of RFC 6962 §2.1 as they stand there: recursive, slow, over all leaves in memory.
struct ReferenceTree {
  let leaves: [LeafHash]

  init(_ leaves: [LeafHash]) {
    self.leaves = leaves
  }

  /// Leaves that are different for each index.
  init(size: Int, seed: Int = 1) {
    leaves = (0..<size).map { LeafHash(record: Array("\(seed)-\($0)".utf8)) }
  }

  func root(_ range: Range<Int>) -> NodeHash {
    switch range.count {
    case 0: return .emptyRoot
    case 1: return leaves[range.lowerBound]
    default:
      let middle = range.lowerBound + Self.split(range.count)
      return NodeHash(
        left: root(range.lowerBound..<middle), right: root(middle..<range.upperBound))
    }
  }

  func root(size: Int) -> NodeHash { root(0..<size) }

  func path(_ index: Int, _ range: Range<Int>) -> [NodeHash] {
    guard range.count > 1 else { return [] }
    let middle = range.lowerBound + Self.split(range.count)
    return index < middle
      ? path(index, range.lowerBound..<middle) + [root(middle..<range.upperBound)]
      : path(index, middle..<range.upperBound) + [root(range.lowerBound..<middle)]
  }

  func inclusion(of index: Int, size: Int) -> InclusionProof {
    InclusionProof(index: index, size: size, hashes: path(index, 0..<size))
  }

  func subproof(_ old: Int, _ range: Range<Int>, whole: Bool) -> [NodeHash] {
    if old == range.upperBound { return whole ? [] : [root(range)] }
    let middle = range.lowerBound + Self.split(range.count)
    return old <= middle
      ? subproof(old, range.lowerBound..<middle, whole: whole) + [root(middle..<range.upperBound)]
      : subproof(old, middle..<range.upperBound, whole: false) + [root(range.lowerBound..<middle)]
  }

  func consistency(from old: Int, to new: Int) -> ConsistencyProof {
    ConsistencyProof(
      oldSize: old, newSize: new, hashes: old == 0 ? [] : subproof(old, 0..<new, whole: true))
  }

  private static func split(_ count: Int) -> Int {
    var power = 1
    while power * 2 < count { power *= 2 }
    return power
  }
}

/// Tiles in memory, as a store would keep them.
struct TileStore {
  var tiles: [TileCoordinate: [NodeHash]] = [:]

  mutating func write(_ changed: [Tile]) {
    for tile in changed { tiles[tile.coordinate] = tile.hashes }
  }

  struct Absent: Error {}

  func read(_ coordinate: TileCoordinate) throws -> [NodeHash] {
    guard let hashes = tiles[coordinate] else { throw Absent() }
    return hashes
  }

  init(_ leaves: [LeafHash] = []) {
    var tree = TiledTree()
    tree.append(contentsOf: leaves)
    write(tree.takeChangedTiles())
  }
}
