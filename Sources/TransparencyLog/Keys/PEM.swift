import Foundation

/// One block of base 64 between its BEGIN and END lines (RFC 7468).
struct PEM: Sendable, Hashable {
  let label: String
  let der: [UInt8]

  init(label: String, der: [UInt8]) {
    self.label = label
    self.der = der
  }

  /// Reads a file with exactly one block; text around it is ignored, as OpenSSL does.
  init(parsing text: String) throws(LogError) {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    let begins = lines.indices.filter { lines[$0].hasPrefix("-----BEGIN ") && lines[$0].hasSuffix("-----") }
    guard begins.count == 1, let begin = begins.first else {
      throw LogError(.malformed, in: "key", "a PEM file has one block, this has \(begins.count)")
    }
    let label = String(lines[begin].dropFirst("-----BEGIN ".count).dropLast("-----".count))
    guard let end = lines[begin...].firstIndex(of: "-----END \(label)-----"),
      let data = Data(base64Encoded: lines[(begin + 1)..<end].joined())
    else {
      throw LogError(.malformed, in: "key", "the PEM block has no end or is no base 64")
    }
    self.init(label: label, der: Array(data))
  }

  /// Lines of 64 characters.
  var text: String {
    let base64 = Array(Data(der).base64EncodedString().utf8)
    let lines = stride(from: 0, to: base64.count, by: 64)
      .map { String(decoding: base64[$0..<min($0 + 64, base64.count)], as: UTF8.self) + "\n" }
    return "-----BEGIN \(label)-----\n" + lines.joined() + "-----END \(label)-----\n"
  }
}
