import GRDB
import Queries

/// A place where a ledger that chains its entries by hash does not hold.
public struct ChainBreak: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The entry's hash is not that of its bytes.
    case hash
    /// It names another hash than the entry before it has.
    case link
    /// Another entry has the same place in the chain.
    case fork

    /// What it means, in a sentence.
    public var explanation: String {
      switch self {
      case .hash: "the entry's hash is not that of its bytes: it was changed after it was written"
      case .link: "the entry names another one before it than the ledger has: one of them was replaced"
      case .fork: "another entry has the same place in the chain"
      }
    }
  }

  /// The ledger's source: a URI.
  public var ledger: String
  /// The entry's place in the chain, where it says one.
  public var sequence: Int64?
  /// Where the entry was read.
  public var file: String
  public var line: Int64
  public var kind: Kind
}

extension IngestSession {
  /// The breaks at the entries that this run brought, and at those that follow them.
  public func chainBreaks() throws -> [ChainBreak] {
    let breaks = try Statement(Queries.Ingest.chainBreaks, on: database)
    breaks.bind(start, at: 1)
    var found: [ChainBreak] = []
    while try breaks.step() {
      guard let kind = ChainBreak.Kind(rawValue: breaks.text(4)) else { continue }
      found.append(
        ChainBreak(
          ledger: breaks.text(0), sequence: breaks.optionalInt(1), file: breaks.text(2), line: breaks.int(3),
          kind: kind))
    }
    return found
  }
}

extension Snapshot {
  /// All breaks of all ledgers, by ledger and place.
  public func chainBreaks() throws(StoreError) -> [ChainBreak] {
    try rows(Queries.Ingest.chainBreaks, ["since": 0]).compactMap { row in
      guard let ledger = row.text("ledger"), let kind = row.text("kind").flatMap(ChainBreak.Kind.init),
        let file = row.text("file")
      else { return nil }
      return ChainBreak(
        ledger: ledger, sequence: row.int("sequence"), file: file, line: row.int("line") ?? 0, kind: kind)
    }
  }
}
