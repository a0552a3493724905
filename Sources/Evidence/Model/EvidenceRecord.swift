public import Ingest
public import Remediation
public import TransparencyLog

/// One record as the store or a package holds it: exact bytes, and what was known beside them.
public struct EvidenceRecord: Sendable, Hashable {
  public var bytes: [UInt8]
  /// The record's leaf in the log: its identity.
  public var leaf: LeafHash
  public var source: SourceKind
  /// The earliest envelope that it was delivered in; dates a snapshot that lacks `ProcessedAt`.
  public var envelopeTime: Instant?
  /// The text of the mapping that it was read with, for a record of a foreign ledger.
  public var mapping: String?

  public init(
    bytes: [UInt8], leaf: LeafHash, source: SourceKind, envelopeTime: Instant? = nil, mapping: String? = nil
  ) {
    self.bytes = bytes
    self.leaf = leaf
    self.source = source
    self.envelopeTime = envelopeTime
    self.mapping = mapping
  }
}

/// A record's place in a package: `records/0007.json`.
public struct RecordNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// From 1, in the order of the records' own times and hashes.
  public let value: Int

  public init(_ value: Int) {
    self.value = value
  }

  /// At least four digits.
  public var description: String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// A record in the list of a proof.
public struct ListedRecord: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case snapshot, history, ledger
    /// The readers of this version make nothing of its bytes; nothing is concluded from it.
    case unread
    /// Another line of the same event, with a smaller hash, counts in its place.
    case conflicting
    /// About something else; a ledger's own hash chain is broken between it and an entry of the finding.
    case neighbour
  }

  public var number: RecordNumber
  public var leaf: LeafHash
  public var kind: Kind
  public var source: SourceKind
  public var size: Int
  /// When it happened, as the record itself says; nil for one that is unread.
  public var eventTime: Instant?
  public var envelopeTime: Instant?
  /// The digest of the mapping that it was read with.
  public var mapping: Hash256?
  /// Whether it is about another finding of the violation.
  public var isRelated: Bool
  /// Whether its bytes are left out of the package.
  public var isWithheld: Bool
}
