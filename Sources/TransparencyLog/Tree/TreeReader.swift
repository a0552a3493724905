/// Computes roots and proofs of a tree from its tiles, at any size that it has had.
///
/// A proof reads at most two tiles a level. Tiles are kept with the nodes above their hashes, so that
/// proofs of neighbouring leaves cost next to nothing: ask for many in the order of their indices.
public struct TreeReader {
  /// How many leaves the tree has; a storage that has grown since is fine.
  public let size: Int
  private let tile: (TileCoordinate) throws -> [NodeHash]
  private var kept: [TileCoordinate: TileNodes] = [:]
  /// The roots of ranges that are no complete subtree: a few at the end of the tree, in proof after proof.
  private var joined: [Range<Int>: NodeHash] = [:]

  /// 1024 tiles with their nodes are 16 MB.
  private static let mostKept = 1024

  /// - Parameter tile: gives the hashes of a tile, at least as many as it has in a tree of that size.
  public init(size: Int, tile: @escaping (TileCoordinate) throws -> [NodeHash]) {
    self.size = size
    self.tile = tile
  }

  /// The Merkle tree hash of all leaves.
  ///
  /// - Throws: `shortTile`, or what the storage throws; so do all below.
  public mutating func root() throws -> NodeHash {
    size == 0 ? .emptyRoot : try root(of: 0..<size)
  }

  /// The hash of one leaf.
  public mutating func leaf(at index: Int) throws -> LeafHash {
    try checkIndex(index)
    return try root(of: index..<index + 1)
  }

  /// The proof that the leaf at that index is in the tree.
  public mutating func inclusionProof(of index: Int) throws -> InclusionProof {
    try checkIndex(index)
    var hashes: [NodeHash] = []
    for range in ProofRanges.inclusion(of: index, in: size) { hashes.append(try root(of: range)) }
    return InclusionProof(index: index, size: size, hashes: hashes)
  }

  /// The proof that the tree of `old` leaves is the beginning of this one.
  public mutating func consistencyProof(from old: Int) throws -> ConsistencyProof {
    guard (0...size).contains(old) else {
      throw LogError(.wrongSize, in: "consistency proof", "a tree of \(size) never had \(old) leaves")
    }
    var hashes: [NodeHash] = []
    for range in ProofRanges.consistency(from: old, to: size) { hashes.append(try root(of: range)) }
    return ConsistencyProof(oldSize: old, newSize: size, hashes: hashes)
  }

  private func checkIndex(_ index: Int) throws(LogError) {
    guard index >= 0, index < size else {
      throw LogError(.wrongSize, in: "inclusion proof", "a tree of \(size) has no leaf \(index)")
    }
  }

  private mutating func root(of range: Range<Int>) throws -> NodeHash {
    if range.count.nonzeroBitCount == 1 {
      let height = range.count.trailingZeroBitCount
      let subtree = Subtree(height: height, index: range.lowerBound >> height)
      return try nodes(of: subtree.tile).root(of: subtree)
    }
    if let known = joined[range] { return known }
    let root = try join(range)
    joined[range] = root
    return root
  }

  private mutating func join(_ range: Range<Int>) throws -> NodeHash {
    var peaks: [NodeHash] = []
    for subtree in Subtree.complete(in: range) {
      peaks.append(try nodes(of: subtree.tile).root(of: subtree))
    }
    return MerkleTree.join(peaks)
  }

  private mutating func nodes(of coordinate: TileCoordinate) throws -> TileNodes {
    if let nodes = kept[coordinate] { return nodes }
    let nodes = TileNodes(try coordinate.hashes(inTreeOf: size, from: tile(coordinate)))
    if kept.count >= Self.mostKept {
      // The few tiles of the higher levels are in every proof.
      kept = kept.filter { $0.key.level > 0 }
    }
    kept[coordinate] = nodes
    return nodes
  }
}

/// The hashes of one tile and all complete nodes above them within the tile.
private struct TileNodes {
  /// For each height from 0 to 8 the nodes from left to right.
  private let rows: [[NodeHash]]

  init(_ hashes: [NodeHash]) {
    var rows = [hashes]
    while let below = rows.last, below.count > 1 {
      rows.append(NodeHash.nodes(abovePairsOf: below))
    }
    self.rows = rows
  }

  func root(of subtree: Subtree) -> NodeHash {
    let place = subtree.placeInTile
    return rows[place.row][place.index]
  }
}
