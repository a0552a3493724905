extension TLogProof {
  /// Reads the bytes of a file.
  ///
  /// - Throws: `malformed` with the line.
  public init(parsing bytes: some Collection<UInt8>) throws(LogError) {
    let bytes = Array(bytes)
    var lines = ProofLines(bytes: bytes)
    guard StrictText.same(lines.next() ?? "", Self.header) else {
      throw Self.malformed(1, "the first line is not \(Self.header)")
    }
    var line = lines.next()
    var extra: [UInt8]?
    if let text = line, let value = StrictText.value(after: "extra", in: text) {
      guard let data = StrictText.bytes(base64: value) else {
        throw Self.malformed(lines.number, "the extra data is no base 64")
      }
      extra = data
      line = lines.next()
    }
    guard let value = StrictText.value(after: "index", in: line ?? ""),
      let index = StrictText.number(value)
    else {
      throw Self.malformed(lines.number, "the line is not 'index' and a plain number")
    }
    var hashes: [NodeHash] = []
    while let text = lines.next(), !text.isEmpty {
      guard let hash = NodeHash(base64: text) else {
        throw Self.malformed(lines.number, "not the base 64 of a hash")
      }
      guard hashes.count < Self.mostHashes else {
        throw Self.malformed(lines.number, "more hashes than any tree is high")
      }
      hashes.append(hash)
    }
    guard lines.position < bytes.count else {
      throw Self.malformed(lines.number, "no checkpoint follows after an empty line")
    }
    self.init(
      index: index, hashes: hashes, checkpoint: try SignedNote(parsing: bytes[lines.position...]),
      extra: extra)
  }

  private static func malformed(_ line: Int, _ cause: String) -> LogError {
    LogError(.malformed, in: "tlog-proof", line: line, cause)
  }
}
