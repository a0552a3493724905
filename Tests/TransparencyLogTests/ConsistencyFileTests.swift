import Testing
import TransparencyLog

@Suite("A consistency proof in a file")
struct ConsistencyFileTests {
  static let leaves = (0..<300).map { LeafHash(.receipt, body: Array("entry \($0)".utf8)) }

  struct Log {
    let signer: NoteSigner
    var tree: TreeReader

    init(_ leaves: [LeafHash], key: LogSigningKey) throws {
      signer = try NoteSigner(name: "example.com/log", key: key)
      var tiled = TiledTree()
      tiled.append(contentsOf: leaves)
      var tiles: [TileCoordinate: [NodeHash]] = [:]
      for tile in tiled.takeChangedTiles() { tiles[tile.coordinate] = tile.hashes }
      let kept = tiles
      tree = TreeReader(size: leaves.count) { kept[$0] ?? [] }
    }

    mutating func note() throws -> SignedNote {
      try Checkpoint(origin: "example.com/log", size: tree.size, root: tree.root()).signed(with: [signer])
    }
  }

  @Test(
    "It reads back as written and leads from the older to the newer checkpoint", arguments: [1, 2, 255, 299])
  func roundTrip(old: Int) throws {
    let key = LogSigningKey(generating: .ed25519)
    var before = try Log(Array(Self.leaves.prefix(old)), key: key)
    var after = try Log(Self.leaves, key: key)
    let file = TLogConsistency(try after.tree.consistencyProof(from: old), checkpoint: try after.note())
    let read = try TLogConsistency(parsing: Array(file.text.utf8))
    #expect(read == file)
    let (older, newer) = try read.verify(old: before.note(), log: [after.signer.verifier])
    #expect(older.size == old && newer.size == 300)
  }

  @Test("A log that was rewritten and signed with the same key does not follow")
  func rewritten() throws {
    let key = LogSigningKey(generating: .ed25519)
    var before = try Log(Array(Self.leaves.prefix(200)), key: key)
    var leaves = Self.leaves
    leaves[17] = LeafHash(.receipt, body: Array("another".utf8))
    var after = try Log(leaves, key: key)
    let file = TLogConsistency(try after.tree.consistencyProof(from: 200), checkpoint: try after.note())
    let note = try before.note()
    #expect { try file.verify(old: note, log: [after.signer.verifier]) } throws: {
      ($0 as? LogError)?.code == .wrongRoot
    }
    let other = try NoteSigner(name: "example.com/log", key: LogSigningKey(generating: .ed25519))
    #expect { try file.verify(old: note, log: [other.verifier]) } throws: {
      ($0 as? LogError)?.code == .unknownKey
    }
  }

  @Test(
    "Anything but the format is refused",
    arguments: [
      "", "old\n", "old 01\n\n", "old 1\nnot base 64\n\n", "old 1\n", "old 1\n\n", "new 1\n\n",
    ])
  func malformed(text: String) {
    #expect { try TLogConsistency(parsing: Array(text.utf8)) } throws: {
      ($0 as? LogError)?.code == .malformed
    }
  }
}
