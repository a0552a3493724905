import Remediation
import TransparencyLog

/// The files below `data/ledger/`: the only place in a package that knows the order of arrival.
struct LedgerFiles {
  private(set) var files: [BagFile] = []

  init(of proof: ProofOfFix, _ material: EvidenceMaterial) {
    files = material.seal?.files ?? []
    for record in proof.records {
      guard let inLog = material.proofs[record.leaf] else { continue }
      files.append(BagFile(BagNames.recordProof("\(record.number)"), inLog.bytes).stored)
    }
    addChains(of: proof, material)
  }

  /// The checkpoint and the public keys, which every bag carries.
  static func keys(_ checkpoint: SignedCheckpoint, _ signer: PackageSigner) -> [BagFile] {
    [
      BagFile(BagNames.checkpoint, checkpoint.note.noteText),
      BagFile(BagNames.logKey, signer.logKey.pem), BagFile(BagNames.packageKey, signer.packageKey.pem),
    ]
  }

  /// The chain of heads of each finding, the proof of its newest, and the records that it names and that
  /// are later than as-of.
  private mutating func addChains(of proof: ProofOfFix, _ material: EvidenceMaterial) {
    let known = Set(proof.records.map(\.leaf))
    var later: [LeafHash] = []
    let findings = [proof.subject.identity] + proof.related.map(\.identity)
    for (index, identity) in findings.enumerated() {
      guard let chain = material.chains[identity] else { continue }
      for head in chain.heads {
        files.append(BagFile(BagNames.head(head.sequence, finding: index + 1), head.entry.bytes).stored)
        later += head.records.filter { !known.contains($0) }
      }
      guard let newest = chain.proof else { continue }
      files.append(BagFile(BagNames.headProof(finding: index + 1), newest.bytes).stored)
    }
    if !later.isEmpty {
      files.append(BagFile(BagNames.laterRecords, later.map { $0.hex + "\n" }.joined()))
    }
  }
}
