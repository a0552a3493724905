public import Remediation
public import TransparencyLog

/// Records that were read, hashed and compressed, ready to be written.
///
/// Made on any thread; only the writing itself is serial.
public struct PreparedBatch: Sendable {
  public var records: [PreparedRecord] = []
  /// The compressed bytes of all records, one behind the other.
  public var compressed: [UInt8] = []
  public var rejected: [PreparedRejection] = []
  /// The names of the input's columns as a JSON array; nil for an input that is no rows under a header.
  public var columns: String?

  public init() {}
}

/// One record with everything about it that can be computed without the store.
public struct PreparedRecord: Sendable {
  /// What it says, with the hashes of what it names.
  public enum Content: Sendable {
    case observation(Shared<Observation>, ObservationKeys)
    case entry(Shared<LedgerEntry>, EntryKeys)
  }

  /// Hash of the record's exact bytes as a leaf of the log: its identity.
  public var leaf: LeafHash
  public var content: Content
  /// What kind of source it came from; the store keeps the number, its reader knows its meaning.
  public var source: Int
  /// Where its compressed bytes stand in the batch.
  public var compressed: Range<Int>
  public var line: Int
  public var byteOffset: Int
  public var envelopeTime: Instant?

  public init(
    leaf: LeafHash, content: Content, source: Int, compressed: Range<Int>, line: Int,
    byteOffset: Int, envelopeTime: Instant?
  ) {
    self.leaf = leaf
    self.content = content
    self.source = source
    self.compressed = compressed
    self.line = line
    self.byteOffset = byteOffset
    self.envelopeTime = envelopeTime
  }
}

/// A record that could not be read, with its exact bytes.
public struct PreparedRejection: Sendable {
  public var bytes: [UInt8]
  public var line: Int
  public var byteOffset: Int
  public var path: String?
  /// A word of the closed set of reasons.
  public var reason: String
  public var explanation: String
  public var hint: String?

  public init(
    bytes: [UInt8], line: Int, byteOffset: Int, path: String?, reason: String, explanation: String,
    hint: String?
  ) {
    self.bytes = bytes
    self.line = line
    self.byteOffset = byteOffset
    self.path = path
    self.reason = reason
    self.explanation = explanation
    self.hint = hint
  }
}
