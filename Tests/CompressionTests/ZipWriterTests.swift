import Foundation
import TestSupport
import Testing

@testable import Compression

@Suite("Zip archives are the same for the same entries, and read everywhere")
struct ZipWriterTests {
  private func expectRead(_ bytes: [UInt8], _ files: [(name: String, content: [UInt8])]) throws {
    let archive = try ZipArchive(bytes)
    #expect(archive.entries.map(\.name) == files.map(\.name))
    for file in files {
      let entry = try #require(archive[file.name])
      #expect(try archive.contents(of: entry) == file.content)
      #expect(entry.size == file.content.count)
      #expect(!entry.isFolder)
    }
  }

  @Test("the reader reads what was written, in the order given")
  func roundTrip() throws {
    let bytes = try ZipSample.archive()
    try expectRead(bytes, ZipSample.files)
    #expect(try ZipArchive(bytes).entries.allSatisfy { $0.modified == .epoch })
    #expect(try ZipArchive(bytes)["absent"] == nil)
    #expect(try ZipSample.archive() == bytes)
  }

  @Test("the output may be taken away between calls")
  func streamed() throws {
    var writer = try ZipWriter()
    var (whole, output): ([UInt8], [UInt8]) = ([], [])
    for file in ZipSample.files {
      try writer.add(file.name, file.content, into: &output)
      whole += output
      output.removeAll()
    }
    writer.finish(into: &output)
    #expect(try whole + output == ZipSample.archive())
  }

