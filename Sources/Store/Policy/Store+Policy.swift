import GRDB
import Queries
public import TransparencyLog

/// A record in which a rule of the policy could read something: one with a note, or an entry that scores a risk.
public struct PolicyCandidate: Sendable {
  /// The number that stands in the store for the reader that accepted it.
  public var source: Int
  /// The text of the mapping that it was read with.
  public var mapping: String?
  /// The names of the columns of the file that it stood in, a JSON array; nil where that was no rows.
  public var columns: String?
  public var isEntry: Bool
  /// The record's exact bytes.
  public var bytes: [UInt8]
}

/// What the policy's rules read in a record: a verdict's raw value, or a level of risk.
public struct PolicyReading: Sendable, Hashable {
  public var verdict: Int?
  public var risk: String?

  public init(verdict: Int? = nil, risk: String? = nil) {
    self.verdict = verdict
    self.risk = risk
  }
}

extension Store {
  /// Keeps what the rules of a policy read in records, and notes what has to be folded again.
  ///
  /// The store holds the readings of one set of rules: with others everything is read again. Records that were
  /// read already are not; without rules nothing is read at all.
  ///
  /// - Parameters:
  ///   - rules: the rules as a text that differs when they do; empty for none.
  ///   - read: what the rules read in a record; nil for nothing.
  public func applyRules(
    _ rules: String, read: (PolicyCandidate) throws -> PolicyReading?
  ) throws(StoreError) {
    try write { database in
      let size = try Setting.logSize.read(database) ?? 0
      let known = try Setting.policyRules.readText(database) ?? ""
      let isRead = try rules.isEmpty || Setting.policyRead.read(database) == size - 1
      guard known != rules || !isRead else { return }
      try database.inTransaction(.immediate) {
        try Self.readAgain(database, rules, known, path, read)
        return .commit
      }
    }
  }

  private static func readAgain(
    _ database: Database, _ rules: String, _ known: String, _ path: String,
    _ read: (PolicyCandidate) throws -> PolicyReading?
  ) throws {
    if known != rules {
      try database.execute(sql: Queries.Policy.unfoldJudged)
      try database.execute(sql: Queries.Policy.forgetReadings)
      try Setting.policyRules.writeText(rules, database)
      try Setting.policyRead.write(-1, database)
    }
    guard !rules.isEmpty else { return }
    let from = try Setting.policyRead.read(database) ?? -1
    let candidates = try Statement(Queries.Policy.candidates, on: database)
    let insert = try Statement(Queries.Policy.insertReading, on: database)
    let unfold = try Statement(Queries.Ingest.insertUnfolded, on: database)
    var bytes = try RecordBytes(database, path: path)
    candidates.bind(from, at: 1)
    while try candidates.step() {
      let candidate = PolicyCandidate(
        source: Int(candidates.int(2)), mapping: candidates.optionalText(3),
        columns: candidates.optionalText(4),
        isEntry: candidates.optionalInt(1) == nil, bytes: try bytes.bytes(at: candidates.int(0)))
      guard let reading = try read(candidate) else { continue }
      insert.bind(candidates.int(0), at: 1)
      insert.bind(reading.verdict, at: 2)
      insert.bind(reading.risk, at: 3)
      try insert.run()
      if let finding = candidates.optionalInt(1) {
        unfold.bind(finding, at: 1)
        try unfold.run()
      }
    }
    try Setting.policyRead.write((try Setting.logSize.read(database) ?? 0) - 1, database)
  }

  /// Appends an entry unless the log has it.
  public func appendIfAbsent(_ entry: LogEntry) throws(StoreError) {
    let isThere: Bool = try write { database in
      let statement = try Statement(Queries.Log.notePosition, on: database)
      statement.bind(entry.type.rawValue, at: 1)
      statement.bind(entry.body, at: 2)
      return try statement.step() && statement.optionalInt(0) != nil
    }
    if !isThere { try append(entry) }
  }

  /// Appends an entry unless the latest one of its type says the same, byte for byte.
  public func appendIfNew(_ entry: LogEntry) throws(StoreError) {
    let latest: [UInt8]? = try write { database in
      let statement = try Statement(Queries.Log.latestNote, on: database)
      statement.bind(entry.type.rawValue, at: 1)
      return try statement.step() ? Array(statement.blob(0)) : nil
    }
    if latest != entry.body { try append(entry) }
  }
}
