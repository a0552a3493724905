import Crypto

/// A public key of the log.
public struct LogPublicKey: Sendable {
  enum Key: Sendable {
    case ed25519(Curve25519.Signing.PublicKey)
    case ecdsaP256(P256.Signing.PublicKey)
  }

  let key: Key

  init(_ key: Key) {
    self.key = key
  }

  public var algorithm: KeyAlgorithm {
    switch key {
    case .ed25519: .ed25519
    case .ecdsaP256: .ecdsaP256
    }
  }

  /// Reads a PEM file with a SubjectPublicKeyInfo, as `openssl pkey -pubout` writes it.
  ///
  /// - Throws: `malformed` or `unsupportedKey`.
  public init(pem: String) throws(LogError) {
    let block = try PEM(parsing: pem)
    guard block.label == "PUBLIC KEY" else {
      throw LogError(.unsupportedKey, in: "key", "the PEM block is not a public key")
    }
    try self.init(der: block.der)
  }

  /// Reads the DER of a SubjectPublicKeyInfo (RFC 5280 §4.1; Ed25519: RFC 8410 §4).
  public init(der: [UInt8]) throws(LogError) {
    if der.starts(with: Self.ed25519Prefix),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: der.dropFirst(Self.ed25519Prefix.count))
    {
      self.init(.ed25519(key))
    } else if let key = try? P256.Signing.PublicKey(derRepresentation: der) {
      self.init(.ecdsaP256(key))
    } else {
      throw LogError(.unsupportedKey, in: "key", "neither an Ed25519 nor a P-256 public key")
    }
  }

  /// SEQUENCE { SEQUENCE { OID 1.3.101.112 }, BIT STRING of the 32 bytes that follow }.
  static let ed25519Prefix: [UInt8] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  /// The SubjectPublicKeyInfo.
  public var der: [UInt8] {
    switch key {
    case .ed25519(let key): Self.ed25519Prefix + Array(key.rawRepresentation)
    case .ecdsaP256(let key): Array(key.derRepresentation)
    }
  }

  public var pem: String { PEM(label: "PUBLIC KEY", der: der).text }

  /// The SHA-256 of the SubjectPublicKeyInfo: `openssl pkey -pubin -outform DER | sha256sum`.
  public var fingerprint: Hash256 { Hash256(sha256: der) }

  /// The 32 bytes of RFC 8032, or the point x ‖ y.
  var rawRepresentation: [UInt8] {
    switch key {
    case .ed25519(let key): Array(key.rawRepresentation)
    case .ecdsaP256(let key): Array(key.rawRepresentation)
    }
  }

  /// Whether a signature of this key holds: 64 bytes for Ed25519, DER for ECDSA.
  public func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    switch key {
    case .ed25519(let key):
      return key.isValidSignature(signature, for: message)
    case .ecdsaP256(let key):
      guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature) else {
        return false
      }
      return key.isValidSignature(signature, for: SHA256.hash(data: message))
    }
  }
}

extension LogPublicKey: Hashable {
  public static func == (left: LogPublicKey, right: LogPublicKey) -> Bool { left.der == right.der }

  public func hash(into hasher: inout Hasher) { hasher.combine(der) }
}
