import Remediation
import TransparencyLog

/// What the store has about one finding, read once: its package follows from this and the policy alone.
///
/// A value without a connection, so that packages are made on other threads than the one that reads.
struct EvidenceMaterial: Sendable {
  /// The imports of one finding, as the log has them.
  struct Chain: Sendable {
    var heads: [HeadEntry] = []
    /// Of the newest head; nil without keys.
    var proof: TLogProof?
  }

  /// What the packages of one snapshot have in common; nil without keys.
  struct Seal: Sendable {
    let checkpoint: SignedCheckpoint
    /// The checkpoint, the keys, and the proof of the policy where it was ever imported under.
    let files: [BagFile]
    /// The package key's signature of the checkpoint.
    let signature: BagFile
  }

  let identity: FindingIdentity
  let seal: Seal?
  /// In no order: those that tell the story of the finding.
  var records: [EvidenceRecord] = []
  /// By the leaves of the records; empty without keys.
  var proofs: [LeafHash: TLogProof] = [:]
  /// Of all findings that the store has under the violation.
  var chains: [FindingIdentity: Chain] = [:]
}
