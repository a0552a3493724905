/// What a log entry is about; its name is the first line of the entry.
public enum EntryType: String, Sendable, Hashable, CaseIterable {
  /// An observation or a ledger entry: the exact bytes as they came.
  case record
  /// The newest state of one finding's chain of records: see ``HeadEntry``.
  case head
  /// What an import read, accepted and rejected.
  case receipt
  /// A version of the policy, as its file has it.
  case policy
  /// The digest of a population, before anything is sampled from it.
  case population
  /// A public key, as PEM, from when it is used.
  case key

  /// The bytes that an entry of this type begins with: the name and a newline.
  public var line: [UInt8] { Array(rawValue.utf8) + [0x0A] }

  /// The same after the 0x00 of a leaf (RFC 6962 §2.1).
  var leafPrefix: [UInt8] {
    switch self {
    case .record: Self.recordPrefix
    default: [0x00] + line
    }
  }

  // Millions of records are hashed; the prefix of theirs is made once.
  private static let recordPrefix: [UInt8] = [0x00] + EntryType.record.line
}
