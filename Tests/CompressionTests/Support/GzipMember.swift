import Compression

/// A gzip member made by hand, with every optional part of RFC 1952 as wanted.
struct GzipMember {
  var content: [UInt8]
  var extra: [UInt8]?
  var name: String?
  var comment: String?
  var hasHeaderChecksum = false

  func bytes() throws -> [UInt8] {
    let flags =
      (hasHeaderChecksum ? 2 : 0) | (extra == nil ? 0 : 4) | (name == nil ? 0 : 8) | (comment == nil ? 0 : 16)
    var bytes: [UInt8] = [0x1F, 0x8B, 8, UInt8(flags), 1, 2, 3, 4, 0, 3]
    if let extra { bytes += [UInt8(extra.count & 255), UInt8(extra.count >> 8)] + extra }
    if let name { bytes += Array(name.utf8) + [0] }
    if let comment { bytes += Array(comment.utf8) + [0] }
    if hasHeaderChecksum {
      let checksum = CRC32.of(bytes)
      bytes += [UInt8(checksum & 255), UInt8(checksum >> 8 & 255)]
    }
    var deflater = try Deflater()
    deflater.deflate(content, 0..<content.count, into: &bytes)
    for number in [CRC32.of(content), UInt32(content.count)] {
      for shift in [UInt32(0), 8, 16, 24] { bytes.append(UInt8(number >> shift & 255)) }
    }
    return bytes
  }

  static let samples = [
    GzipMember(content: Array("plain".utf8)),
    GzipMember(content: []),
    GzipMember(content: Array("named".utf8), name: "findings.json"),
    GzipMember(
      content: Array(String(repeating: "all of it, ", count: 50).utf8), extra: [1, 2, 4, 0, 9, 9, 9, 9],
      name: "n", comment: "a comment", hasHeaderChecksum: true),
    GzipMember(content: Array("checked".utf8), comment: "", hasHeaderChecksum: true),
  ]
}
