import GRDB
import Queries
import Remediation
import TransparencyLog

/// Finds the number of a violation, making one for a violation that was never seen.
struct ViolationDirectory: ~Copyable {
  private let find: Statement
  private let row: Statement
  private let insert: Statement
  private let insertSubject: Statement
  private let nameAccount: Statement
  /// In four bytes, for there are millions; numbers beyond them, which no first load comes to, are asked for again.
  private var known = HashTable<ShortHash, UInt32>(filler: 0)
  private var isComplete: Bool
  private var accounts: NameTable
  private var regions: NameTable
  private var controls: NameTable
  private var accountNames: [ExactText: NamedAccount] = [:]

  private struct NamedAccount {
    var name: String
    var at: Instant
    var isWritten = false

    /// Whether it gives way to another name: the later one counts, of one instant the greater.
    func yields(to name: String, _ instant: Instant) -> Bool {
      at < instant || at == instant && self.name.utf8.lexicographicallyPrecedes(name.utf8)
    }
  }

  init(_ database: Database, isFirstLoad: Bool) throws {
    let find = try Statement(Queries.Ingest.violationBySubject, on: database)
    let row = try Statement(Queries.Ingest.violationById, on: database)
    let insert = try Statement(Queries.Ingest.insertViolation, on: database)
    let insertSubject = try Statement(Queries.Ingest.insertViolationSubject, on: database)
    let nameAccount = try Statement(Queries.Ingest.nameAccount, on: database)
    let accounts = try NameTable(Queries.Ingest.accountId, database)
    let regions = try NameTable(Queries.Ingest.regionId, database)
    let controls = try NameTable(Queries.Ingest.controlId, database)
    self.find = find
    self.row = row
    self.insert = insert
    self.insertSubject = insertSubject
    self.nameAccount = nameAccount
    self.accounts = accounts
    self.regions = regions
    self.controls = controls
    isComplete = isFirstLoad
  }

  /// From now on the index is asked; what the memory held is let go.
  mutating func askIndex() {
    isComplete = false
    known.removeAll()
  }

  /// - Parameter likely: the violation that the record's finding is known to belong to: as a rule it is the one.
  mutating func id(of key: ViolationKey, _ digest: Hash256, likely: Int64?) throws -> Int64 {
    if let id = known[digest.short] { return Int64(id) }
    let resources = NameList.json(key.resources)
    let stored = isComplete ? nil : try stored(key, resources, likely)
    let id = try stored ?? add(key, resources)
    if !isComplete, known.count >= FindingDirectory.capacity { known.removeAll() }
    if let number = UInt32(exactly: id) { known.set(number, for: digest.short) }
    return id
  }

  /// Names an account; the latest record that names it decides, whatever the order of arrival.
  ///
  /// Nearly every record of an export names one and is later than those before it: the names are written with the
  /// transaction.
  mutating func name(account: String, _ name: String, at instant: Instant) {
    let account = ExactText(account)
    guard accountNames[account]?.yields(to: name, instant) ?? true else { return }
    accountNames[account] = NamedAccount(name: name, at: instant)
  }

  /// Writes the names that are new; before each commit.
  mutating func writeNames() throws {
    for (account, named) in accountNames where !named.isWritten {
      nameAccount.bind(try accounts.id(of: account.text), at: 1)
      nameAccount.bind(named.name, at: 2)
      nameAccount.bind(named.at.milliseconds, at: 3)
      try nameAccount.run()
      accountNames[account]?.isWritten = true
    }
  }

  private mutating func stored(
    _ key: ViolationKey, _ resources: String, _ likely: Int64?
  ) throws -> Int64? {
    let account = try accounts.id(of: key.account)
    let (region, control) = (try regions.id(of: key.region), try controls.id(of: key.control))
    func first(of statement: borrowing Statement) throws -> Int64? {
      defer { statement.reset() }
      while try statement.step() {
        if statement.int(2) == account, statement.int(3) == region, statement.int(4) == control,
          statement.text(5).hasSameBytes(as: resources), statement.text(1).hasSameBytes(as: key.partition)
        {
          return statement.int(0)
        }
      }
      return nil
    }
    if let likely {
      row.bind(likely, at: 1)
      if let id = try first(of: row) { return id }
    }
    find.bind(SubjectHash.resources(control: key.control, resources: key.resources), at: 1)
    return try first(of: find)
  }

  private mutating func add(_ key: ViolationKey, _ resources: String) throws -> Int64 {
    insert.bind(SubjectHash.resources(control: key.control, resources: key.resources), at: 1)
    insert.bind(key.partition, at: 2)
    insert.bind(try accounts.id(of: key.account), at: 3)
    insert.bind(try regions.id(of: key.region), at: 4)
    insert.bind(try controls.id(of: key.control), at: 5)
    insert.bind(resources, at: 6)
    try insert.run()
    let id = insert.lastInsertedRow
    guard key.resources.count > 1 else { return id }
    // A ledger may name any one of them.
    for resource in key.resources {
      insertSubject.bind(SubjectHash.resources(control: key.control, resources: [resource]), at: 1)
      insertSubject.bind(id, at: 2)
      try insertSubject.run()
    }
    return id
  }
}
