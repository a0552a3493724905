public import TransparencyLog

/// Checks what a log hands out by itself: checkpoints, proofs that something is in it, and that it has grown.
public struct LogVerifier: Sendable {
  private let logKey: LogPublicKey?
  private let packageKey: LogPublicKey?

  /// - Parameter keys: the public keys that reached the verifier by another road.
  public init(keys: [LogPublicKey]) {
    logKey = keys.first { $0.algorithm == .ed25519 }
    packageKey = keys.first { $0.algorithm == .ecdsaP256 }
  }

  /// What a file that is no package may be.
  public enum Kind: Sendable {
    case checkpoint, proof, consistency

    /// Recognised by its first bytes; nil when it is none of them.
    public init?(_ bytes: [UInt8]) {
      if bytes.starts(with: "c2sp.org/tlog-proof@".utf8) {
        self = .proof
      } else if bytes.starts(with: "old ".utf8) {
        self = .consistency
      } else if let note = try? SignedNote(parsing: bytes), (try? Checkpoint(parsing: note.text)) != nil {
        self = .checkpoint
      } else {
        return nil
      }
    }
  }

  /// Checks a checkpoint by the log's key, and the signature beside it by the packages' key.
  ///
  /// - Parameter detached: the DER signature over the checkpoint's text, where there is one.
  public func verify(checkpoint bytes: [UInt8], detached: [UInt8]? = nil) -> VerificationReport {
    var report = VerificationReport()
    report.check(.checkpoint) { () throws(CheckFailure) in
      let note = try Self.read { () throws(LogError) in try SignedNote(parsing: bytes) }
      let checkpoint = try checkpoint(note, detached: detached)
      return "\(checkpoint.origin), \(counted(checkpoint.size, "entry", plural: "entries"))"
    }
    return report
  }

  /// Checks that the entry in a proof's extra data is in the log, and says which entry that is.
  public func verify(proof bytes: [UInt8]) -> VerificationReport {
    var report = VerificationReport()
    var parsed: (proof: TLogProof, checkpoint: Checkpoint)?
    report.check(.checkpoint) { () throws(CheckFailure) in
      let proof = try Self.read { () throws(LogError) in try TLogProof(parsing: bytes) }
      let checkpoint = try checkpoint(proof.checkpoint, detached: nil)
      parsed = (proof, checkpoint)
      return "\(checkpoint.origin), \(counted(checkpoint.size, "entry", plural: "entries"))"
    }
    report.check(.inclusion) { () throws(CheckFailure) in
      guard let (proof, checkpoint) = parsed else {
        throw .notChecked("without a good checkpoint nothing can be shown to be in the log")
      }
      guard let extra = proof.extra else {
        throw .notChecked("the proof does not carry the entry that it is about")
      }
      return try Self.read { () throws(LogError) in
        let entry = try LogEntry(parsing: extra)
        try InclusionProof(index: proof.index, size: checkpoint.size, hashes: proof.hashes)
          .verify(leaf: entry.leafHash, root: checkpoint.root)
        return "entry \(proof.index), \(try Self.description(of: entry))"
      }
    }
    return report
  }

  /// Checks that the log has only grown since a checkpoint that was kept.
  public func verify(consistency bytes: [UInt8], since old: [UInt8]) -> VerificationReport {
    var report = VerificationReport()
    report.check(.consistency) { () throws(CheckFailure) in
      guard let logKey else { throw .notChecked("there is no log key to check the checkpoints with") }
      return try Self.read { () throws(LogError) in
        let proof = try TLogConsistency(parsing: bytes)
        let verifier = try NoteVerifier(name: PackageSigner.origin(of: logKey), publicKey: logKey)
        let (older, newer) = try proof.verify(old: SignedNote(parsing: old), log: [verifier])
        return "\(newer.origin), from \(older.size) to \(counted(newer.size, "entry", plural: "entries"))"
      }
    }
    return report
  }

  private static func description(of entry: LogEntry) throws(LogError) -> String {
    switch entry.type {
    case .head:
      let head = try HeadEntry(parsing: entry.body)
      return "head \(head.sequence) of the finding \(head.finding.hex), "
        + "\(counted(head.records.count, "record")) in it, after the head \(head.previous?.hex ?? "none")"
    case .record: return "a record of \(entry.body.count) bytes, leaf \(entry.leafHash.hex)"
    case .receipt, .policy, .population, .key: return "a \(entry.type.rawValue), leaf \(entry.leafHash.hex)"
    }
  }

  /// A checkpoint is good when each key that was given finds its signature good, and there was one.
  private func checkpoint(
    _ note: SignedNote, detached: [UInt8]?
  ) throws(CheckFailure) -> Checkpoint {
    let checkpoint = try Self.read { () throws(LogError) in
      guard let logKey else { return try Checkpoint(parsing: note.text) }
      let verifier = try NoteVerifier(name: PackageSigner.origin(of: logKey), publicKey: logKey)
      return try Checkpoint(verifying: note, log: [verifier])
    }
    if let detached, let packageKey {
      guard packageKey.isValid(detached, for: Array(note.text.utf8)) else {
        throw .failed("the signature beside the checkpoint does not hold with this key")
      }
    } else if logKey == nil {
      throw .notChecked(
        "no key was given that could have signed it: give the log's public key "
          + "(closeout key show --pem --log)")
    }
    return checkpoint
  }

  private static func read<Value>(_ body: () throws(LogError) -> Value) throws(CheckFailure) -> Value {
    do throws(LogError) {
      return try body()
    } catch {
      throw .failed("\(error)")
    }
  }
}
