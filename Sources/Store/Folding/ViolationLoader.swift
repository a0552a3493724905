import GRDB
import Queries
import Remediation

/// Reads the records of violations, one violation after the other in the order of their numbers.
struct ViolationLoader<Observations: ObservationSource & ~Copyable>: ~Copyable {
  private var observations: Observations
  private var entries: LedgerEntries?

  /// - Parameters:
  ///   - observations: where the observations come from.
  ///   - entries: the ledger's entries about the same violations; nil where there are none.
  init(_ observations: consuming Observations, entries: consuming LedgerEntries?) {
    self.observations = observations
    self.entries = entries
  }

  /// A violation that none of those to come lies before; nil after the last.
  var upcoming: Int64? { observations.upcoming }

  /// The next violation that has observations; nil after the last.
  mutating func next() throws -> LoadedViolation? {
    guard var loaded = try observations.next() else { return nil }
    try entries?.add(to: &loaded)
    return loaded
  }
}

/// Where the observations of violations come from: found by an index, or sorted out of all of them.
protocol ObservationSource: ~Copyable {
  /// A violation that none of those to come lies before; nil after the last. Known without reading on.
  var upcoming: Int64? { get }

  /// The observations of the next violation that has any, by finding; nil after the last.
  mutating func next() throws -> LoadedViolation?
}

/// The observations of the touched violations, found by the indexes: for some violations of many.
struct TouchedObservations: ~Copyable, ObservationSource {
  private let row: Statement
  /// The violation of the current row; nil behind the last.
  private var violation: Int64?

  /// - Parameters:
  ///   - asOf: the latest event time that counts.
  ///   - before: the first position of the log that does not.
  init(_ database: Database, asOf: Instant, before: Int64) throws {
    let row = try Statement(Queries.Folding.touchedObservations, on: database)
    row.bind(asOf.milliseconds, at: 1)
    row.bind(before, at: 2)
    violation = try row.step() ? row.int(0) : nil
    self.row = row
  }

  var upcoming: Int64? { violation }

  mutating func next() throws -> LoadedViolation? {
    guard let violation else { return nil }
    var loaded = LoadedViolation(id: violation)
    while self.violation == violation {
      loaded.add(LoadedObservation(row))
      self.violation = try row.step() ? row.int(0) : nil
    }
    return loaded
  }
}

extension ViolationLoader where Observations == TouchedObservations {
  /// Reads what there is of the touched violations.
  ///
  /// - Parameters:
  ///   - asOf: the latest event time that counts.
  ///   - before: the first position of the log that does not.
  init(touched database: Database, asOf: Instant, before: Int64 = .max) throws {
    let observations = try TouchedObservations(database, asOf: asOf, before: before)
    let entries = try LedgerEntries(database, asOf: asOf, before: before)
    self.init(observations, entries: entries)
  }
}
