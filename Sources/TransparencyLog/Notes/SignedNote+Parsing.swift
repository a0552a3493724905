extension SignedNote {
  /// Reads the bytes of a note.
  ///
  /// - Throws: `malformed` when they do not follow C2SP signed-note to the letter.
  public init(parsing bytes: some Collection<UInt8>) throws(LogError) {
    guard let note = String(validating: bytes, as: UTF8.self) else {
      throw LogError(.malformed, in: "note", "not UTF-8")
    }
    // Lines and not characters: after the last empty line stand the signatures.
    guard let lines = StrictText.lines(note), let blank = lines.lastIndex(of: ""), blank > 0 else {
      throw LogError(.malformed, in: "note", "no empty line between the text and the signatures")
    }
    var signatures: [Signature] = []
    for (offset, line) in lines[(blank + 1)...].enumerated() {
      guard signatures.count < Self.mostSignatures, let signature = Signature(parsing: line) else {
        throw LogError(
          .malformed, in: "note", line: blank + 2 + offset,
          "not a dash, a key's name and a signature in base 64, or one too many")
      }
      signatures.append(signature)
    }
    try self.init(
      text: lines[..<blank].map { $0 + "\n" }.joined(), signatures: signatures)
  }
}

extension SignedNote.Signature {
  /// Reads a signature line without its newline; nil when it is none.
  init?(parsing line: String) {
    let parts = line.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3, StrictText.same(parts[0], "—"), NoteVerifier.isName(parts[1]),
      let bytes = StrictText.bytes(base64: parts[2]), bytes.count > 4
    else { return nil }
    self.init(
      keyName: parts[1], keyID: bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) },
      bytes: Array(bytes.dropFirst(4)))
  }
}
