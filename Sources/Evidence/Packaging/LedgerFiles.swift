import Queries
import Remediation
import Store
import TransparencyLog

/// The files below `data/ledger/`: the only place in a package that knows the order of arrival.
struct LedgerFiles {
  private(set) var files: [BagFile] = []
  private let note: SignedNote?

  init(checkpoint: SignedCheckpoint?, signer: PackageSigner?) {
    note = checkpoint?.note
    guard let checkpoint, let signer else { return }
    files = [
      BagFile(BagNames.checkpoint, checkpoint.note.noteText),
      BagFile(BagNames.logKey, signer.logKey.pem), BagFile(BagNames.packageKey, signer.packageKey.pem),
    ]
  }

  /// The proof that each record is in the log.
  mutating func add(
    _ records: [ListedRecord], _ positions: [LeafHash: Int], _ source: inout EvidenceSource
  ) throws {
    guard let note else { return }
    for record in records {
      guard let position = positions[record.leaf] else { continue }
      let proof = TLogProof(try source.tree.inclusionProof(of: position), checkpoint: note)
      files.append(BagFile(BagNames.recordProof(record.number), proof.text))
    }
  }

  /// The proof that the log has the policy, where records were ever imported under it.
  mutating func add(
    policy text: [UInt8], _ snapshot: borrowing Snapshot, _ source: inout EvidenceSource
  ) throws {
    let found = try snapshot.first(Queries.Evidence.policyPosition, ["body": .bytes(text)])
    guard let note, let position = found?.int("position") else { return }
    let proof = TLogProof(try source.tree.inclusionProof(of: Int(position)), checkpoint: note)
    files.append(BagFile(BagNames.policyProof, proof.text))
  }

  /// The chain of heads of each finding, the proof of its newest, and the records that it names and that
  /// are later than as-of.
  mutating func addHeads(
    of proof: ProofOfFix, _ finding: Int64, _ snapshot: borrowing Snapshot, _ source: inout EvidenceSource
  ) throws {
    let known = Set(proof.records.map(\.leaf))
    let members = try source.members(of: finding, in: snapshot)
    var later: [LeafHash] = []
    let findings = [proof.subject.identity] + proof.related.map(\.identity)
    for (index, identity) in findings.enumerated() {
      guard let id = members[identity] else { continue }
      let heads = try source.heads(of: id, digest: identity.digest, in: snapshot)
      for placed in heads {
        files.append(
          BagFile(BagNames.head(placed.head.sequence, finding: index + 1), placed.head.entry.bytes))
        later += placed.head.records.filter { !known.contains($0) }
      }
      guard let note, let newest = heads.last else { continue }
      let proof = TLogProof(try source.tree.inclusionProof(of: newest.position), checkpoint: note)
      files.append(BagFile(BagNames.headProof(finding: index + 1), proof.text))
    }
    if !later.isEmpty {
      files.append(BagFile(BagNames.laterRecords, later.map { $0.hex + "\n" }.joined()))
    }
  }
}
