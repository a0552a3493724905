import GRDB
import Queries
import Remediation
import TransparencyLog

/// Finds the number of a finding, making one for a finding that was never seen.
///
/// Findings met in this run are remembered by the hash of their identity, so that the index is asked once
/// for each finding and not for each record; in a store's first load it is never asked.
struct FindingDirectory: ~Copyable {
  struct Entry {
    let id: Int64
    /// Findings are numbered from 1: 0 stands for none, and millions of entries stay small.
    private var number: Int64

    var violation: Int64? {
      get { number == 0 ? nil : number }
      set { number = newValue ?? 0 }
    }

    init(id: Int64, violation: Int64?) {
      self.id = id
      number = violation ?? 0
    }
  }

  /// So many findings are remembered at most, except in a first load.
  static let capacity = 1 << 20

  private let find: Statement
  private let insert: Statement
  private var known = HashTable<ShortHash, Entry>(filler: Entry(id: 0, violation: nil))
  private var isComplete: Bool
  private var productNumbers: NameTable

  init(_ database: Database, isFirstLoad: Bool) throws {
    let find = try Statement(Queries.Ingest.findingByUid, on: database)
    let insert = try Statement(Queries.Ingest.insertFinding, on: database)
    let productNumbers = try NameTable(Queries.Ingest.productId, database)
    self.find = find
    self.insert = insert
    self.productNumbers = productNumbers
    isComplete = isFirstLoad
  }

  var knownCount: Int { known.count }

  /// From now on the index is asked; what the memory held is let go.
  mutating func askIndex() {
    isComplete = false
    known.removeAll()
  }

  /// The finding's entry; a new one is given the violation that its first record names.
  mutating func entry(
    of identity: FindingIdentity, _ digest: Hash256, violation: Int64?
  ) throws -> Entry {
    let key = digest.short
    if let entry = known[key] { return entry }
    let uid = SubjectHash.finding(id: identity.id)
    let stored = isComplete ? nil : try stored(identity, uid)
    let entry = try stored ?? add(identity, uid, violation: violation)
    if !isComplete, known.count >= Self.capacity { known.removeAll() }
    known.set(entry, for: key)
    return entry
  }

  mutating func setViolation(_ violation: Int64, of finding: Hash256) {
    guard var entry = known[finding.short] else { return }
    entry.violation = violation
    known.set(entry, for: finding.short)
  }

  mutating func product(_ arn: String) throws -> Int64 {
    try productNumbers.id(of: arn)
  }

  private func stored(_ identity: FindingIdentity, _ uid: Int64) throws -> Entry? {
    find.bind(uid, at: 1)
    defer { find.reset() }
    while try find.step() {
      if find.text(1) == identity.id, find.text(2) == identity.productArn {
        return Entry(id: find.int(0), violation: find.optionalInt(3))
      }
    }
    return nil
  }

  private mutating func add(
    _ identity: FindingIdentity, _ uid: Int64, violation: Int64?
  ) throws -> Entry {
    insert.bind(identity.id, at: 1)
    insert.bind(uid, at: 2)
    insert.bind(try productNumbers.id(of: identity.productArn), at: 3)
    insert.bind(violation, at: 4)
    try insert.run()
    return Entry(id: insert.lastInsertedRow, violation: violation)
  }
}
