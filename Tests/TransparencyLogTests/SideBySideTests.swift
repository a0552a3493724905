import Crypto
import Testing
import TransparencyLog

@Suite("Hashing side by side")
struct SideBySideTests {
  @Test func `messages of every length to 400 bytes have the hashes they have one by one`() {
    let bytes = Self.bytes(80_200)
    let parts = (0...400).map { length in
      // One behind the other.
      length * (length - 1) / 2..<length * (length + 1) / 2
    }
    let hashes = Hash256.hashes(of: parts, in: bytes.span)
    #expect(hashes.map(\.hex) == parts.map { Self.hex(SHA256.hash(data: bytes[$0])) })
  }

  @Test(arguments: [0, 1, 7, 8, 9, 15, 16, 17, 33, 250])
  func `leaves of records of any number and length are those of swift-crypto`(count: Int) {
    var random = SystemRandomNumberGenerator()
    let bytes = Self.bytes(5000)
    let parts = (0..<count).map { _ in
      let start = Int.random(in: 0...5000, using: &random)
      return start..<Int.random(in: start...5000, using: &random)
    }
    for type in [EntryType.record, .head] {
      let leaves = Hash256.leaves(type, of: parts, in: bytes.span)
      #expect(leaves == parts.map { LeafHash(type, body: bytes[$0]) }, "\(parts)")
    }
  }

  @Test func `a message that ends where a block does, and one that does not leave room for its length`() {
    // With the prefix of a record, a 0x00 and seven bytes.
    let bytes = Self.bytes(4096)
    let lengths = [0, 46, 47, 48, 55, 56, 57, 63, 64, 111, 112, 119, 120, 121, 128, 4088]
    let parts = lengths.map { 0..<$0 }
    #expect(
      Hash256.leaves(.record, of: parts, in: bytes.span) == parts.map { LeafHash(record: bytes[$0]) })
    #expect(
      Hash256.hashes(of: parts, in: bytes.span) == parts.map { Hash256(sha256: bytes[$0]) })
  }

  /// Bytes that no two blocks have alike.
  private static func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 7) }
  }

  private static func hex(_ digest: SHA256.Digest) -> String {
    Hash256(bytes: Array(digest))?.hex ?? ""
  }
}
