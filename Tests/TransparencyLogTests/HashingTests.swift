import Testing
import TransparencyLog

@Suite("RFC 6962 hashing")
struct HashingTests {
  /// The reference tree of the certificate-transparency project.
  static let entries: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    Array(0x50...0x57), Array(0x60...0x6f),
  ]
  static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test("the reference tree has its published root at each of nine sizes")
  func referenceTree() {
    var tree = MerkleTree()
    #expect(tree.root.hex == Self.roots[0])
    for (entry, root) in zip(Self.entries, Self.roots.dropFirst()) {
      tree.append(LeafHash(leaf: entry))
      #expect(tree.root.hex == root)
    }
  }

  @Test("a record's leaf is the same from a slice, a stream, a lazy collection and whole entry bytes")
  func oneLeaf() {
    let body = Array(#"{"Id":"a"}"#.utf8)
    let whole = LeafHash(leaf: Array("record\n".utf8) + body)
    let padded = [1, 2] + body + [3]
    #expect(LeafHash(record: body) == whole)
    #expect(LeafHash(record: padded[2..<(2 + body.count)]) == whole)
    #expect(LeafHash(record: body.lazy.map { $0 }) == whole)
    #expect(LogEntry(.record, body: body).leafHash == whole)
    var hasher = LeafHasher(.record)
    hasher.update(body[..<3])
    let rest = body[3...]
    hasher.update(rest.span)
    #expect(hasher.finalize() == whole)
    #expect(LeafHash(.head, body: body) != whole)
  }

  @Test("a hash is written one way and read only that way")
  func texts() throws {
    let hash = Hash256(sha256: Array("abc".utf8))
    #expect(hash.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(hash.base64 == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    #expect(Hash256(hex: hash.hex) == hash && Hash256(base64: hash.base64) == hash)
    #expect(Hash256(bytes: hash.bytes) == hash && Hash256(bytes: hash.bytes.dropLast()) == nil)
    #expect(hash.prefix == 0xba78_16bf_8f01_cfea)
    for wrong in [
      hash.hex.uppercased(), String(hash.hex.dropLast()), hash.hex + "0", " " + hash.hex.dropFirst(),
    ] {
      #expect(Hash256(hex: wrong) == nil)
    }
    // The last digit before the padding has two unused bits: 0 is right, 1 would be a second spelling.
    let second = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa1="
    for wrong in [
      second, String(hash.base64.dropLast()), hash.base64 + "\n", "ungW\n" + hash.base64.dropFirst(4),
    ] {
      #expect(Hash256(base64: wrong) == nil)
    }
  }

  @Test("hashes sort as their texts do")
  func order() {
    let hashes = (0..<200).map { Hash256(sha256: [UInt8($0)]) }
    #expect(hashes.sorted().map(\.hex) == hashes.map(\.hex).sorted())
  }
}
