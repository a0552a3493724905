import GRDB
import Queries
import Remediation

/// Counts what each file brought of each kind of source, as it is read.
///
/// The numbers could be had from the records at any time, but not from millions of them at every scrape.
struct SourceTable: ~Copyable {
  private struct Counts {
    var records = 0
    var late = 0
    var duplicates = 0
    var newest: Int64?
  }

  /// The latest event time that earlier runs brought of each kind.
  private let newestBefore: [Int: Int64]
  private let add: Statement
  private var counts: [Int: Counts] = [:]

  init(_ database: Database) throws {
    let add = try Statement(Queries.Ingest.addFileSource, on: database)
    let newest = try Statement(Queries.Ingest.newestBySource, on: database)
    var newestBefore: [Int: Int64] = [:]
    while try newest.step() { newestBefore[Int(newest.int(0))] = newest.int(1) }
    self.newestBefore = newestBefore
    self.add = add
  }

  /// Counts a record that the store did not have.
  mutating func count(_ record: borrowing PreparedRecord) {
    let time = record.eventTime.milliseconds
    counts[record.source, default: Counts()].records += 1
    if let before = newestBefore[record.source], time < before {
      counts[record.source, default: Counts()].late += 1
    }
    let newest = counts[record.source]?.newest ?? time
    counts[record.source, default: Counts()].newest = max(newest, time)
  }

  /// Counts a record that the store had, byte for byte.
  mutating func countAgain(_ record: borrowing PreparedRecord) {
    counts[record.source, default: Counts()].duplicates += 1
  }

  /// Adds what was counted since the last time to the file's rows.
  mutating func write(file: Int64) throws {
    for (source, counted) in counts {
      add.bind(file, at: 1)
      add.bind(source, at: 2)
      add.bind(counted.records, at: 3)
      add.bind(counted.late, at: 4)
      add.bind(counted.duplicates, at: 5)
      add.bind(counted.newest, at: 6)
      try add.run()
    }
    counts.removeAll(keepingCapacity: true)
  }
}

extension PreparedRecord {
  fileprivate var eventTime: Instant {
    switch content {
    case .observation(let observation, _):
      observation.times.eventTime(earliestEnvelope: envelopeTime) ?? Instant(milliseconds: 0)
    case .entry(let entry, _): entry.time
    }
  }
}
