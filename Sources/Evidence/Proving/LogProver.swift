import Queries
public import Store
public import TransparencyLog

/// Answers for the log of one snapshot: what is in it, and that it has only grown.
public struct LogProver: ~Copyable {
  private var source: EvidenceSource
  private let signer: PackageSigner

  public init(_ snapshot: borrowing Snapshot, signer: PackageSigner) throws {
    source = try EvidenceSource(snapshot)
    self.signer = signer
  }

  /// The checkpoint of the whole log.
  public mutating func checkpoint() throws -> SignedCheckpoint {
    try signer.checkpoint(size: source.tree.size, root: source.tree.root())
  }

  /// The proof that the newest head of a finding is in the log; its extra data is the head's entry.
  ///
  /// The chain of heads is followed from the first to the newest on the way.
  ///
  /// - Throws: `noRecords` when nothing of the finding was observed, `corruptStore` when the chain is broken.
  public mutating func newestHead(
    of finding: Int64, in snapshot: borrowing Snapshot
  ) throws -> TLogProof {
    let name = try source.identity(of: finding, in: snapshot)
    guard let newest = try source.heads(of: finding, digest: name.digest, in: snapshot).last else {
      throw EvidenceError(.noRecords, "the log has no head of this finding: nothing of it was observed")
    }
    return try proof(at: newest.position, of: newest.head.entry)
  }

  /// The proof that a record is in the log; its extra data is the record's entry.
  ///
  /// - Parameter leaf: the record's hash, as pages and XML name it.
  /// - Throws: `noRecords` when the log has no such record.
  public mutating func record(
    _ leaf: LeafHash, in snapshot: borrowing Snapshot
  ) throws -> TLogProof {
    guard let position = try RecordLookup.position(of: leaf, in: snapshot) else {
      throw EvidenceError(.noRecords, "the log has no record with the leaf \(leaf.hex)")
    }
    let entry = LogEntry(.record, body: try source.bytes(at: position))
    guard entry.leafHash == leaf else {
      throw EvidenceError(
        .corruptStore, "the bytes of record \(position) are not those that the log has",
        hint: "closeout check-store")
    }
    return try proof(at: Int(position), of: entry)
  }

  private mutating func proof(at position: Int, of entry: LogEntry) throws -> TLogProof {
    TLogProof(
      try source.tree.inclusionProof(of: position), checkpoint: try checkpoint().note, extra: entry.bytes)
  }

  /// The proof that the log of an older checkpoint is the beginning of that of a newer one.
  ///
  /// - Parameters:
  ///   - old: a checkpoint that was kept.
  ///   - new: a later one of the same log; by default the log as it stands.
  /// - Throws: `badProof` when a checkpoint is not signed with the log's key or is not in that order,
  ///   `forkedLog` when this log is not the one that was signed.
  public mutating func consistency(
    from old: SignedNote, to new: SignedNote? = nil, in snapshot: borrowing Snapshot
  ) throws -> TLogConsistency {
    let older = try known(old, "older", in: snapshot)
    let newer = try new.map { note in try known(note, "newer", in: snapshot) }
    let size = newer?.size ?? source.tree.size
    guard older.size <= size else {
      throw EvidenceError(
        .badProof, "the older checkpoint has \(older.size) entries, the newer one \(size)",
        hint: "give the older one first")
    }
    var tree = try snapshot.log(size: size)
    return TLogConsistency(
      try tree.consistencyProof(from: older.size), checkpoint: try new ?? checkpoint().note)
  }

  /// A checkpoint of this very log.
  private func known(
    _ note: SignedNote, _ which: String, in snapshot: borrowing Snapshot
  ) throws -> Checkpoint {
    let checkpoint: Checkpoint
    do {
      let verifier = try NoteVerifier(name: signer.origin, publicKey: signer.logKey)
      checkpoint = try Checkpoint(verifying: note, log: [verifier])
    } catch {
      throw EvidenceError(.badProof, "the \(which) checkpoint is not one of this log: \(error)")
    }
    guard checkpoint.size <= source.tree.size else {
      throw EvidenceError(
        .forkedLog,
        "the \(which) checkpoint has \(checkpoint.size) entries, this log only \(source.tree.size)",
        hint: "entries are gone, or this is an older copy of the store")
    }
    var tree = try snapshot.log(size: checkpoint.size)
    guard try tree.root() == checkpoint.root else {
      throw EvidenceError(
        .forkedLog,
        "the first \(checkpoint.size) entries of this log are not those that the \(which) checkpoint was signed "
          + "for",
        hint: "the log was rewritten: keep the checkpoint, it shows that")
    }
    return checkpoint
  }
}
