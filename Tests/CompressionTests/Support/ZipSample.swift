@testable import Compression

/// A small archive, and ways to damage it.
enum ZipSample {
  static let files: [(name: String, content: [UInt8])] = [
    ("data/record.json", Array(String(repeating: "{\"Id\":\"arn:aws:securityhub\"} ", count: 40).utf8)),
    ("empty.txt", []), ("tiny.txt", Array("ab".utf8)), ("bagit.txt", Array("BagIt-Version: 1.0\n".utf8)),
  ]

  static func archive(
    _ files: [(name: String, content: [UInt8])] = files, modified: ZipTime = .epoch,
    limit32: UInt64 = 0xFFFF_FFFF,
    limit16: UInt64 = 0xFFFF
  ) throws -> [UInt8] {
    var writer = try ZipWriter(level: 6, limit32: limit32, limit16: limit16)
    var output: [UInt8] = []
    for file in files { try writer.add(file.name, file.content, modified: modified, into: &output) }
    writer.finish(into: &output)
    return output
  }

  /// What the reader says of an archive and all of its contents; nil when it accepts them.
  static func refusal(
    _ bytes: [UInt8], limits: ZipArchive.Limits = ZipArchive.Limits()
  ) -> ZipError.Code? {
    do throws(ZipError) {
      let archive = try ZipArchive(bytes, limits: limits)
      for entry in archive.entries { _ = try archive.contents(of: entry) }
      return nil
    } catch {
      return error.code
    }
  }

  /// Where a header of the given entry begins: the local one, or the one in the directory.
  static func header(of name: String, isLocal: Bool, in bytes: [UInt8]) -> Int {
    let (signature, size): ([UInt8], Int) = isLocal ? ([0x50, 0x4B, 3, 4], 30) : ([0x50, 0x4B, 1, 2], 46)
    let name = Array(name.utf8)
    return bytes.indices.first { start in
      bytes[start...].starts(with: signature) && bytes[(start + size)...].starts(with: name)
    } ?? 0
  }

  /// Changes bytes of an entry's local header, of the one in the directory, or of both.
  static func patched(
    _ name: String = "tiny.txt", local: Int? = nil, central: Int? = nil, _ value: [UInt8],
    in archive: [UInt8]? = nil
  ) throws -> [UInt8] {
    var bytes = try archive ?? self.archive()
    for (offset, isLocal) in [(local, true), (central, false)] {
      guard let offset else { continue }
      let start = header(of: name, isLocal: isLocal, in: bytes) + offset
      bytes.replaceSubrange(start..<(start + value.count), with: value)
    }
    return bytes
  }
}
