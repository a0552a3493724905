import TestSupport
import Testing

@testable import Compression

@Suite("An archive that can be read in two ways is refused")
struct ZipArchiveTests {
  @Test(
    "names that leave the folder, or that some system reads otherwise",
    arguments: [
      "../t.txt", "/iny.txt", "a/../txt", "..", "./ny.txt", "a//b.txt", "tin\\.txt", "c:ny.txt",
      "tin\u{1}.txt",
      "tiny.tx\u{7F}",
    ])
  func names(_ name: String) throws {
    // Names of the same length as the one replaced, so that nothing else changes.
    let value = Array(name.utf8) + Array("tiny.txt".utf8).dropFirst(name.utf8.count)
    let bytes = try ZipSample.patched(local: 30, central: 46, name == ".." ? Array("../../..".utf8) : value)
    #expect(ZipSample.refusal(bytes) == .badName)
  }

  @Test("two entries of one name, letter case aside")
  func duplicates() throws {
    let files: [(name: String, content: [UInt8])] = [("a1", [1]), ("a2", [2])]
    for name in ["a1", "A1"] {
      let bytes = try ZipSample.patched(
        "a2", local: 30, central: 46, Array(name.utf8), in: ZipSample.archive(files))
      #expect(ZipSample.refusal(bytes) == .duplicateName)
    }
  }

  @Test("links, devices and encryption")
  func kinds() throws {
    #expect(ZipSample.refusal(try ZipSample.patched(central: 40, [0xFF, 0xA1])) == .symbolicLink)
    #expect(ZipSample.refusal(try ZipSample.patched(central: 40, [0xFF, 0x61])) == .unsupported)
    #expect(ZipSample.refusal(try ZipSample.patched(central: 40, [0xED, 0x41])) == .unsupported)
    #expect(ZipSample.refusal(try ZipSample.patched(central: 40, [0, 0])) == nil)
    for flags in [[UInt8(1), 0], [0x40, 0], [0, 0x20]] {
      #expect(ZipSample.refusal(try ZipSample.patched(local: 6, central: 8, flags)) == .encrypted)
    }
    #expect(ZipSample.refusal(try ZipSample.patched(local: 6, central: 8, [0x20, 0])) == .unsupported)
    #expect(ZipSample.refusal(try ZipSample.patched(local: 8, central: 10, [12, 0])) == .unsupported)
  }

  @Test(
    "a local header that contradicts the directory",
    arguments: [
      (6, [2, 0]), (6, [8, 0]), (8, [8, 0]), (10, [1, 0]), (12, [0x22, 0]), (14, [0]), (18, [3]), (22, [3]),
      (30, [0x54]),
    ] as [(Int, [UInt8])])
  func contradictions(_ offset: Int, _ value: [UInt8]) throws {
    #expect(ZipSample.refusal(try ZipSample.patched(local: offset, value)) == .contradiction)
  }

