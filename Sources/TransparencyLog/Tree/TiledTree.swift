/// A growing tree whose hashes are kept as tiles, by somebody else.
///
/// In memory are only the tiles at the right edge that are not full, at most 255 hashes a level. Append
/// leaves, take the tiles that changed, write them in the same transaction as the leaves.
public struct TiledTree: Sendable {
  /// How many leaves there are.
  public private(set) var size = 0
  /// For each level the hashes of its last tile, fewer than 256.
  private var edge: [[NodeHash]] = []
  private var filled: [Tile] = []
  /// The size at which the changed tiles were last taken.
  private var taken = 0

  public init() {}

  /// Takes up a tree where it was left.
  ///
  /// - Parameter tile: gives the hashes of a tile, at least as many as it has in a tree of that size.
  /// - Throws: `shortTile` when it gives fewer, or what `tile` throws.
  public init(size: Int, tile: (TileCoordinate) throws -> [NodeHash]) throws {
    self.size = size
    taken = size
    edge = Array(repeating: [], count: TileCoordinate.levels(inTreeOf: size))
    for coordinate in TileCoordinate.rightEdge(ofTreeOf: size) {
      edge[coordinate.level] = try coordinate.hashes(inTreeOf: size, from: tile(coordinate))
    }
  }

  public mutating func append(_ leaf: LeafHash) {
    add(leaf, onLevel: 0)
    size += 1
  }

  public mutating func append(contentsOf leaves: some Sequence<LeafHash>) {
    for leaf in leaves { append(leaf) }
  }

  private mutating func add(_ hash: NodeHash, onLevel level: Int) {
    if edge.count == level { edge.append([]) }
    edge[level].append(hash)
    guard edge[level].count == TileCoordinate.width else { return }
    let hashes = edge[level]
    let above = TileCoordinate.hashes(onLevel: level + 1, inTreeOf: size)
    filled.append(Tile(TileCoordinate(level: level, index: above), hashes: hashes))
    edge[level].removeAll(keepingCapacity: true)
    add(MerkleTree.root(ofFull: hashes), onLevel: level + 1)
  }

  /// The tiles that are new or have grown since this was last called, full ones in their final form.
  ///
  /// A tile that was handed out partial comes again, longer, under the same coordinate.
  public mutating func takeChangedTiles() -> [Tile] {
    let changed = Set(TileCoordinate.changed(from: taken, to: size))
    let partial = TileCoordinate.rightEdge(ofTreeOf: size).filter(changed.contains)
      .map { Tile($0, hashes: edge[$0.level]) }
    defer {
      filled.removeAll()
      taken = size
    }
    return (filled + partial).sorted { $0.coordinate < $1.coordinate }
  }

  /// The Merkle tree hash of all leaves.
  public var root: NodeHash {
    // From the highest level down: each level's hashes stand to the right of those above, and are smaller.
    MerkleTree.join(edge.reversed().flatMap { MerkleTree($0).peaks })
  }
}

extension TileCoordinate {
  /// The hashes that the tile has in a tree of `size`, of those that a storage gave for it.
  func hashes(inTreeOf size: Int, from stored: [NodeHash]) throws(LogError) -> [NodeHash] {
    let width = width(inTreeOf: size)
    guard stored.count >= width else {
      throw LogError(
        .shortTile, in: "\(self)", "\(stored.count) hashes are stored, a tree of \(size) has \(width)")
    }
    return Array(stored.prefix(width))
  }
}
