import Compression
import Ingest
import Queries
import Remediation
import Store
import TransparencyLog

/// Reads in one snapshot what packages are made from: records, their proofs, and the chains of imports.
///
/// For use within the snapshot that it was made of, and by one thread.
struct EvidenceSource: ~Copyable {
  var tree: TreeReader
  private var records: RecordBytes
  private let seal: EvidenceMaterial.Seal?

  /// - Parameters:
  ///   - signer: signs the checkpoint; without one nothing is proved to be in the log.
  ///   - policy: proved to be in the log, where it is.
  init(
    _ snapshot: borrowing Snapshot, signer: PackageSigner? = nil, policy: EvidencePolicy = .builtIn
  ) throws {
    var tree = try snapshot.log()
    let records = try snapshot.recordBytes()
    let seal = try signer.map { signer in try Self.seal(&tree, signer, policy, snapshot) }
    self.tree = tree
    self.records = records
    self.seal = seal
  }

  private static func seal(
    _ tree: inout TreeReader, _ signer: PackageSigner, _ policy: EvidencePolicy,
    _ snapshot: borrowing Snapshot
  ) throws -> EvidenceMaterial.Seal {
    let checkpoint = try signer.checkpoint(size: tree.size, root: tree.root())
    let position = try policy.text.flatMap { text in
      try snapshot.first(Queries.Evidence.policyPosition, ["body": .bytes(text)])?.int("position")
    }
    var files = LedgerFiles.keys(checkpoint, signer)
    if let position {
      let proof = TLogProof(try tree.inclusionProof(of: Int(position)), checkpoint: checkpoint.note)
      files.append(BagFile(BagNames.policyProof, proof.bytes))
    }
    var deflater = try Deflater(level: BagFile.sharedLevel)
    return EvidenceMaterial.Seal(
      checkpoint: checkpoint, files: files.map { $0.packed(by: &deflater) },
      signature: BagFile(BagNames.checkpointSignature, checkpoint.detached).packed(by: &deflater))
  }

  /// What a finding is called.
  func identity(of finding: Int64, in snapshot: borrowing Snapshot) throws -> FindingIdentity {
    guard let name = try snapshot.first(Queries.Evidence.findingById, ["finding": .int(finding)]),
      let id = name.text("uid"), let product = name.text("arn")
    else { throw EvidenceError(.unknownFinding, "the store has no finding \(finding)") }
    return FindingIdentity(productArn: product, id: id)
  }

  /// The exact bytes of the record at a position of the log.
  mutating func bytes(at position: Int64) throws(StoreError) -> [UInt8] {
    try records.bytes(at: position)
  }

  /// Everything about a finding: the records that tell its story, and the chains of its violation's findings.
  mutating func material(
    of finding: Int64, in snapshot: borrowing Snapshot
  ) throws -> EvidenceMaterial {
    var material = try timeline(of: finding, in: snapshot)
    for row in try snapshot.rows(Queries.Evidence.members, ["finding": .int(finding)]) {
      guard let id = row.int("id"), let uid = row.text("uid"), let product = row.text("arn") else { continue }
      let identity = FindingIdentity(productArn: product, id: uid)
      let heads = try heads(of: id, digest: identity.digest, in: snapshot)
      material.chains[identity] = EvidenceMaterial.Chain(
        heads: heads.map(\.head), proof: try heads.last.flatMap { try proof(at: $0.position) })
    }
    return material
  }

  /// The records that tell the story of a finding, without chains.
  mutating func timeline(
    of finding: Int64, in snapshot: borrowing Snapshot
  ) throws -> EvidenceMaterial {
    var material = EvidenceMaterial(identity: try identity(of: finding, in: snapshot), seal: seal)
    for row in try snapshot.rows(Queries.Evidence.timeline, ["finding": .int(finding)]) {
      guard let position = row.int("position"), let source: SourceKind = row.code("source") else { continue }
      let exact = try records.bytes(at: position)
      let leaf = LeafHash(record: exact)
      guard try tree.leaf(at: Int(position)) == leaf else {
        throw EvidenceError(
          .corruptStore, "the bytes of record \(position) are not those that the log has",
          hint: "closeout check-store")
      }
      material.records.append(
        EvidenceRecord(
          bytes: exact, leaf: leaf, source: source, envelopeTime: row.instant("envelope_time"),
          mapping: row.text("mapping").map {
            LedgerMapping.text($0, withColumns: row.text("columns"))
          }))
      material.proofs[leaf] = try proof(at: Int(position))
    }
    return material
  }

  private mutating func proof(at position: Int) throws -> TLogProof? {
    guard let seal else { return nil }
    return TLogProof(try tree.inclusionProof(of: position), checkpoint: seal.checkpoint.note)
  }

  /// The chain of heads of one finding, as the log has it.
  mutating func heads(
    of finding: Int64, digest: Hash256, in snapshot: borrowing Snapshot
  ) throws -> [PlacedHead] {
    var heads: [PlacedHead] = []
    var records: [LeafHash] = []
    for row in try snapshot.rows(Queries.Evidence.heads, ["finding": .int(finding)]) {
      guard let position = row.int("position") else { continue }
      guard let sequence = row.int("sequence") else {
        records.append(try tree.leaf(at: Int(position)))
        continue
      }
      let head = try HeadEntry(
        finding: digest, sequence: Int(sequence), previous: heads.last?.head.leafHash, records: records)
      guard try tree.leaf(at: Int(position)) == head.leafHash else {
        throw EvidenceError(
          .corruptStore, "head \(sequence) of the finding is not the one that the log has",
          hint: "closeout check-store")
      }
      heads.append(PlacedHead(head: head, position: Int(position)))
      records.removeAll()
    }
    return heads
  }
}

/// A head and its place in the log.
struct PlacedHead {
  let head: HeadEntry
  let position: Int
}
