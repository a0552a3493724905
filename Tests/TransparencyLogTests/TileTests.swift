import TestSupport
import Testing
import TransparencyLog

@Suite("Tiles")
struct TileTests {
  @Test("leaves that come in batches of any size leave the same tiles and root as all at once")
  func batches() throws {
    var generator = SeededGenerator(seed: 5)
    let leaves = ReferenceTree(size: 70_000).leaves
    var store = TileStore()
    var tree = TiledTree()
    var whole = MerkleTree()
    while tree.size < leaves.count {
      let wanted = [1, 3, 255, 256, 257, 5000].randomElement(using: &generator) ?? 1
      let batch = leaves[tree.size..<min(leaves.count, tree.size + wanted)]
      let before = tree.size
      tree.append(contentsOf: batch)
      for leaf in batch { whole.append(leaf) }
      let changed = tree.takeChangedTiles()
      #expect(changed.map(\.coordinate) == TileCoordinate.changed(from: before, to: tree.size))
      #expect(changed.allSatisfy { $0.hashes.count == $0.coordinate.width(inTreeOf: tree.size) })
      store.write(changed)
      #expect(tree.root == whole.root)
      // Each batch as another process: only the tiles and the size survive.
      tree = try TiledTree(size: tree.size, tile: store.read)
    }
    #expect(tree.takeChangedTiles().isEmpty)
    #expect(store.tiles == TileStore(leaves).tiles)
    #expect(store.tiles[TileCoordinate(level: 2, index: 0)]?.count == 1)
  }

  @Test("a tree of 70,000 has the tiles that tlog-tiles says, under their paths")
  func specificationExample() {
    let all = TileCoordinate.changed(from: 0, to: 70_000)
    #expect(all.count { $0.level == 0 && $0.width(inTreeOf: 70_000) == 256 } == 273)
    #expect(
      TileCoordinate.rightEdge(ofTreeOf: 70_000).map { $0.path(inTreeOf: 70_000) } == [
        "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1",
      ])
    #expect(TileCoordinate.rightEdge(ofTreeOf: 256).map { $0.path(inTreeOf: 256) } == ["tile/1/000.p/1"])
    let far = TileCoordinate(level: 0, index: 1_234_067)
    #expect(far.path(inTreeOf: 1 << 40) == "tile/0/x001/x234/067")
    #expect(TileCoordinate(level: 0, index: 274).width(inTreeOf: 70_000) == 0)
    #expect(TileCoordinate.changed(from: 0, to: 0).isEmpty)
  }

  @Test("proofs read exactly the tiles that were named before, at most two a level")
  func needed() throws {
    let leaves = ReferenceTree(size: 66_500).leaves
    let store = TileStore(leaves)
    var generator = SeededGenerator(seed: 6)
    for size in [1, 255, 256, 257, 513, 65_535, 65_536, 65_537, 66_500] {
      for _ in 0..<8 {
        let index = Int.random(in: 0..<size, using: &generator)
        let named = TileCoordinate.needed(forInclusionOf: index, inTreeOf: size)
        var narrow = TileStore()
        for coordinate in named { narrow.tiles[coordinate] = try store.read(coordinate) }
        var reader = TreeReader(size: size, tile: narrow.read)
        let proof = try reader.inclusionProof(of: index)
        #expect(Dictionary(grouping: named, by: \.level).values.allSatisfy { $0.count <= 2 })
        var root = TreeReader(size: size, tile: store.read)
        try proof.verify(leaf: leaves[index], root: root.root())
        for coordinate in named {
          var lacking = narrow
          lacking.tiles[coordinate] = nil
          var reader = TreeReader(size: size, tile: lacking.read)
          #expect(throws: TileStore.Absent.self) { try reader.inclusionProof(of: index) }
        }

        let old = Int.random(in: 0...size, using: &generator)
        narrow = TileStore()
        for coordinate in TileCoordinate.needed(forConsistencyFrom: old, to: size) {
          narrow.tiles[coordinate] = try store.read(coordinate)
        }
        reader = TreeReader(size: size, tile: narrow.read)
        let growth = try reader.consistencyProof(from: old)
        var before = TreeReader(size: old, tile: store.read)
        try growth.verify(oldRoot: before.root(), newRoot: root.root())
      }
    }
    #expect(TileCoordinate.needed(forInclusionOf: 5, inTreeOf: 5).isEmpty)
    #expect(TileCoordinate.needed(forConsistencyFrom: 6, to: 5).isEmpty)
  }

  @Test("a tile's bytes are its hashes, and other bytes are refused")
  func bytes() throws {
    let coordinate = TileCoordinate(level: 0, index: 3)
    let tile = Tile(coordinate, hashes: ReferenceTree(size: 9).leaves)
    #expect(tile.bytes.count == 288 && !tile.isFull)
    #expect(try Tile(coordinate, bytes: tile.bytes) == tile)
    for wrong in [[], Array(tile.bytes.dropLast()), Array(repeating: 0, count: 257 * 32)] as [[UInt8]] {
      #expect(throws: LogError.self) { try Tile(coordinate, bytes: wrong) }
    }
  }

  @Test("a store that lost hashes is told by the tile")
  func shortTile() throws {
    var store = TileStore(ReferenceTree(size: 300).leaves)
    store.tiles[TileCoordinate(level: 0, index: 1)]?.removeLast()
    let reading = #expect(throws: LogError.self) {
      var reader = TreeReader(size: 300, tile: store.read)
      _ = try reader.inclusionProof(of: 299)
    }
    #expect(reading?.code == .shortTile && reading?.place == "tile 0/1")
    #expect(throws: LogError.self) { try TiledTree(size: 300, tile: store.read) }
  }

  @Test("peaks take up a tree only at a size they fit")
  func peaks() throws {
    let tree = MerkleTree(ReferenceTree(size: 11).leaves)
    var again = try #require(MerkleTree(size: 11, peaks: tree.peaks))
    again.append(LeafHash(record: []))
    #expect(again.root != tree.root && again.size == 12)
    #expect(MerkleTree(size: 12, peaks: tree.peaks) == nil)
    #expect(MerkleTree(size: -1, peaks: tree.peaks) == nil)
  }
}