  @Test("sizes and checksums that are not the content's")
  func lies() throws {
    let name = "data/record.json"
    #expect(ZipSample.refusal(try ZipSample.patched(local: 22, central: 24, [3])) == .wrongSize)
    #expect(ZipSample.refusal(try ZipSample.patched(name, local: 22, central: 24, [0, 1])) == .wrongSize)
    #expect(
      ZipSample.refusal(try ZipSample.patched(name, local: 22, central: 24, [0, 0, 0, 0x20])) == .wrongSize)
    #expect(ZipSample.refusal(try ZipSample.patched(local: 14, central: 16, [0, 0])) == .wrongChecksum)
    #expect(ZipSample.refusal(try ZipSample.patched(name, local: 14, central: 16, [0, 0])) == .wrongChecksum)
    #expect(ZipSample.refusal(try ZipSample.patched(local: 18, central: 20, [1])) == .junk)
    #expect(ZipSample.refusal(try ZipSample.patched(local: 18, central: 20, [9])) == .overlap)
    #expect(ZipSample.refusal(try ZipSample.patched(local: 18, central: 20, [0, 0, 9])) == .truncated)
  }

  @Test("entries that share bytes")
  func overlap() throws {
    let bytes = try ZipSample.archive()
    let first = ZipSample.header(of: "data/record.json", isLocal: true, in: bytes)
    #expect(first == 0)
    #expect(ZipSample.refusal(try ZipSample.patched(central: 42, [0, 0, 0, 0])) == .overlap)
  }

  @Test("bytes before, between and behind")
  func junk() throws {
    let bytes = try ZipSample.archive()
    #expect(ZipSample.refusal(Array("#!/bin/sh\n".utf8) + bytes) == .junk)
    #expect(ZipSample.refusal(bytes + [0]) == .notZip)
    #expect(ZipSample.refusal(bytes + bytes) == .junk)
    var commented = bytes
    commented[commented.count - 2] = 1
    #expect(ZipSample.refusal(commented + [0]) == .notZip)
    #expect(ZipSample.refusal(commented) == .junk)
    // A byte in front of the directory, with the end record set right.
    let directory = ZipSample.header(of: "data/record.json", isLocal: false, in: bytes)
    var gap = bytes
    gap.insert(0, at: directory)
    gap[gap.count - 6] += 1
    #expect(ZipSample.refusal(gap) == .junk)
    // An entry that the directory does not name.
    var hidden = bytes
    hidden.removeSubrange(directory..<(directory + 46 + 16))
    hidden[hidden.count - 10] -= 62
    hidden[hidden.count - 12] -= 1
    hidden[hidden.count - 14] -= 1
    #expect(ZipSample.refusal(hidden) == .junk)
  }

  @Test(
    "a name for other programs in the extra field",
    arguments: [[0x75, 0x70, 0, 0], [1, 0, 0, 0], [9, 9, 0, 0]] as [[UInt8]])
  func extraFields(_ extra: [UInt8]) throws {
    var bytes = try ZipSample.archive([("a", [1])])
    bytes.insert(contentsOf: extra, at: 32 + 46 + 1)
    bytes[32 + 30] = 4
    bytes[bytes.count - 10] += 4
    #expect(ZipSample.refusal(bytes) == (extra[0] == 0x75 ? .badName : nil))
    bytes[32 + 30] = 5
    #expect(ZipSample.refusal(bytes) != nil)
  }

  @Test("more entries or bytes than allowed")
  func limits() throws {
    let bytes = try ZipSample.archive()
    let total = ZipSample.files.map(\.content.count).reduce(0, +)
    let largest = ZipSample.files[0].content.count
    #expect(ZipSample.refusal(bytes, limits: .init(entries: 4, entrySize: largest, totalSize: total)) == nil)
    #expect(ZipSample.refusal(bytes, limits: .init(entries: 3)) == .tooLarge)
    #expect(ZipSample.refusal(bytes, limits: .init(entrySize: largest - 1)) == .tooLarge)
    #expect(ZipSample.refusal(bytes, limits: .init(totalSize: total - 1)) == .tooLarge)
    #expect(ZipSample.refusal(bytes, limits: .init(totalSize: -1)) == .tooLarge)
  }

  @Test("an archive cut off anywhere")
  func truncated() throws {
    for limit32 in [UInt64(0xFFFF_FFFF), 10] {
      let bytes = try ZipSample.archive(limit32: limit32)
      for length in 0..<bytes.count {
        #expect(ZipSample.refusal(Array(bytes[..<length])) != nil)
        #expect(ZipSample.refusal(Array(bytes[(bytes.count - length)...])) != nil)
      }
    }
  }

  @Test(
    "any changed byte is refused, or changes no name and no content", arguments: [UInt64(0xFFFF_FFFF), 10])
  func damaged(limit32: UInt64) throws {
    let bytes = try ZipSample.archive(limit32: limit32)
    for place in bytes.indices {
      for flip in [UInt8(1), 2, 8, 0x20, 0x80, 0xFF] {
        var changed = bytes
        changed[place] ^= flip
        guard ZipSample.refusal(changed) == nil else { continue }
        let archive = try ZipArchive(changed)
        #expect(archive.entries.map(\.name) == ZipSample.files.map(\.name))
        for (entry, file) in zip(archive.entries, ZipSample.files) {
          #expect(try archive.contents(of: entry) == file.content)
          #expect(entry.modified == .epoch)
        }
      }
    }
  }
}
