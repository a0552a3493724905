import Ingest
import Remediation
public import TransparencyLog

/// Which records are left out of packages; their hashes and proofs stay.
///
/// A record that is withheld counts for the verdict as before: leaving bytes out can change what a reader is
/// able to check, and never what is concluded. Of what it says only words of closed lists and times are told.
public struct Withholding: Sendable, Hashable {
  /// What many records have in common.
  public enum Kind: String, Sendable, CaseIterable {
    /// Whole findings as scanners reported them.
    case snapshots
    /// Records of a finding's history.
    case history
    /// Entries of ledgers.
    case ledger
    case all
  }

  public var kinds: Set<Kind>
  public var leaves: Set<LeafHash>

  public static let nothing = Withholding()

  public init(kinds: Set<Kind> = [], leaves: Set<LeafHash> = []) {
    self.kinds = kinds
    self.leaves = leaves
  }

  func covers(_ record: ReadRecord) -> Bool {
    if leaves.contains(record.record.leaf) || kinds.contains(.all) { return true }
    switch record.content {
    case .observation(let observation):
      return kinds.contains(observation.value.kind == .history ? .history : .snapshots)
    case .entry: return kinds.contains(.ledger)
    // Nobody can say what stands in bytes that are not read.
    case nil: return !kinds.isEmpty
    }
  }
}
