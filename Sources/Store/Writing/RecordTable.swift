import GRDB
import Queries
import Remediation
import TransparencyLog

/// Where records came from, and which of them are there.
struct RecordTable: ~Copyable {
  private let byPrefix: Statement
  private let insert: Statement
  private let insertDelivery: Statement
  private var bytes: RecordBytesTable
  private var mapping: Int64?
  /// Set during a store's first load, when there is no index to ask.
  private var loaded: LoadedPositions?

  /// - Parameter isFirstLoad: the store is empty and its indexes are not there yet.
  init(_ database: Database, isFirstLoad: Bool) throws {
    let byPrefix = try Statement(Queries.Ingest.recordByPrefix, on: database)
    let insert = try Statement(Queries.Ingest.insertRecord, on: database)
    let insertDelivery = try Statement(Queries.Ingest.insertDelivery, on: database)
    let bytes = try RecordBytesTable(database)
    self.byPrefix = byPrefix
    self.insert = insert
    self.insertDelivery = insertDelivery
    self.bytes = bytes
    loaded = isFirstLoad ? LoadedPositions() : nil
  }

  /// How many records the memory holds.
  var loadedCount: Int { loaded?.count ?? 0 }

  /// From now on the index is asked; what the memory held is let go.
  mutating func askIndex() {
    loaded = nil
  }

  mutating func useMapping(_ text: String?, _ database: Database) throws {
    guard let text else {
      mapping = nil
      return
    }
    let upsert = try Statement(Queries.Ingest.mappingId, on: database)
    upsert.bind(Hash256(sha256: Array(text.utf8)).bytes, at: 1)
    upsert.bind(text, at: 2)
    _ = try upsert.step()
    mapping = upsert.int(0)
  }

  /// Where the store has these bytes already; nil when it does not.
  mutating func position(of leaf: LeafHash, _ log: inout LogAppender) throws -> Int64? {
    if let loaded {
      return try loaded.first(of: leaf.prefix) { try log.leaf(at: $0) == leaf ? $0 : nil }
    }
    byPrefix.bind(Int64(bitPattern: leaf.prefix), at: 1)
    defer { byPrefix.reset() }
    while try byPrefix.step() {
      let position = byPrefix.int(0)
      if try log.leaf(at: position) == leaf { return position }
    }
    return nil
  }

  mutating func insert(
    _ record: PreparedRecord, at position: Int64, file: Int64, compressed: [UInt8]
  ) throws {
    insert.bind(position, at: 1)
    insert.bind(Int64(bitPattern: record.leaf.prefix), at: 2)
    insert.bind(record.source, at: 3)
    insert.bind(mapping, at: 4)
    insert.bind(file, at: 5)
    insert.bind(record.line, at: 6)
    insert.bind(record.byteOffset, at: 7)
    insert.bind(record.envelopeTime?.milliseconds, at: 8)
    try insert.run()
    loaded?.insert(record.leaf.prefix, at: position)
    try bytes.append(compressed[record.compressed], at: position)
  }

  /// Writes what is still gathered; before each commit.
  mutating func flush() throws {
    try bytes.flush()
  }

  func deliver(_ record: PreparedRecord, again position: Int64, file: Int64) throws {
    insertDelivery.bind(file, at: 1)
    insertDelivery.bind(position, at: 2)
    insertDelivery.bind(record.line, at: 3)
    insertDelivery.bind(record.envelopeTime?.milliseconds, at: 4)
    try insertDelivery.run()
  }
}
