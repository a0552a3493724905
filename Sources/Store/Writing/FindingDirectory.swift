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
    var violation: Int64?
  }

  /// An entry in eight bytes, for there are millions.
  private struct Kept {
    let id: UInt32
    /// Violations are numbered from 1: 0 stands for none.
    let violation: UInt32

    static let none = Kept(id: 0, violation: 0)

    var entry: Entry { Entry(id: Int64(id), violation: violation == 0 ? nil : Int64(violation)) }
  }

  /// So many findings are remembered at most, except in a first load.
  static let capacity = 1 << 20

  private let find: Statement
  private let insert: Statement
  private var known = HashTable<ShortHash, Kept>(filler: .none)
  private var isComplete: Bool
  /// The finding that was looked for last and that the store does not have.
  private var missed: ShortHash?
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

  /// The entry of a finding that was seen before; nil for another.
  mutating func entry(of identity: FindingIdentity, _ digest: Hash256) throws -> Entry? {
    if let kept = known[digest.short] { return kept.entry }
    guard !isComplete, missed != digest.short else { return nil }
    guard let entry = try stored(identity) else {
      missed = digest.short
      return nil
    }
    remember(entry, digest)
    return entry
  }

  /// Adds a finding that was never seen, with the violation that its first record names.
  mutating func add(_ identity: FindingIdentity, _ digest: Hash256, violation: Int64?) throws -> Entry {
    insert.bind(identity.id, at: 1)
    insert.bind(SubjectHash.finding(id: identity.id), at: 2)
    insert.bind(try product(identity.productArn), at: 3)
    insert.bind(violation, at: 4)
    try insert.run()
    let entry = Entry(id: insert.lastInsertedRow, violation: violation)
    remember(entry, digest)
    missed = nil
    return entry
  }

  /// Numbers beyond four bytes, which no first load comes to, are asked for again.
  private mutating func remember(_ entry: Entry, _ digest: Hash256) {
    guard let id = UInt32(exactly: entry.id), let violation = UInt32(exactly: entry.violation ?? 0) else {
      return
    }
    if !isComplete, known.count >= Self.capacity { known.removeAll() }
    known.set(Kept(id: id, violation: violation), for: digest.short)
  }

  mutating func setViolation(_ violation: Int64, of finding: Hash256) {
    guard let kept = known[finding.short] else { return }
    remember(Entry(id: Int64(kept.id), violation: violation), finding)
  }

  mutating func product(_ arn: String) throws -> Int64 {
    try productNumbers.id(of: arn)
  }

  private mutating func stored(_ identity: FindingIdentity) throws -> Entry? {
    let product = try product(identity.productArn)
    find.bind(SubjectHash.finding(id: identity.id), at: 1)
    defer { find.reset() }
    while try find.step() {
      if find.int(2) == product, find.text(1).hasSameBytes(as: identity.id) {
        return Entry(id: find.int(0), violation: find.optionalInt(3))
      }
    }
    return nil
  }
}
