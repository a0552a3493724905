import GRDB
import Queries
import Remediation
import TransparencyLog

/// Where records came from.
struct RecordTable: ~Copyable {
  private var rows: IntegerRows
  private let insertDelivery: Statement
  private var bytes: RecordBytesTable
  private var mapping: Int64?

  init(_ database: Database) throws {
    let rows = try IntegerRows(Queries.Ingest.insertRecord, columns: 7, on: database)
    let insertDelivery = try Statement(Queries.Ingest.insertDelivery, on: database)
    let bytes = try RecordBytesTable(database)
    self.rows = rows
    self.insertDelivery = insertDelivery
    self.bytes = bytes
  }

  mutating func useMapping(_ text: String?, _ database: Database) throws {
    guard let text else {
      mapping = nil
      return
    }
    let upsert = try Statement(Queries.Ingest.mappingId, on: database)
    upsert.bind(Hash256(sha256: Array(text.utf8)), at: 1)
    upsert.bind(text, at: 2)
    _ = try upsert.step()
    mapping = upsert.int(0)
  }

  mutating func insert(
    _ record: PreparedRecord, at position: Int64, file: Int64, compressed: [UInt8]
  ) throws {
    rows.append(position)
    rows.append(record.source)
    rows.append(mapping)
    rows.append(file)
    rows.append(record.line)
    rows.append(record.byteOffset)
    rows.append(record.envelopeTime?.milliseconds)
    try rows.endRow()
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
