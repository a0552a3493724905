import GRDB
import Queries
import Remediation
import TransparencyLog

/// Where records came from, and which of them are there.
struct RecordTable: ~Copyable {
  private let byPrefix: Statement
  private var rows: IntegerRows
  private let insertDelivery: Statement
  private var bytes: RecordBytesTable
  private var mapping: Int64?
  /// Set during a store's first load, when there is no index to ask.
  private var loaded: LoadedPositions?

  /// - Parameter isFirstLoad: the store is empty and its indexes are not there yet.
  init(_ database: Database, isFirstLoad: Bool) throws {
    let byPrefix = try Statement(Queries.Ingest.recordByPrefix, on: database)
    let rows = try IntegerRows(
      Queries.Ingest.insertRecord, columns: 8, gathers: isFirstLoad, on: database)
    let insertDelivery = try Statement(Queries.Ingest.insertDelivery, on: database)
    let bytes = try RecordBytesTable(database)
    self.byPrefix = byPrefix
    self.rows = rows
    self.insertDelivery = insertDelivery
    self.bytes = bytes
    loaded = isFirstLoad ? LoadedPositions() : nil
  }

  /// How many records the memory holds.
  var loadedCount: Int { loaded?.count ?? 0 }

  /// From now on the index is asked; what the memory held is let go.
  mutating func askIndex() throws {
    try rows.stopGathering()
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
    rows.append(position)
    rows.append(Int64(bitPattern: record.leaf.prefix))
    rows.append(record.source)
    rows.append(mapping)
    rows.append(file)
    rows.append(record.line)
    rows.append(record.byteOffset)
    rows.append(record.envelopeTime?.milliseconds)
    try rows.endRow()
    loaded?.insert(record.leaf.prefix, at: position)
    try bytes.append(compressed[record.compressed], at: position)
  }

  /// Writes the rows that are still gathered; before somebody looks for one.
  mutating func flushRows() throws {
    try rows.flush()
  }

  /// Writes what is still gathered; before each commit.
  mutating func flush() throws {
    try flushRows()
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
