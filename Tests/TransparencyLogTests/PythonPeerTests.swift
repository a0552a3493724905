import Foundation
import TestSupport
import Testing
import TransparencyLog

@Suite("The tree beside an independent one in Python")
struct PythonPeerTests {
  struct Case: Encodable {
    let seed, size: Int
    let indices, olds: [Int]
  }

  struct Answer: Decodable {
    let root: String
    let inclusion, consistency: [[String]]
    let oldRoots: [String]
  }

  @Test("roots and proofs of random trees, from tiles, are the same", .needs(python: "hashlib"))
  func agrees() async throws {
    var generator = SeededGenerator(seed: 6962)
    let sizes =
      [1, 2, 3, 255, 256, 257, 511, 512, 513, 65_537]
      + (0..<30).map { _ in
        Int.random(in: 1...3000, using: &generator)
      }
    let cases = sizes.enumerated().map { seed, size in
      Case(
        seed: seed, size: size,
        indices: [0, size - 1] + (0..<20).map { _ in .random(in: 0..<size, using: &generator) },
        olds: [size] + (0..<20).map { _ in .random(in: 1...size, using: &generator) })
    }
    let answers = try await PythonPeer("merkle.py", modules: ["hashlib"]).answer(to: cases, as: [Answer].self)
    try #require(answers.count == cases.count)
    for (question, answer) in zip(cases, answers) {
      let store = TileStore(ReferenceTree(size: question.size, seed: question.seed).leaves)
      var reader = TreeReader(size: question.size, tile: store.read)
      #expect(try reader.root().hex == answer.root)
      for (index, hashes) in zip(question.indices, answer.inclusion) {
        #expect(try reader.inclusionProof(of: index).hashes.map(\.hex) == hashes)
      }
      for (old, hashes) in zip(question.olds, answer.consistency) {
        #expect(try reader.consistencyProof(from: old).hashes.map(\.hex) == hashes)
      }
      for (old, root) in zip(question.olds, answer.oldRoots) {
        var before = TreeReader(size: old, tile: store.read)
        #expect(try before.root().hex == root)
      }
    }
  }

  @Test(
    "a Python verifier accepts our tlog-proof with both signatures, and no changed one",
    .needs(python: "cryptography"))
  func verifier() async throws {
    let folder = try TemporaryFolder()
    let (name, size, index) = ("closeout.example/peer", 1000, 777)
    let keys = [LogSigningKey(generating: .ed25519), LogSigningKey(generating: .ecdsaP256)]
    var reader = TreeReader(size: size, tile: TileStore(ReferenceTree(size: size).leaves).read)
    let note = try Checkpoint(origin: name, size: size, root: reader.root())
      .signed(with: keys.map { try NoteSigner(name: name, key: $0) })
    let proof = TLogProof(try reader.inclusionProof(of: index), checkpoint: note, extra: [1])
    try folder.write(proof.text, to: "good")
    try folder.write(proof.text.replacing("index 777", with: "index 776"), to: "changed")
    try folder.write("record\n1-\(index)", to: "entry")
    try folder.write(keys[0].publicKey.pem, to: "ed.pub")
    try folder.write(keys[1].publicKey.pem, to: "ec.pub")
    let peer = PythonPeer("verify_proof.py", modules: ["cryptography"])
    for (file, holds) in [("good", true), ("changed", false)] {
      let answer = try await peer.run(
        [file, "entry", "ed.pub", "ec.pub"].map { folder.file($0).path } + [name])
      #expect((answer.text == "ok\n") == holds, "\(answer.errorText)")
    }
  }
}
