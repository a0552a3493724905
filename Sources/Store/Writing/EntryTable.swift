import GRDB
import Queries
import Remediation
import TransparencyLog

/// What ledger entries say. Of several lines about one event the one with the smallest hash counts.
struct EntryTable: ~Copyable {
  private let insert: Statement
  private let byPrefix: Statement
  private let sameEvent: Statement
  private let entryAt: Statement
  private let setConflicting: Statement
  private var pipelines: NameTable
  /// By what their leaves begin with, and by the hash of source and id. Set during a store's first load, when there
  /// is no index to ask.
  private var loaded: (leaves: LoadedPositions, events: LoadedPositions)?

  init(_ database: Database, isFirstLoad: Bool) throws {
    let insert = try Statement(Queries.Ingest.insertLedgerEntry, on: database)
    let byPrefix = try Statement(Queries.Ingest.entryByPrefix, on: database)
    let sameEvent = try Statement(Queries.Ingest.entriesByUid, on: database)
    let entryAt = try Statement(Queries.Ingest.entryAt, on: database)
    let setConflicting = try Statement(Queries.Ingest.setConflicting, on: database)
    let pipelines = try NameTable(Queries.Ingest.pipelineId, database)
    self.insert = insert
    self.byPrefix = byPrefix
    self.sameEvent = sameEvent
    self.entryAt = entryAt
    self.setConflicting = setConflicting
    self.pipelines = pipelines
    loaded = isFirstLoad ? (LoadedPositions(), LoadedPositions()) : nil
  }

  /// How many entries the memory holds.
  var loadedCount: Int { loaded?.leaves.count ?? 0 }

  /// From now on the indexes are asked; what the memory held is let go.
  mutating func askIndex() {
    loaded = nil
  }

  /// Where the store has the bytes of an entry already; nil when it does not.
  func position(of leaf: LeafHash, _ log: inout LogAppender) throws -> Int64? {
    if let leaves = loaded?.leaves { return try leaves.first(of: leaf, in: &log) }
    byPrefix.bind(Int64(bitPattern: leaf.prefix), at: 1)
    return try byPrefix.first(of: leaf, in: &log)
  }

  /// Writes an entry; returns whether another line of the same event was there.
  mutating func insert(
    _ entry: borrowing LedgerEntry, _ keys: EntryKeys, at position: Int64, leaf: LeafHash, product: Int64?
  ) throws -> Bool {
    let pipeline = try pipelines.id(of: entry.source)
    let rival = try smallestRival(entry.id, keys, pipeline)
    let isSmallest = rival.map { leaf.prefix < $0.prefix } ?? true
    if let rival, isSmallest { try mark(rival.position, isConflicting: true) }
    insert.bind(position, at: 1)
    insert.bind(Int64(bitPattern: leaf.prefix), at: 2)
    insert.bind(pipeline, at: 3)
    insert.bind(entry.id, at: 4)
    insert.bind(keys.uid, at: 5)
    insert.bind(!isSmallest, at: 6)
    insert.bind(entry.type.rawValue, at: 7)
    insert.bind(entry.time.milliseconds, at: 8)
    insert.bind(entry.subject.kind, at: 9)
    insert.bind(keys.subject, at: 10)
    insert.bind(product, at: 11)
    insert.bind(entry.correlation, at: 12)
    insert.bind(entry.attempt?.attempt, at: 13)
    insert.bind(entry.attempt?.mode?.rawValue, at: 14)
    insert.bind(entry.attempt?.executor?.rawValue, at: 15)
    insert.bind(entry.attempt?.workflow, at: 16)
    insert.bind(entry.attempt?.workflowVersion, at: 17)
    insert.bind(entry.attempt?.started?.milliseconds, at: 18)
    insert.bind(entry.attempt?.ended?.milliseconds, at: 19)
    insert.bind(entry.outcome?.rawValue, at: 20)
    insert.bind(entry.reason, at: 21)
    insert.bind(entry.trigger, at: 22)
    insert.bind(entry.lane, at: 23)
    insert.bind(entry.decision, at: 24)
    insert.bind(entry.verdict?.rawValue, at: 25)
    insert.bind(entry.reviewedBy, at: 26)
    insert.bind(entry.actor, at: 27)
    insert.bind(entry.team, at: 28)
    insert.bind(entry.ticket, at: 29)
    insert.bind(entry.due?.milliseconds, at: 30)
    insert.bind(entry.expires?.milliseconds, at: 31)
    insert.bind(entry.gateResult, at: 32)
    insert.bind(entry.chain?.sequence, at: 33)
    insert.bind(entry.chain?.previousHash, at: 34)
    insert.bind(entry.chain?.hash, at: 35)
    insert.bind(entry.chain.map { $0.isIntact ? 1 : 0 }, at: 36)
    try insert.run()
    loaded?.leaves.insert(leaf.prefix, at: position)
    loaded?.events.insert(UInt64(bitPattern: keys.uid), at: position)
    return rival != nil
  }

  private func smallestRival(
    _ id: String, _ keys: EntryKeys, _ pipeline: Int64
  ) throws -> (position: Int64, prefix: UInt64)? {
    guard let events = loaded?.events else {
      sameEvent.bind(keys.uid, at: 1)
      return try Self.counting(sameEvent, pipeline, id)
    }
    return try events.first(of: UInt64(bitPattern: keys.uid)) { position in
      entryAt.bind(position, at: 1)
      return try Self.counting(entryAt, pipeline, id)
    }
  }

  /// The one line that counts among those that a statement finds of an event.
  private static func counting(
    _ lines: borrowing Statement, _ pipeline: Int64, _ id: String
  ) throws -> (position: Int64, prefix: UInt64)? {
    lines.bind(pipeline, at: 2)
    lines.bind(id, at: 3)
    defer { lines.reset() }
    while try lines.step() {
      if lines.int(2) == 0 { return (lines.int(0), UInt64(bitPattern: lines.int(1))) }
    }
    return nil
  }

  private func mark(_ position: Int64, isConflicting: Bool) throws {
    setConflicting.bind(position, at: 1)
    setConflicting.bind(isConflicting, at: 2)
    try setConflicting.run()
  }
}

extension LedgerSubject {
  /// The number that stands in the store: 0 nothing, 1 a finding, 2 a control on a resource.
  var kind: Int {
    switch self {
    case .none: 0
    case .finding: 1
    case .resource: 2
    }
  }
}
