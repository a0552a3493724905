import TestSupport
import Testing
import TransparencyLog

@Suite("C2SP tlog-proof")
struct TLogProofTests {
  static let tree = ReferenceTree(size: 7)

  static func proof(extra: [UInt8]? = nil) throws -> TLogProof {
    TLogProof(
      tree.inclusion(of: 4, size: 7),
      checkpoint: try NoteTests.checkpoint().signed(with: [NoteTests.signer()]),
      extra: extra)
  }

  @Test("the file is the recorded one, reads back and proves its leaf")
  func file() throws {
    let proof = try Self.proof()
    try GoldenFile("fourth-of-seven.tlog-proof").check(proof.text)
    let read = try TLogProof(parsing: Array(proof.text.utf8))
    #expect(read == proof)
    let checkpoint = try read.verify(leaf: Self.tree.leaves[4], log: [NoteTests.signer().verifier])
    #expect(checkpoint.size == 7)
    let other = #expect(throws: LogError.self) {
      try read.verify(leaf: Self.tree.leaves[3], log: [NoteTests.signer().verifier])
    }
    #expect(other?.code == .wrongRoot)
  }

  @Test("extra data stands in the second line, also when it is empty")
  func extra() throws {
    for extra in [[], [1, 2, 3]] as [[UInt8]] {
      let proof = try Self.proof(extra: extra)
      #expect(proof.text.hasPrefix("c2sp.org/tlog-proof@v1\nextra "))
      #expect(try TLogProof(parsing: Array(proof.text.utf8)) == proof)
    }
  }

  @Test("a tree of one has a proof without hashes")
  func oneLeaf() throws {
    let leaf = LeafHash(record: [1])
    let note = try Checkpoint(origin: NoteTests.name, size: 1, root: leaf).signed(with: [NoteTests.signer()])
    let proof = try TLogProof(parsing: Array(TLogProof(index: 0, hashes: [], checkpoint: note).text.utf8))
    #expect(proof.text.contains("index 0\n\n\(NoteTests.name)\n"))
    try proof.verify(leaf: leaf, log: [NoteTests.signer().verifier])
  }

  @Test("a file that is not written to the letter is refused")
  func malformed() throws {
    let good = try Self.proof().text
    let hash = Self.tree.leaves[5].base64
    let wrong = [
      "", "c2sp.org/tlog-proof@v1\n", good.replacing("@v1", with: "@v2"),
      good.replacing("index 4", with: "index 04"),
      good.replacing("index 4", with: "index  4"), good.replacing("index 4", with: "index \u{301}4"),
      good.replacing("index 4", with: "Index 4"), good.replacing("index 4\n", with: ""),
      good.replacing("index 4\n", with: "index 4\nextra AQID\n"),
      good.replacing("index 4\n", with: "extra AQID\nextra AQID\nindex 4\n"),
      good.replacing("index 4\n", with: "extra AQI\nindex 4\n"), good.replacing(hash, with: hash.dropLast()),
      good.replacing(hash, with: " " + hash), good.replacing("\n", with: "\r\n"), "\n" + good,
      good.replacing("index 4\n", with: "index 4\n" + String(repeating: hash + "\n", count: 63)),
      String(good.prefix { $0 != "—" }), good.replacing("\n\n", with: "\n"),
    ]
    for text in wrong {
      #expect(throws: LogError.self, "\(text)") { try TLogProof(parsing: Array(text.utf8)) }
    }
    // A second empty line before the checkpoint would be an empty first line of the note.
    let spaced = good.replacing("\n\n\(NoteTests.name)", with: "\n\n\n\(NoteTests.name)")
    #expect(throws: LogError.self) {
      try TLogProof(parsing: Array(spaced.utf8)).verify(
        leaf: Self.tree.leaves[4], log: [NoteTests.signer().verifier])
    }
  }

  @Test("any byte changed in a file is refused or does not prove the leaf")
  func anyByte() throws {
    let good = Array(try Self.proof().text.utf8)
    let keys = [try NoteTests.signer().verifier]
    for position in good.indices {
      var changed = good
      changed[position] ^= 1
      #expect(throws: LogError.self, "byte \(position)") {
        try TLogProof(parsing: changed).verify(leaf: Self.tree.leaves[4], log: keys)
      }
    }
  }
}
