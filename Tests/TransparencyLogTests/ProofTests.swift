import Testing
import TransparencyLog

@Suite("Inclusion and consistency proofs")
struct ProofTests {
  static let largest = 70
  static let reference = ReferenceTree(size: largest)
  static let roots = (0...largest).map { reference.root(size: $0) }
  static let store = TileStore(reference.leaves)

  @Test("the proof of every leaf in every tree up to 70 is that of the RFC's definition, and holds")
  func inclusion() throws {
    for size in 1...Self.largest {
      var reader = TreeReader(size: size, tile: Self.store.read)
      #expect(try reader.root() == Self.roots[size])
      for index in 0..<size {
        let proof = try reader.inclusionProof(of: index)
        #expect(proof == Self.reference.inclusion(of: index, size: size))
        try proof.verify(leaf: Self.reference.leaves[index], root: Self.roots[size])
        #expect(try reader.leaf(at: index) == Self.reference.leaves[index])
      }
    }
  }

  @Test("the proof between every pair of trees up to 70 is that of the RFC's definition, and holds")
  func consistency() throws {
    for new in 0...Self.largest {
      var reader = TreeReader(size: new, tile: Self.store.read)
      for old in 0...new {
        let proof = try reader.consistencyProof(from: old)
        #expect(proof == Self.reference.consistency(from: old, to: new))
        try proof.verify(oldRoot: Self.roots[old], newRoot: Self.roots[new])
      }
    }
  }

  /// One bit of one hash changed, one hash less, one more, two swapped.
  static func tampered(_ hashes: [NodeHash]) -> [[NodeHash]] {
    let extra = NodeHash(sha256: [7])
    var all = [hashes + [extra], [extra] + hashes]
    for index in hashes.indices {
      var bytes = hashes[index].bytes
      bytes[index % 32] ^= 1
      all.append(hashes[..<index] + [NodeHash(bytes: bytes) ?? extra] + hashes[(index + 1)...])
      all.append(Array(hashes[..<index] + hashes[(index + 1)...]))
      if index > 0 {
        var swapped = hashes
        swapped.swapAt(index - 1, index)
        all.append(swapped)
      }
    }
    return all
  }

  @Test("an inclusion proof with any change, or for another leaf, index or root, fails")
  func tamperedInclusion() {
    for size in [1, 2, 3, 5, 8, 13, 33, 64, 70] {
      for index in 0..<size {
        let proof = Self.reference.inclusion(of: index, size: size)
        let leaf = Self.reference.leaves[index]
        for hashes in Self.tampered(proof.hashes) {
          let wrong = InclusionProof(index: index, size: size, hashes: hashes)
          #expect(throws: LogError.self) { try wrong.verify(leaf: leaf, root: Self.roots[size]) }
        }
        for other in -1...size where other != index {
          let wrong = InclusionProof(index: other, size: size, hashes: proof.hashes)
          #expect(throws: LogError.self) { try wrong.verify(leaf: leaf, root: Self.roots[size]) }
        }
        let stranger = LeafHash(record: [])
        #expect(throws: LogError.self) { try proof.verify(leaf: stranger, root: Self.roots[size]) }
        #expect(throws: LogError.self) { try proof.verify(leaf: leaf, root: Self.roots[size - 1]) }
      }
    }
  }

  @Test("a consistency proof with any change, or for other sizes or roots, fails")
  func tamperedConsistency() {
    for new in [1, 2, 3, 6, 8, 21, 64, 70] {
      for old in 0...new {
        let proof = Self.reference.consistency(from: old, to: new)
        for hashes in Self.tampered(proof.hashes) {
          let wrong = ConsistencyProof(oldSize: old, newSize: new, hashes: hashes)
          #expect(throws: LogError.self) {
            try wrong.verify(oldRoot: Self.roots[old], newRoot: Self.roots[new])
          }
        }
        for other in 0..<new where other != old {
          #expect(throws: LogError.self) {
            try proof.verify(oldRoot: Self.roots[other], newRoot: Self.roots[new])
          }
        }
        let stranger = NodeHash(sha256: [1])
        #expect(throws: LogError.self) { try proof.verify(oldRoot: stranger, newRoot: Self.roots[new]) }
        if old > 0 {
          #expect(throws: LogError.self) { try proof.verify(oldRoot: Self.roots[old], newRoot: stranger) }
        }
      }
    }
    let backwards = ConsistencyProof(oldSize: 3, newSize: 2, hashes: [])
    #expect(throws: LogError.self) { try backwards.verify(oldRoot: Self.roots[3], newRoot: Self.roots[2]) }
    let negative = ConsistencyProof(oldSize: -1, newSize: -1, hashes: [])
    #expect(throws: LogError.self) { try negative.verify(oldRoot: Self.roots[3], newRoot: Self.roots[3]) }
  }

  @Test("what is outside the tree has no proof")
  func outside() {
    var reader = TreeReader(size: 5, tile: Self.store.read)
    #expect(throws: LogError.self) { try reader.inclusionProof(of: 5) }
    #expect(throws: LogError.self) { try reader.inclusionProof(of: -1) }
    #expect(throws: LogError.self) { try reader.consistencyProof(from: 6) }
  }
}
