import TestSupport
import Testing
import TransparencyLog

@Suite("Signed notes and checkpoints")
struct NoteTests {
  /// The keys of RFC 8410 §10, so that the signature is the same on every run.
  static let ed25519 = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
    -----END PRIVATE KEY-----

    """
  static let name = "closeout.example/store"

  static func signer() throws -> NoteSigner {
    try NoteSigner(name: name, key: LogSigningKey(pem: ed25519))
  }

  static func checkpoint() throws -> Checkpoint {
    try Checkpoint(origin: name, size: 7, root: ReferenceTree(size: 7).root(size: 7))
  }

  @Test("a note that another program signed holds under its published key")
  func foreignNote() throws {
    let text = """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

      """
    let note = try SignedNote(parsing: Array(text.utf8))
    let raw = try #require(Self.bytes("GlzZBxQ8OExB6DDFvOEqqIF+xWSaqr8sMTiLNbLXRNY="))
    let prefix: [UInt8] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]
    let key = try NoteVerifier(name: "PeterNeumann", publicKey: LogPublicKey(der: prefix + raw))
    #expect(key.verifierKey == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    #expect(try note.verify(by: [key]) == [key])
    #expect(note.noteText == text)
  }

  private static func bytes(_ base64: String) -> [UInt8]? { Hash256(base64: base64)?.bytes }

  @Test("both kinds of keys sign one note, and it reads back and holds under each")
  func twoKeys() throws {
    let first = try Self.signer()
    let second = try NoteSigner(name: Self.name, key: LogSigningKey(generating: .ecdsaP256))
    let note = try Self.checkpoint().signed(with: [first, second])
    let read = try SignedNote(parsing: Array(note.noteText.utf8))
    #expect(read == note)
    #expect(try read.verify(by: [first.verifier, second.verifier]) == [first.verifier, second.verifier])
    #expect(try read.verify(by: [second.verifier]) == [second.verifier])
    #expect(try Checkpoint(verifying: read, log: [first.verifier]) == Self.checkpoint())
  }

  @Test("a note of another text, key or name does not hold")
  func forged() throws {
    let signer = try Self.signer()
    let note = try Self.checkpoint().signed(with: [signer])
    let changed = try SignedNote(
      text: Checkpoint(origin: Self.name, size: 8, root: .emptyRoot).text, signatures: note.signatures)
    #expect(
      #expect(throws: LogError.self) { try changed.verify(by: [signer.verifier]) }?.code == .badSignature)
    let stranger = try NoteSigner(name: Self.name, key: LogSigningKey(generating: .ed25519)).verifier
    #expect(#expect(throws: LogError.self) { try note.verify(by: [stranger]) }?.code == .unknownKey)
    let renamed = try NoteVerifier(name: "other", publicKey: signer.verifier.publicKey)
    #expect(#expect(throws: LogError.self) { try note.verify(by: [renamed]) }?.code == .unknownKey)
    #expect(#expect(throws: LogError.self) { try note.verify(by: []) }?.code == .unknownKey)
    // One good signature does not outweigh a bad one by a known key.
    let bad = SignedNote.Signature(
      keyName: Self.name, keyID: signer.verifier.keyID, bytes: Array(repeating: 0, count: 64))
    let both = try SignedNote(text: note.text, signatures: note.signatures + [bad])
    #expect(throws: LogError.self) { try both.verify(by: [signer.verifier]) }
    // Signed by a known key, but the text speaks for another log.
    let other = try Checkpoint(origin: "other", size: 0, root: .emptyRoot).signed(with: [signer])
    #expect(throws: LogError.self) { try Checkpoint(verifying: other, log: [signer.verifier]) }
  }

  @Test("a note that is not written to the letter is refused")
  func malformedNotes() throws {
    let good = try Self.checkpoint().signed(with: [Self.signer()]).noteText
    let line = try #require(good.split(separator: "\n").last)
    let wrong = [
      "", "\n", String(good.dropLast()), good + "\n", good + "x\n", good.replacing("\n\n", with: "\n"),
      good.replacing("\n", with: "\r\n"), good.replacing("— ", with: "- "), good.replacing("— ", with: "—  "),
      good.replacing(Self.name + " ", with: "a+b "), good.replacing(Self.name + " ", with: "a\u{a0}b "),
      good.replacing(line, with: line + " "), good.replacing(line, with: line.dropLast()),
      good.replacing(line, with: "— \(Self.name) AAAAAA=="), "\t" + good, "\n" + good.drop { $0 != "—" },
      good + String(repeating: line + "\n", count: 64),
    ]
    for text in wrong {
      #expect(throws: LogError.self, "\(text)") { try SignedNote(parsing: Array(text.utf8)) }
    }
    #expect(throws: LogError.self) { try SignedNote(parsing: Array(good.utf8) + [0xff]) }
    let sixteen = good + String(repeating: line + "\n", count: 15)
    #expect(try SignedNote(parsing: Array(sixteen.utf8)).signatures.count == 16)
  }

  @Test("a checkpoint reads back, and one that is not written to the letter is refused")
  func checkpoints() throws {
    let root = NodeHash(sha256: [1]).base64
    let good = "o\n5\n\(root)\n"
    #expect(try Checkpoint(parsing: good).text == good)
    #expect(try Checkpoint(parsing: good + "more\n").extensions == ["more"])
    #expect(try Checkpoint(parsing: "o\n0\n\(NodeHash.emptyRoot.base64)\n").size == 0)
    let wrong = [
      "o\n5\n", "\n5\n\(root)\n", "o\n05\n\(root)\n", "o\n+5\n\(root)\n", "o\n-1\n\(root)\n", "o\n5\n\(root)",
      "o\n5\n\(root)=\n", "o\n5\n\(root.dropLast(4))\n", "o\n5\n\(root)\n\n", "o\n0\n\(root)\n",
      "o\n99999999999999999999\n\(root)\n", "o\n٥\n\(root)\n", "o\n5\u{301}\n\(root)\n",
      "o\r\n5\r\n\(root)\r\n",
    ]
    for text in wrong {
      #expect(throws: LogError.self, "\(text)") { try Checkpoint(parsing: text) }
    }
  }
}
