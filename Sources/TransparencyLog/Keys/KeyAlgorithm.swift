/// The two kinds of keys.
public enum KeyAlgorithm: String, Sendable, Hashable, CaseIterable {
  /// RFC 8032; signs checkpoints.
  case ed25519
  /// ECDSA on the curve P-256 over SHA-256, signatures in DER: what `openssl dgst` checks.
  case ecdsaP256 = "ecdsa-p256"
}
