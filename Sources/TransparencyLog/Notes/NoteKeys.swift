/// A public key under a name, as signed notes know keys.
public struct NoteVerifier: Sendable, Hashable {
  public let name: String
  public let publicKey: LogPublicKey
  /// The first four bytes of a hash, as C2SP signed-note has them for this kind of key.
  public let keyID: UInt32

  /// - Throws: `malformed` when the name is empty or has a space or a plus.
  public init(name: String, publicKey: LogPublicKey) throws(LogError) {
    guard Self.isName(name) else {
      throw LogError(.malformed, in: "key name", "a name is not empty and has no space, plus or control")
    }
    self.name = name
    self.publicKey = publicKey
    let hash =
      switch publicKey.algorithm {
      case .ed25519:
        Hash256(sha256: Array(name.utf8) + [0x0A, 0x01] + publicKey.rawRepresentation)
      // The type 0x02 takes the key in SPKI form, without a name.
      case .ecdsaP256: publicKey.fingerprint
      }
    keyID = UInt32(hash.prefix >> 32)
  }

  static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace && scalar != "+" && scalar.value >= 0x20
      }
  }

  /// The key as other tools for signed notes take it: `<name>+<key ID>+<base 64 of type and key>`.
  ///
  /// Nil for ECDSA, whose form each tool spells in its own way.
  public var verifierKey: String? {
    guard publicKey.algorithm == .ed25519 else { return nil }
    let id = String(keyID, radix: 16)
    return name + "+" + String(repeating: "0", count: 8 - id.count) + id + "+"
      + StrictText.base64([0x01] + publicKey.rawRepresentation)
  }
}

/// A private key under a name.
public struct NoteSigner: Sendable {
  public let verifier: NoteVerifier
  private let key: LogSigningKey

  /// - Throws: `malformed` when the name is empty or has a space or a plus.
  public init(name: String, key: LogSigningKey) throws(LogError) {
    verifier = try NoteVerifier(name: name, publicKey: key.publicKey)
    self.key = key
  }

  func sign(_ text: String) throws -> SignedNote.Signature {
    SignedNote.Signature(
      keyName: verifier.name, keyID: verifier.keyID, bytes: try key.sign(Array(text.utf8)))
  }
}