  @Test("a file may be written behind its header, piece by piece, and is stored as it is")
  func stored() throws {
    let content = Array("a,b\r\n".utf8) + [UInt8](repeating: 7, count: 1000)
    var writer = try ZipWriter()
    var output: [UInt8] = []
    try writer.add("first.txt", [1], into: &output)
    try writer.begin("index.csv", size: 1005, checksum: CRC32.of(content), into: &output)
    output += content.prefix(500)
    output += content.dropFirst(500)
    try writer.add("last.txt", [2], into: &output)
    #expect(throws: ZipError.self) {
      try writer.begin("INDEX.csv", size: 0, checksum: 0, into: &output)
    }
    writer.finish(into: &output)
    try expectRead(output, [("first.txt", [1]), ("index.csv", content), ("last.txt", [2])])
  }

  @Test("contents that were made ready once go into any number of archives, one writer after the other")
  func ready() throws {
    var deflater = try Deflater(level: 12)
    let large = [UInt8](repeating: 7, count: 5000)
    let deflated = ZipContent(large, deflatedBy: &deflater)
    let kept = ZipContent(stored: large)
    var writer = try ZipWriter()
    var archives: [[UInt8]] = []
    for _ in 1...3 {
      var output: [UInt8] = []
      try writer.add("deflated", deflated, into: &output)
      #expect(output.count < 100)
      try writer.add("stored", kept, into: &output)
      try writer.add("made now", large, into: &output)
      writer.finish(into: &output)
      archives.append(output)
    }
    #expect(archives[1] == archives[0] && archives[2] == archives[0])
    try expectRead(archives[2], [("deflated", large), ("stored", large), ("made now", large)])
  }

  @Test("an empty archive is its end record")
  func empty() throws {
    let bytes = try ZipSample.archive([])
    #expect(bytes == [0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 18))
    #expect(try ZipArchive(bytes).entries.isEmpty)
  }

  @Test("the bytes of an entry are as the format says")
  func layout() throws {
    let bytes = try ZipSample.archive([("a", Array("b".utf8))])
    let common: [UInt8] = [
      10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0xF9, 0xEF, 0xBE, 0x71, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0,
    ]
    #expect(
      bytes == [0x50, 0x4B, 3, 4] + common + Array("ab".utf8)
        + [0x50, 0x4B, 1, 2, 10, 3] + common + [0, 0, 0, 0, 0, 0, 0, 0, 0xA4, 0x81, 0, 0, 0, 0]
        + Array("a".utf8)
        + [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 47, 0, 0, 0, 32, 0, 0, 0, 0, 0])
  }

  @Test(
    "names that would not unpack the same everywhere are refused",
    arguments: [
      ("", ZipError.Code.badName), ("/a", .badName), ("../a", .badName), ("a/../b", .badName),
      ("a/..", .badName),
      (".", .badName), ("a//b", .badName), ("a/", .badName), ("a\\b", .badName), ("C:/a", .badName),
      ("é", .badName),
      ("a/NUL", .badName), ("com1.txt", .badName), ("a./b", .badName), ("a ", .badName), ("a\nb", .badName),
      ("a\0", .badName), ("tiny.txt", .duplicateName), ("TINY.txt", .duplicateName),
    ])
  func badNames(_ name: String, _ code: ZipError.Code) throws {
    var writer = try ZipWriter()
    var output: [UInt8] = []
    try writer.add("tiny.txt", [1], into: &output)
    let count = output.count
    var found: ZipError.Code?
    do throws(ZipError) { try writer.add(name, [2], into: &output) } catch { found = error.code }
    #expect(found == code)
    #expect(output.count == count)
  }

  @Test("large archives have 64-bit records, which the reader compares", arguments: [0, 1, 30, 100, 400])
  func zip64(limit: UInt64) throws {
    for limit16 in [UInt64(1), 0xFFFF] {
      let bytes = try ZipSample.archive(limit32: limit, limit16: limit16)
      try expectRead(bytes, ZipSample.files)
    }
  }

  @Test("more than 65,535 entries")
  func manyEntries() throws {
    var files: [(name: String, content: [UInt8])] = []
    for index in 0..<65_540 { files.append((name: "f/\(index)", content: [UInt8(index & 255)])) }
    let bytes = try ZipSample.archive(files)
    let archive = try ZipArchive(bytes)
    #expect(archive.entries.count == files.count)
    #expect(try archive.contents(of: archive.entries[65_539]) == files[65_539].content)
  }

  @Test("times are kept to two seconds")
  func times() throws {
    let time = ZipTime(year: 2026, month: 11, day: 21, hour: 13, minute: 37, second: 59)
    let bytes = try ZipSample.archive(modified: time)
    #expect(try ZipArchive(bytes).entries[0].modified == time)
    #expect(time == ZipTime(year: 2026, month: 11, day: 21, hour: 13, minute: 37, second: 58))
    #expect(ZipTime(year: 1970, month: 0, day: 0) == .epoch)
  }

  @Test("unzip finds nothing wrong", .needs(.unzip), arguments: [UInt64(0xFFFF_FFFF), 100])
  func unzip(limit32: UInt64) async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(ZipSample.archive(limit32: limit32), to: "a.zip")
    let result = try await PeerTool.unzip.run(["-t", file.path])
    #expect(result.succeeded, "\(result.text)\(result.errorText)")
    #expect(result.text.contains("No errors detected"))
  }

  @Test("python's zipfile reads the same contents, attributes and times", .needs(python: "zipfile"))
  func python() async throws {
    for limit32 in [UInt64(0xFFFF_FFFF), 100, 0] {
      let read = try await PythonPeer("zip_peer.py", modules: ["zipfile"])
        .run(["read"], input: ZipSample.archive(limit32: limit32))
      let expected = ZipSample.files.map { file in
        "\(file.name) \(file.content.count) \(CRC32.of(file.content)) 100644 1980-01-01\n"
      }
      #expect(read.text == expected.joined(), "\(read.errorText)")
    }
  }

  @Test(
    "what python's zipfile writes is read", .needs(python: "zipfile"),
    arguments: [
      "stored", "deflated", "folders", "streamed", "streamed64", "empty",
    ])
  func pythonWrites(kind: String) async throws {
    let made = try await PythonPeer("zip_peer.py", modules: ["zipfile"]).run([kind])
    #expect(made.succeeded, "\(made.errorText)")
    let archive = try ZipArchive(made.output)
    var contents: [String: String] = [:]
    for entry in archive.entries where !entry.isFolder {
      contents[entry.name] = String(decoding: try archive.contents(of: entry), as: UTF8.self)
    }
    #expect(contents == (kind == "empty" ? [:] : ["a.txt": "aaaaaaaaaa", "b/c.txt": "hello"]))
    #expect(archive.entries.filter(\.isFolder).map(\.name) == (kind == "folders" ? ["b/"] : []))
  }
}
