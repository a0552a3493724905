import GRDB
import Queries
import TransparencyLog

/// Appends leaves to the store's log; the tiles that change are written with the transaction.
struct LogAppender: ~Copyable {
  private var tree: TiledTree
  private let getTile: Statement
  private let setTile: Statement
  /// Leaves behind the last written tiles, which no tile in the store shows yet.
  private var unwritten: [LeafHash] = []
  private var lastRead: Tile?

  init(_ database: Database) throws {
    let getTile = try Statement(Queries.Log.getTile, on: database)
    let size = Int(try Setting.logSize.read(database) ?? 0)
    let tree = try TiledTree(size: size) { try Self.read($0, getTile).hashes }
    let setTile = try Statement(Queries.Log.setTile, on: database)
    self.tree = tree
    self.getTile = getTile
    self.setTile = setTile
  }

  /// How many leaves the log has, those of the running transaction included.
  var size: Int { tree.size }

  /// Appends a leaf and returns its position.
  mutating func append(_ leaf: LeafHash) -> Int64 {
    let position = Int64(tree.size)
    tree.append(leaf)
    unwritten.append(leaf)
    return position
  }

  /// The leaf at a position of the log.
  mutating func leaf(at position: Int64) throws -> LeafHash {
    let index = Int(position)
    let written = tree.size - unwritten.count
    if index >= written { return unwritten[index - written] }
    let coordinate = TileCoordinate(level: 0, index: index / TileCoordinate.width)
    let offset = index % TileCoordinate.width
    // A partial tile may have grown since it was read.
    if let tile = lastRead, tile.coordinate == coordinate, offset < tile.hashes.count {
      return tile.hashes[offset]
    }
    let tile = try Self.read(coordinate, getTile)
    lastRead = tile
    guard offset < tile.hashes.count else {
      throw LogError(.shortTile, in: "\(coordinate)", "it has no hash \(offset)")
    }
    return tile.hashes[offset]
  }

  /// Writes the tiles that changed and the new size.
  mutating func write(_ database: Database) throws {
    for tile in tree.takeChangedTiles() {
      setTile.bind(tile.coordinate.level, at: 1)
      setTile.bind(tile.coordinate.index, at: 2)
      setTile.bind(tile.bytes, at: 3)
      try setTile.run()
    }
    unwritten.removeAll(keepingCapacity: true)
    try Setting.logSize.write(Int64(tree.size), database)
  }

  /// A tile as the store has it.
  static func tile(_ coordinate: TileCoordinate, _ database: Database) throws -> Tile {
    try read(coordinate, Statement(Queries.Log.getTile, on: database))
  }

  private static func read(_ coordinate: TileCoordinate, _ getTile: borrowing Statement) throws -> Tile {
    getTile.bind(coordinate.level, at: 1)
    getTile.bind(coordinate.index, at: 2)
    defer { getTile.reset() }
    guard try getTile.step() else {
      throw LogError(.shortTile, in: "\(coordinate)", "the store does not have it")
    }
    return try Tile(coordinate, bytes: getTile.blob(0))
  }
}
