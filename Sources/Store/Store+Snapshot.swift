import GRDB
import GRDBSQLite
import Queries
public import Remediation

extension Store {
  /// Reads the store as it stood at an instant; records that were written and not folded are folded first.
  ///
  /// - Parameters:
  ///   - asOf: only records up to it count, by event time.
  ///   - window: the interval that measures count in.
  ///   - knownAt: only records that had been ingested by then count; nil for all.
  public func snapshot<Result>(
    asOf: Instant, window: Window = .allTime, knownAt: Instant? = nil,
    _ body: (borrowing Snapshot) throws -> Result
  ) throws(StoreError) -> Result {
    try foldIfPending()
    do {
      return try Self.reader(path, label: "snapshot").inDatabase { database in
        try database.beginTransaction(.deferred)
        defer { try? database.rollback() }
        let snapshot = try Snapshot(
          asOf: asOf, window: window, knownAt: knownAt, database: database, path: path)
        return try body(snapshot)
      }
    } catch {
      throw .from(error, path: path)
    }
  }

  /// A connection of its own that writes to nothing but temporary tables, which disturb nobody.
  static func reader(_ path: String, label: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.label = label
    configuration.busyMode = .timeout(60)
    configuration.prepareDatabase { database in
      try database.execute(sql: Queries.Connection.pragmas)
      try database.execute(sql: Queries.Connection.allowTemporary)
      // GRDB is asked about each column that a statement names, for whoever observes the database: of a reader
      // nobody does, and of the many columns of the measures the asking would take longer than the rest.
      sqlite3_set_authorizer(database.sqliteConnection, nil, nil)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Folds what a killed run left, unless somebody is writing: a run folds at its end, and until then readers
  /// see the last folded state and wait for nobody.
  func foldIfPending() throws(StoreError) {
    let isPending = try write { database in
      let folded = try Setting.foldedPosition.read(database) ?? -1
      let pending = try Statement(Queries.Folding.isPending, on: database)
      pending.bind(folded, at: 1)
      return try pending.step()
    }
    guard isPending else { return }
    do {
      var configuration = Self.configuration
      configuration.busyMode = .immediateError
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.writeWithoutTransaction { try Self.fold($0, path: path) }
    } catch {
      let failure = StoreError.from(error, path: path)
      guard failure.code == .busy else { throw failure }
    }
  }

  /// A snapshot whose body may throw errors of its own: ``snapshot(asOf:window:_:)`` takes them for failures of
  /// the store.
  public func read<Result>(
    asOf: Instant, window: Window = .allTime, _ body: (borrowing Snapshot) throws -> Result
  ) throws -> Result {
    let outcome = try snapshot(asOf: asOf, window: window) { snapshot -> Swift.Result<Result, any Error> in
      do {
        return .success(try body(snapshot))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}
