import GRDB
import GRDBSQLite
import Queries
public import Remediation

/// The store as it stood at an instant: every query sees one state, whatever is written meanwhile.
///
/// Queries read the tables of the store and, beside them, `clock`: one row with `as_of`, `from_at` and
/// `to_at` (NULL where the window has no end). For an instant before the latest record, the violations
/// that changed since are folded again up to it; views with the names of the tables then stand in their
/// place, so that the same query answers for any instant.
public struct Snapshot: ~Copyable {
  public let asOf: Instant
  public let window: Window
  let database: Database
  let path: String
  private let statements = StatementCache()

  /// Runs a query and returns all its rows.
  ///
  /// - Parameter parameters: values of the named parameters (`:name`); those the query lacks are ignored.
  public func rows(_ query: String, _ parameters: [String: SQLValue] = [:]) throws(StoreError) -> [Row] {
    do {
      return try statements.rows(query, on: database) { $0.bind(parameters) }
    } catch {
      throw .from(error, path: path)
    }
  }

  /// Runs a query and hands over its rows one by one.
  public func forEach(
    _ query: String, _ parameters: [String: SQLValue] = [:], _ body: (Row) throws -> Void
  ) throws(StoreError) {
    do {
      let statement = try Statement(query, on: database)
      statement.bind(parameters)
      let columns = RowColumns(statement.columnNames)
      while try statement.step() {
        try body(Row(columns: columns, values: statement.values))
      }
    } catch {
      throw .from(error, path: path)
    }
  }

  /// The first row of a query; nil when it has none.
  public func first(_ query: String, _ parameters: [String: SQLValue] = [:]) throws(StoreError) -> Row? {
    do {
      return try statements.rows(query, on: database, limit: 1) { $0.bind(parameters) }.first
    } catch {
      throw .from(error, path: path)
    }
  }

  /// The lines of SQLite's plan for a query, as golden tests keep them.
  public func plan(of query: String) throws(StoreError) -> [String] {
    try rows("EXPLAIN QUERY PLAN " + query).compactMap { $0.text("detail") }
  }

  init(asOf: Instant, window: Window, knownAt: Instant?, database: Database, path: String) throws {
    self.asOf = asOf
    self.window = window
    self.database = database
    self.path = path
    try database.execute(sql: Queries.AsOf.createClock)
    let clock = try Statement(Queries.AsOf.setClock, on: database)
    clock.bind(asOf.milliseconds, at: 1)
    clock.bind(window.from?.milliseconds, at: 2)
    clock.bind(window.to?.milliseconds, at: 3)
    try clock.run()
    let unknown = try knownAt.flatMap { try firstUnknown(at: $0) }
    try foldBack(unknown: unknown)
    for view in Queries.Views.all { try database.execute(sql: view.text) }
  }

  /// The position of the first record that had not been ingested at an instant; nil when all had.
  private func firstUnknown(at instant: Instant) throws -> Int64? {
    let first = try Statement(Queries.AsOf.firstUnknown, on: database)
    first.bind(instant.milliseconds, at: 1)
    return try first.step() ? first.optionalInt(0) : nil
  }

  /// Folds again what changed after as-of, up to it, and what was not known, without it.
  private func foldBack(unknown: Int64?) throws {
    let latest = try Statement(Queries.AsOf.latestEvent, on: database)
    let isPast = try latest.step() && latest.optionalInt(0).map { $0 > asOf.milliseconds } ?? false
    latest.reset()
    guard isPast || unknown != nil else { return }
    try database.execute(sql: Queries.Folding.createTouched)
    if let unknown { try hide(from: unknown) }
    let touch = try Statement(Queries.Folding.touchUnsettled, on: database)
    touch.bind(asOf.milliseconds, at: 1)
    try touch.run()
    try moveBack(unknown: unknown ?? .max)
    try database.execute(sql: Queries.AsOf.createTables)
    try Store.foldTouched(database, asOf: asOf, before: unknown ?? .max)
    try database.execute(sql: Queries.AsOf.createViews)
  }

  /// Hides the records from a position of the log on; what they changed is folded again.
  private func hide(from position: Int64) throws {
    let touch = try Statement(Queries.AsOf.touchUnknown, on: database)
    touch.bind(position, at: 1)
    try touch.run()
    let known = try Statement(Queries.AsOf.setKnown, on: database)
    known.bind(position, at: 1)
    try known.run()
    try database.execute(sql: Queries.AsOf.createKnown)
  }

  /// Gives findings that moved between violations back to the one they belonged to.
  private func moveBack(unknown: Int64) throws {
    let moved = try Statement(Queries.AsOf.movedFindings, on: database)
    let named = try Statement(Queries.Folding.namedViolations, on: database)
    let touch = try Statement(Queries.Folding.touchViolation, on: database)
    var moves: [(finding: Int64, violation: Int64?)] = []
    moved.bind(asOf.milliseconds, at: 1)
    moved.bind(unknown, at: 2)
    while try moved.step() {
      let violation = try Store.latestViolation(named, finding: moved.int(0), asOf: asOf)
      guard violation != moved.optionalInt(1) else { continue }
      moves.append((moved.int(0), violation))
      for id in [violation, moved.optionalInt(1)] {
        touch.bind(id, at: 1)
        if id != nil { try touch.run() }
      }
    }
    guard !moves.isEmpty || unknown < .max else { return }
    try database.execute(sql: Queries.AsOf.createMoved)
    let insert = try Statement(Queries.AsOf.insertMoved, on: database)
    for move in moves {
      insert.bind(move.finding, at: 1)
      insert.bind(move.violation, at: 2)
      try insert.run()
    }
  }
}

/// A half-open interval of time; nil is without end.
public struct Window: Sendable, Hashable {
  public var from: Instant?
  public var to: Instant?

  public init(from: Instant? = nil, to: Instant? = nil) {
    self.from = from
    self.to = to
  }

  public static let allTime = Window()
}

extension Statement {
  /// Binds the parameters that the statement names.
  fileprivate func bind(_ parameters: [String: SQLValue]) {
    for (name, value) in parameters {
      let index = parameterIndex(":" + name)
      guard index > 0 else { continue }
      switch value {
      case .null: bind(Int64?.none, at: index)
      case .int(let value): bind(value, at: index)
      case .double(let value): bind(value, at: index)
      case .text(let value): bind(value, at: index)
      case .bytes(let value): bind(value, at: index)
      }
    }
  }
}
