/// Computes roots and proofs of a tree from its tiles, at any size that it has had.
///
/// A proof reads at most two tiles a level. Tiles are kept for the next proof, but never many.
public struct TreeReader {
  /// How many leaves the tree has; a storage that has grown since is fine.
  public let size: Int
  private let tile: (TileCoordinate) throws -> [NodeHash]
  private var kept: [TileCoordinate: [NodeHash]] = [:]

  /// 512 tiles are 4 MB.
  private static let mostKept = 512

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
    var peaks: [NodeHash] = []
    for subtree in Subtree.complete(in: range) {
      peaks.append(MerkleTree.root(of: try hashes(of: subtree.tile)[subtree.hashes]))
    }
    return MerkleTree.join(peaks)
  }

  private mutating func hashes(of coordinate: TileCoordinate) throws -> [NodeHash] {
    if let hashes = kept[coordinate] { return hashes }
    let hashes = try coordinate.hashes(inTreeOf: size, from: tile(coordinate))
    if kept.count >= Self.mostKept { kept.removeAll(keepingCapacity: true) }
    kept[coordinate] = hashes
    return hashes
  }
}
