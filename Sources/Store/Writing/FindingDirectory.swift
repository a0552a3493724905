import GRDB
import Queries
import Remediation
import TransparencyLog

/// Finds the number of a finding, making one for a finding that was never seen.
///
/// Findings met in this run are remembered by the hash of their identity, so that a bulk load asks the
/// index once for each finding and not for each record.
struct FindingDirectory: ~Copyable {
  struct Entry {
    let id: Int64
    var violation: Int64?
  }

  private let find: Statement
  private let insert: Statement
  private var known: [Hash256: Entry] = [:]
  private var productNumbers: NameTable

  init(_ database: Database) throws {
    let find = try Statement(Queries.Ingest.findingByUid, on: database)
    let insert = try Statement(Queries.Ingest.insertFinding, on: database)
    let productNumbers = try NameTable(Queries.Ingest.productId, database)
    self.find = find
    self.insert = insert
    self.productNumbers = productNumbers
  }

  /// The finding's entry; a new one is given the violation that its first record names.
  mutating func entry(
    of identity: FindingIdentity, _ keys: ObservationKeys, violation: Int64?
  ) throws -> Entry {
    if let entry = known[keys.finding] { return entry }
    let entry = try stored(identity, keys) ?? add(identity, keys, violation: violation)
    known[keys.finding] = entry
    return entry
  }

  mutating func setViolation(_ violation: Int64, of finding: Hash256) {
    known[finding]?.violation = violation
  }

  mutating func product(_ arn: String) throws -> Int64 {
    try productNumbers.id(of: arn)
  }

  private func stored(_ identity: FindingIdentity, _ keys: ObservationKeys) throws -> Entry? {
    find.bind(keys.uid, at: 1)
    defer { find.reset() }
    while try find.step() {
      if find.text(1) == identity.id, find.text(2) == identity.productArn {
        return Entry(id: find.int(0), violation: find.optionalInt(3))
      }
    }
    return nil
  }

  private mutating func add(
    _ identity: FindingIdentity, _ keys: ObservationKeys, violation: Int64?
  ) throws -> Entry {
    insert.bind(identity.id, at: 1)
    insert.bind(keys.uid, at: 2)
    insert.bind(try productNumbers.id(of: identity.productArn), at: 3)
    insert.bind(violation, at: 4)
    try insert.run()
    return Entry(id: insert.lastInsertedRow, violation: violation)
  }
}
