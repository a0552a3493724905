/// A text with signatures below it: C2SP signed-note.
///
/// The text means nothing before a signature by a trusted key was checked.
public struct SignedNote: Sendable, Hashable {
  /// One signature line.
  public struct Signature: Sendable, Hashable {
    public let keyName: String
    public let keyID: UInt32
    public let bytes: [UInt8]

    public init(keyName: String, keyID: UInt32, bytes: [UInt8]) {
      self.keyName = keyName
      self.keyID = keyID
      self.bytes = bytes
    }

    /// `— <name> <base 64 of key ID and signature>`, without the newline.
    public var line: String {
      let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * $0)) }
      return "— \(keyName) \(StrictText.base64(id + bytes))"
    }
  }

  /// What is signed: it ends with a newline.
  public let text: String
  public let signatures: [Signature]
  /// The whole note: text, empty line, signature lines.
  public let noteText: String

  /// The most signatures that are read; others must be accepted up to 16.
  static let mostSignatures = 64

  /// - Throws: `malformed` when the text or a key's name may not stand in a note.
  public init(text: String, signatures: [Signature]) throws(LogError) {
    guard text.utf8.last == 0x0A, text.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else {
      throw LogError(.malformed, in: "note", "the text ends without a newline or has a control character")
    }
    guard (1...Self.mostSignatures).contains(signatures.count) else {
      throw LogError(.malformed, in: "note", "it has \(signatures.count) signatures")
    }
    for signature in signatures where !NoteVerifier.isName(signature.keyName) || signature.bytes.isEmpty {
      throw LogError(.malformed, in: "note", "a signature is empty or its key's name has a space or a plus")
    }
    self.text = text
    self.signatures = signatures
    // Made once: every proof of a package ends with it.
    noteText = text + "\n" + signatures.map { $0.line + "\n" }.joined()
  }

  /// Signs a text with each of the keys.
  public init(signing text: String, with signers: [NoteSigner]) throws {
    try self.init(text: text, signatures: signers.map { try $0.sign(text) })
  }

  /// Checks the signatures by known keys; those by others are ignored.
  ///
  /// - Returns: the keys that signed, at least one.
  /// - Throws: `badSignature` when one by a known key does not hold, `unknownKey` when there is none.
  @discardableResult
  public func verify(by known: [NoteVerifier]) throws(LogError) -> [NoteVerifier] {
    var holding: [NoteVerifier] = []
    for signature in signatures {
      for key in known where key.keyID == signature.keyID && StrictText.same(key.name, signature.keyName) {
        guard key.publicKey.isValid(signature.bytes, for: Array(text.utf8)) else {
          throw LogError(.badSignature, in: "note", "the signature by \(key.name) does not hold")
        }
        holding.append(key)
      }
    }
    guard !holding.isEmpty else {
      throw LogError(
        .unknownKey, in: "note", "no signature is by a known key",
        hint: "give the public key that was handed over apart from the package")
    }
    return holding
  }
}
