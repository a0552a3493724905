import Crypto

/// A private key of the log.
///
/// It is never described or compared, so that it does not end in a message by chance.
public struct LogSigningKey: Sendable {
  private enum Key: Sendable {
    case ed25519(Curve25519.Signing.PrivateKey)
    case ecdsaP256(P256.Signing.PrivateKey)
  }

  private let key: Key

  /// A new key, from the system's random numbers.
  public init(generating algorithm: KeyAlgorithm) {
    key =
      switch algorithm {
      case .ed25519: .ed25519(Curve25519.Signing.PrivateKey())
      case .ecdsaP256: .ecdsaP256(P256.Signing.PrivateKey())
      }
  }

  /// Reads an unencrypted PKCS#8 PEM file, as `openssl genpkey` writes it.
  ///
  /// - Throws: `malformed` or `unsupportedKey`.
  public init(pem: String) throws(LogError) {
    let block = try PEM(parsing: pem)
    guard block.label == "PRIVATE KEY" else {
      throw LogError(
        .unsupportedKey, in: "key", "the PEM block is not an unencrypted PKCS#8 private key",
        hint: "openssl pkey -in OLD.pem -out NEW.pem")
    }
    let prefix = Self.ed25519Prefix
    if block.der.starts(with: prefix),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: block.der.dropFirst(prefix.count))
    {
      self.key = .ed25519(key)
    } else if let key = try? P256.Signing.PrivateKey(derRepresentation: block.der) {
      self.key = .ecdsaP256(key)
    } else {
      throw LogError(.unsupportedKey, in: "key", "neither an Ed25519 nor a P-256 private key")
    }
  }

  /// SEQUENCE { 0, SEQUENCE { OID 1.3.101.112 }, OCTET STRING { OCTET STRING of the 32 bytes that follow } }:
  /// RFC 8410 §7. swift-crypto has no PEM for this curve.
  private static let ed25519Prefix: [UInt8] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]

  /// PKCS#8 in PEM. Whoever has it signs as the log: write it with mode 0600.
  public var pem: String {
    let der =
      switch key {
      case .ed25519(let key): Self.ed25519Prefix + Array(key.rawRepresentation)
      case .ecdsaP256(let key): Array(key.derRepresentation)
      }
    return PEM(label: "PRIVATE KEY", der: der).text
  }

  public var algorithm: KeyAlgorithm { publicKey.algorithm }

  public var publicKey: LogPublicKey {
    switch key {
    case .ed25519(let key): LogPublicKey(.ed25519(key.publicKey))
    case .ecdsaP256(let key): LogPublicKey(.ecdsaP256(key.publicKey))
    }
  }

  /// Signs a message: 64 bytes for Ed25519, DER over SHA-256 for ECDSA. ECDSA differs from run to run.
  public func sign(_ message: [UInt8]) throws -> [UInt8] {
    switch key {
    case .ed25519(let key): Array(try key.signature(for: message))
    case .ecdsaP256(let key): Array(try key.signature(for: SHA256.hash(data: message)).derRepresentation)
    }
  }
}
