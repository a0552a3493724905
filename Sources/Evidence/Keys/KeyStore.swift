import Foundation
public import TransparencyLog

/// The two private keys of a store: PKCS#8 PEM files beside it, readable by their owner alone.
///
/// `closeout.db` has `closeout.log.key` (Ed25519, signs checkpoints) and `closeout.package.key` (ECDSA
/// P-256, signs packages), each with its `.pub` beside it. Keys made by `openssl genpkey` do as well.
public struct KeyStore: Sendable {
  /// A key as `closeout key show` prints it.
  public struct Shown: Sendable, Hashable {
    /// What it signs: "checkpoints" or "packages".
    public var purpose: String
    public var algorithm: KeyAlgorithm
    /// SHA-256 of the SubjectPublicKeyInfo: `openssl pkey -pubin -outform DER | sha256sum`.
    public var fingerprint: Hash256
    public var publicKeyPath: String
    public var pem: String
  }

  private let base: URL

  /// - Parameter store: the path of the store's file.
  public init(besideStore store: String) {
    base = URL(filePath: store).deletingPathExtension()
  }

  enum Role: String, CaseIterable {
    case log, package

    var algorithm: KeyAlgorithm { self == .log ? .ed25519 : .ecdsaP256 }
    var purpose: String { self == .log ? "checkpoints" : "packages" }
  }

  func path(_ role: Role, _ kind: String) -> String { base.path + ".\(role.rawValue).\(kind)" }

  /// Makes both keys.
  ///
  /// - Throws: `key` when one is there already: a new key would be a new log.
  public func create() throws(EvidenceError) -> [Shown] {
    for role in Role.allCases where FileManager.default.fileExists(atPath: path(role, "key")) {
      throw EvidenceError(
        .key, "there is a key already: \(path(role, "key"))",
        hint: "a store keeps its keys; packages signed before are checked with them")
    }
    for role in Role.allCases {
      let key = LogSigningKey(generating: role.algorithm)
      try write(key.pem, to: path(role, "key"), mode: 0o600)
      try write(key.publicKey.pem, to: path(role, "pub"), mode: 0o644)
    }
    return try show()
  }

  /// The keys that are there, for people to compare.
  public func show() throws(EvidenceError) -> [Shown] {
    var shown: [Shown] = []
    for role in Role.allCases {
      let key = try read(role).publicKey
      shown.append(
        Shown(
          purpose: role.purpose, algorithm: key.algorithm, fingerprint: key.fingerprint,
          publicKeyPath: path(role, "pub"), pem: key.pem))
    }
    return shown
  }

  /// Where the public key of that kind stands.
  public func publicKeyPath(_ algorithm: KeyAlgorithm) -> String {
    path(algorithm == .ed25519 ? .log : .package, "pub")
  }

  /// Whether both keys are there.
  public var exists: Bool {
    Role.allCases.allSatisfy { FileManager.default.fileExists(atPath: path($0, "key")) }
  }

  /// - Throws: `key` when one is missing, is of another kind, or others than its owner may read it.
  public func signer() throws(EvidenceError) -> PackageSigner {
    try PackageSigner(log: read(.log), package: read(.package))
  }

  private func read(_ role: Role) throws(EvidenceError) -> LogSigningKey {
    let path = path(role, "key")
    guard let data = FileManager.default.contents(atPath: path) else {
      throw EvidenceError(.key, "the key \(path) cannot be read", hint: "closeout key init")
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if let mode = attributes?[.posixPermissions] as? Int, mode & 0o077 != 0 {
      throw EvidenceError(.key, "others than its owner may read the key \(path)", hint: "chmod 600 \(path)")
    }
    let key: LogSigningKey
    do {
      key = try LogSigningKey(pem: String(decoding: data, as: UTF8.self))
    } catch {
      throw EvidenceError(.key, "\(path): \(error.cause)", hint: error.hint)
    }
    guard key.algorithm == role.algorithm else {
      throw EvidenceError(.key, "\(path) has to be an \(role.algorithm.rawValue) key")
    }
    return key
  }

  /// Writes a file that is not there yet, with its mode from the first moment.
  private func write(_ text: String, to path: String, mode: mode_t) throws(EvidenceError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw EvidenceError(.key, "cannot write \(path): \(String(cString: strerror(errno)))")
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    } catch {
      throw EvidenceError(.key, "cannot write \(path): \(error.localizedDescription)")
    }
  }
}
