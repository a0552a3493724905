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
  public enum Content: Sendable {
    case observation(PreparedObservation)
    case entry(PreparedEntry)
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

/// What a snapshot or a history record says, with the hashes of what it names.
///
/// A reference, because batches go from thread to thread and through several loops: to copy the value would
/// count a dozen references each time.
public final class PreparedObservation: Sendable {
  public let observation: Observation
  public let keys: ObservationKeys

  public init(_ observation: consuming Observation, _ keys: ObservationKeys) {
    self.observation = observation
    self.keys = keys
  }
}

/// A line of a ledger, with the hashes of what it names; a reference for the same reason.
public final class PreparedEntry: Sendable {
  public let entry: LedgerEntry
  public let keys: EntryKeys

  public init(_ entry: consuming LedgerEntry, _ keys: EntryKeys) {
    self.entry = entry
    self.keys = keys
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
