import GRDB
import Queries
public import Remediation

/// A record that could not be read when it came, with its exact bytes.
public struct StoredRejection: Sendable, Equatable {
  /// The number that lists show.
  public let id: Int64
  /// Where it came from.
  public let file: String
  public let line: Int
  public let bytes: [UInt8]
}

extension Store {
  /// The rejected records after a number, in the order in which they came; those accepted since are left out.
  public func rejected(after id: Int64, limit: Int) throws(StoreError) -> [StoredRejection] {
    try write { database in
      let waiting = try Statement(Queries.Ingest.rejectedAfter, on: database)
      waiting.bind(id, at: 1)
      waiting.bind(limit, at: 2)
      var records: [StoredRejection] = []
      while try waiting.step() {
        records.append(
          StoredRejection(
            id: waiting.int(0), file: waiting.text(1), line: Int(waiting.int(2)),
            bytes: waiting.blob(3)))
      }
      return records
    }
  }

  /// Notes that rejected records were read after all; their rows stay, for they were counted.
  public func accept(rejected ids: [Int64], at instant: Instant) throws(StoreError) {
    try write { database in
      try database.inTransaction(.immediate) {
        let accept = try Statement(Queries.Ingest.acceptRejected, on: database)
        for id in ids {
          accept.bind(id, at: 1)
          accept.bind(instant.milliseconds, at: 2)
          try accept.run()
        }
        return .commit
      }
    }
  }
}
