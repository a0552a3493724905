import GRDB
import Queries
import Remediation

extension Store {
  /// Folds again every violation that records came for since the last fold.
  ///
  /// - Returns: how many violations were folded.
  @discardableResult
  public func fold() throws(StoreError) -> Int {
    try write { try Self.fold($0, path: path) }
  }

  /// Forgets what was folded and folds everything again: the result is the same, or one of the two was wrong.
  ///
  /// Killed on the way, the next who opens the store goes on.
  ///
  /// - Returns: how many violations were folded.
  @discardableResult
  public func rebuild() throws(StoreError) -> Int {
    try write { database in
      try database.inTransaction(.immediate) {
        try database.execute(sql: Queries.Folding.forgetAll)
        try Setting.foldedPosition.write(-1, database)
        return .commit
      }
      return try Self.fold(database, path: path)
    }
  }

  /// Folds outside of a transaction, in two of its own: the first settles which violations have to be folded,
  /// the second folds them. Killed between the two, the pending violations are still there; where nothing was
  /// folded before, all are.
  static func fold(_ database: Database, path: String) throws -> Int {
    try database.inTransaction(.immediate) {
      try settle(database)
      return .commit
    }
    var count = 0
    try database.inTransaction(.immediate) {
      count =
        try lastFolded(database) == nil
        ? foldAll(database, path: path) : foldPending(database, path: path)
      try database.execute(sql: Queries.Folding.clearPending)
      try database.execute(sql: Queries.Folding.createIndexes)
      return .commit
    }
    return count
  }

  /// The position up to which records have been folded; nil where everything is still to be.
  private static func lastFolded(_ database: Database) throws -> Int64? {
    try Setting.foldedPosition.read(database).flatMap { $0 >= 0 ? $0 : nil }
  }

  private static func settle(_ database: Database) throws {
    guard let folded = try lastFolded(database) else { return try settleAll(database) }
    try createIndexes(database)
    let size = try Setting.logSize.read(database) ?? 0
    try settleMembership(database)
    for query in [
      Queries.Folding.pendObserved, Queries.Folding.pendByFindingEntry,
      Queries.Folding.pendByResourceEntry,
    ] {
      let statement = try Statement(query, on: database)
      statement.bind(folded, at: 1)
      try statement.run()
    }
    try Setting.foldedPosition.write(size - 1, database)
  }

  /// Before everything is folded there is nothing to settle but the findings that moved. Of the indexes that a first
  /// load has not made yet only those are made which the fold can not do without.
  private static func settleAll(_ database: Database) throws {
    if try has(Queries.Folding.anyEntry, database) {
      try database.execute(sql: Queries.Ingest.createEntryIndexes)
    }
    guard try has(Queries.Folding.anyUnfolded, database) else { return }
    try database.execute(sql: Queries.Ingest.createMemberIndex)
    try settleMembership(database)
  }

  /// Whether a query gives a row.
  static func has(_ query: String, _ database: Database) throws -> Bool {
    try Statement(query, on: database).step()
  }

  private static func foldPending(_ database: Database, path: String) throws -> Int {
    let pending = try Statement(Queries.Folding.pendingViolations, on: database)
    var writer = try FoldWriter(database)
    var count = 0
    try PendingFold(.pending, path: path).forEach { rows in
      // Those in between have no records any more: their findings moved.
      while try pending.step(), pending.int(0) < rows.id { try writer.forget(pending.int(0)) }
      try writer.write(rows)
      count += 1
    }
    while try pending.step() { try writer.forget(pending.int(0)) }
    try writer.finish()
    return count
  }

  private static func foldAll(_ database: Database, path: String) throws -> Int {
    let size = try Setting.logSize.read(database) ?? 0
    var writer = try FoldWriter(database)
    var count = 0
    // The indexes that a first load has not made yet are made while the readers begin.
    try PendingFold(.everything, path: path).forEach {
      try createIndexes(database)
    } _: { rows in
      try writer.write(rows)
      count += 1
    }
    try writer.finish()
    try Setting.foldedPosition.write(size - 1, database)
    return count
  }

  /// Folds the violations of `touched_violation` up to an instant, and writes the result.
  ///
  /// - Parameter before: the first position of the log that does not count.
  /// - Returns: how many violations were folded.
  @discardableResult
  static func foldTouched(_ database: Database, asOf: Instant, before: Int64 = .max) throws -> Int {
    var loader = try ViolationLoader(touched: database, asOf: asOf, before: before)
    var writer = try FoldWriter(database)
    var count = 0
    while let loaded = try loader.next() {
      try writer.write(FoldedRows(loaded))
      count += 1
    }
    try writer.finish()
    return count
  }

  /// Gives findings that may have moved to the violation of their latest snapshot.
  private static func settleMembership(_ database: Database) throws {
    let unfolded = try Statement(Queries.Folding.unfoldedFindings, on: database)
    let named = try Statement(Queries.Folding.namedViolations, on: database)
    let move = try Statement(Queries.Folding.setFindingViolation, on: database)
    let pend = try Statement(Queries.Folding.pendViolation, on: database)
    while try unfolded.step() {
      let finding = unfolded.int(0)
      let before = unfolded.optionalInt(1)
      let after = try latestViolation(named, finding: finding, asOf: Instant(milliseconds: .max))
      for violation in [before, after] where violation != nil {
        pend.bind(violation, at: 1)
        try pend.run()
      }
      guard let after, after != before else { continue }
      move.bind(finding, at: 1)
      move.bind(after, at: 2)
      try move.run()
    }
    try database.execute(sql: Queries.Folding.clearUnfolded)
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
