public import Remediation

/// The records read from one raw batch: what the parallel stage hands on.
public struct RecordBatch: Sendable {
  public let file: String
  public let number: Int
  /// The raw batch's bytes; behind them those of records that were carried as text inside others.
  public var bytes: [UInt8]
  public var records: [IncomingRecord] = []
  public var rejected: [RejectedRecord] = []
  /// The names of the columns of an input of rows under a header; empty for any other.
  public let columns: [String]

  init(_ batch: RawBatch) {
    file = batch.file
    number = batch.number
    bytes = batch.bytes
    columns = batch.columns
  }
}

/// Which reader a record was read by.
public enum SourceKind: Int, Sendable, CaseIterable {
  /// A finding in the AWS Security Finding Format.
  case asff = 1
  /// A record of Security Hub's GetFindingHistory.
  case findingHistory = 2
  /// Closeout's own ledger, `docs/ledger-format.md`.
  case cloudEvents = 3
  /// Any other ledger, through a mapping file.
  case mapped = 4

  /// The word in outputs and metric labels.
  public var name: String {
    switch self {
    case .asff: "asff"
    case .findingHistory: "finding_history"
    case .cloudEvents: "cloudevents"
    case .mapped: "mapped"
    }
  }
}

/// What a record states.
public enum RecordContent: Sendable, Equatable {
  case observation(Shared<Observation>)
  case entry(Shared<LedgerEntry>)
}

/// A record that was accepted, and where it came from.
public struct IncomingRecord: Sendable {
  /// Its exact bytes in the batch: the same whatever envelope it came in.
  public let range: Range<Int>
  public let content: RecordContent
  public let source: SourceKind
  /// When the envelope says that it was delivered.
  public let envelopeTime: Instant?
  /// The line of the uncompressed input, from 1; of the enclosing text for a record carried as text.
  public let line: Int
  /// The byte of the uncompressed input, from 0; of the enclosing text for a record carried as text.
  public let offset: Int
}

/// A record that was not accepted: kept with its bytes, place and reason.
public struct RejectedRecord: Sendable, Equatable {
  /// Its bytes in the batch; of one that is too large, the beginning.
  public let range: Range<Int>
  public let line: Int
  public let offset: Int
  /// JSON Pointer of the value that is at fault, inside the record; empty for the record itself.
  public let path: String
  public let reason: RejectReason
  /// What was found and what was expected, safe to print.
  public let explanation: String
  /// What to do about it.
  public let hint: String?
}
