import GRDB
import Queries
import Remediation

extension Store {
  /// Folds again every violation that records came for since the last fold, in one transaction.
  ///
  /// - Returns: how many violations were folded.
  @discardableResult
  public func fold() throws(StoreError) -> Int {
    try write { database in
      var count = 0
      try database.inTransaction(.immediate) {
        count = try Self.foldPending(database)
        return .commit
      }
      return count
    }
  }

  static func foldPending(_ database: Database) throws -> Int {
    try database.execute(sql: Queries.Ingest.createIndexes)
    try database.execute(sql: Queries.Folding.createTouched)
    let folded = try Setting.foldedPosition.read(database) ?? -1
    let size = try Setting.logSize.read(database) ?? 0
    let touch = try Statement(Queries.Folding.touchViolation, on: database)
    try settleMembership(database, touch)
    for query in [
      Queries.Folding.touchObserved, Queries.Folding.touchByFindingEntry,
      Queries.Folding.touchByResourceEntry,
    ] {
      let statement = try Statement(query, on: database)
      statement.bind(folded, at: 1)
      try statement.run()
    }
    let count = try foldTouched(database, asOf: Instant(milliseconds: .max))
    try database.execute(sql: Queries.Folding.createIndexes)
    try database.execute(sql: Queries.Folding.clearUnfolded)
    try Setting.foldedPosition.write(size - 1, database)
    return count
  }

  /// Folds the violations of `touched_violation` and writes the result.
  static func foldTouched(_ database: Database, asOf: Instant) throws -> Int {
    var loader = try ViolationLoader(database, asOf: asOf)
    var writer = try FoldWriter(database)
    var count = 0
    while let loaded = try loader.next() {
      let folded = EpisodeFolding.fold(loaded.records, findings: loaded.findings.count)
      try writer.write(folded, of: loaded)
      count += 1
    }
    return count
  }

  /// Gives findings that may have moved to the violation of their latest snapshot.
  private static func settleMembership(_ database: Database, _ touch: borrowing Statement) throws {
    let unfolded = try Statement(Queries.Folding.unfoldedFindings, on: database)
    let named = try Statement(Queries.Folding.namedViolations, on: database)
    let move = try Statement(Queries.Folding.setFindingViolation, on: database)
    var writer = try FoldWriter(database)
    while try unfolded.step() {
      let finding = unfolded.int(0)
      let before = unfolded.optionalInt(1)
      let after = try latestViolation(named, finding: finding, asOf: Instant(milliseconds: .max))
      if let before {
        touch.bind(before, at: 1)
        try touch.run()
      }
      if let after {
        touch.bind(after, at: 1)
        try touch.run()
      }
      guard let after, after != before else { continue }
      move.bind(finding, at: 1)
      move.bind(after, at: 2)
      try move.run()
      // The violation it left may be empty now: then no fold would overwrite its old state.
      if let before { try writer.forget(before) }
    }
  }

  /// The violation that the latest of a finding's snapshots up to an instant names.
  static func latestViolation(
    _ named: borrowing Statement, finding: Int64, asOf: Instant
  ) throws -> Int64? {
    named.bind(finding, at: 1)
    named.bind(asOf.milliseconds, at: 2)
    defer { named.reset() }
    var latest: (order: RecordOrder, violation: Int64)?
    while try named.step() {
      let order = RecordOrder(
        eventTime: Instant(milliseconds: named.int(1)), latestTime: Instant(milliseconds: named.int(2)),
        hashPrefix: UInt64(bitPattern: named.int(3)))
      if latest.map({ $0.order < order }) ?? true { latest = (order, named.int(0)) }
    }
    return latest?.violation
  }
}
