public import Store
public import TransparencyLog

/// Signs checkpoints and packages: the log's Ed25519 key and the packages' ECDSA P-256 key.
public struct PackageSigner: Sendable {
  let log: NoteSigner
  let package: LogSigningKey

  /// The name of the log: it is made of the log key's fingerprint, so that it needs no configuration.
  public let origin: String
  public var logKey: LogPublicKey { log.verifier.publicKey }
  public var packageKey: LogPublicKey { package.publicKey }

  /// - Throws: `EvidenceError` with `key` when a key is of the other kind.
  public init(log: LogSigningKey, package: LogSigningKey) throws(EvidenceError) {
    guard log.algorithm == .ed25519, package.algorithm == .ecdsaP256 else {
      throw EvidenceError(
        .key, "the log key has to be Ed25519 and the package key ECDSA P-256", hint: "closeout key init")
    }
    origin = Self.origin(of: log.publicKey)
    self.package = package
    do {
      self.log = try NoteSigner(name: origin, key: log)
    } catch {
      throw EvidenceError(.key, error.description)
    }
  }

  /// `closeout.log/` and the first 16 digits of the key's fingerprint.
  public static func origin(of log: LogPublicKey) -> String {
    "closeout.log/\(log.fingerprint.hex.prefix(16))"
  }

  /// The checkpoint of a log, signed with the log key, and the package key's signature over its text.
  public func checkpoint(size: Int, root: NodeHash) throws(EvidenceError) -> SignedCheckpoint {
    do {
      let checkpoint = try Checkpoint(origin: origin, size: size, root: root)
      return SignedCheckpoint(
        size: size, note: try checkpoint.signed(with: [log]),
        detached: try package.sign(Array(checkpoint.text.utf8)))
    } catch {
      throw EvidenceError(.failed, "the checkpoint could not be signed: \(error)")
    }
  }
}

/// A checkpoint with both of its signatures.
public struct SignedCheckpoint: Sendable, Hashable {
  /// How many entries the log had.
  public var size: Int
  /// C2SP signed note by the log key.
  public var note: SignedNote
  /// DER signature of the package key over the note's text, for OpenSSL.
  public var detached: [UInt8]
}

extension Store {
  /// Keeps a checkpoint that was signed, so that a later check of the store can hold the log against it.
  public func keep(_ checkpoint: SignedCheckpoint) throws(StoreError) {
    try keep(checkpoint.note, size: checkpoint.size)
  }
}
