import GRDB
import Queries
import Remediation

/// Counts what each file brought of each kind of source, as it is read.
///
/// The numbers could be had from the records at any time, but not from millions of them at every scrape.
struct SourceTable: ~Copyable {
  private let add: Statement
  /// By kind of source: the kinds are numbered from 1, and there are few.
  private var counts: [SourceCounts]

  init(_ database: Database) throws {
    let add = try Statement(Queries.Ingest.addFileSource, on: database)
    let newest = try Statement(Queries.Ingest.newestBySource, on: database)
    var counts: [SourceCounts] = []
    while try newest.step() {
      let source = Int(newest.int(0))
      counts.makeRoom(for: source)
      counts[source].newestBefore = newest.int(1)
    }
    self.counts = counts
    self.add = add
  }

  /// Counts a record that the store did not have.
  mutating func count(_ record: borrowing PreparedRecord) {
    let (source, time) = (record.source, record.eventTime.milliseconds)
    counts.makeRoom(for: source)
    counts[source].records += 1
    if let before = counts[source].newestBefore, time < before { counts[source].late += 1 }
    counts[source].newest = max(counts[source].newest ?? time, time)
  }

  /// Counts a record that the store had, byte for byte.
  mutating func countAgain(_ record: borrowing PreparedRecord) {
    counts.makeRoom(for: record.source)
    counts[record.source].duplicates += 1
  }

  /// Adds what was counted since the last time to the file's rows.
  mutating func write(file: Int64) throws {
    for (source, counted) in counts.enumerated() where !counted.isEmpty {
      add.bind(file, at: 1)
      add.bind(source, at: 2)
      add.bind(counted.records, at: 3)
      add.bind(counted.late, at: 4)
      add.bind(counted.duplicates, at: 5)
      add.bind(counted.newest, at: 6)
      try add.run()
      counts[source] = SourceCounts(newestBefore: counted.newestBefore)
    }
  }
}

/// What one file brought of one kind of source.
private struct SourceCounts {
  var records = 0
  var late = 0
  var duplicates = 0
  var newest: Int64?
  /// The latest event time that earlier runs brought.
  var newestBefore: Int64?

  var isEmpty: Bool { records == 0 && duplicates == 0 }
}

extension [SourceCounts] {
  fileprivate mutating func makeRoom(for source: Int) {
    while count <= source { append(SourceCounts()) }
  }
}

extension PreparedRecord {
  fileprivate var eventTime: Instant {
    switch content {
    case .observation(let observation, _):
      observation.lend { $0.times.eventTime(earliestEnvelope: envelopeTime) } ?? Instant(milliseconds: 0)
    case .entry(let entry, _): entry.lend { $0.time }
    }
  }
}
