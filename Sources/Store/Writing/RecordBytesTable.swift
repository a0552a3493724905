import GRDB
import Queries

/// The exact bytes of records: frames of records at consecutive positions, some in each row.
struct RecordBytesTable: ~Copyable {
  /// A row of this size fills a few pages, and who wants one record reads no more than that.
  private static let rowBytes = 8 << 10

  private let insert: Statement
  private var first: Int64 = 0
  private var next: Int64 = 0
  private var frames: [UInt8] = []

  init(_ database: Database) throws {
    insert = try Statement(Queries.Ingest.insertRecordBytes, on: database)
    frames.reserveCapacity(2 * Self.rowBytes)
  }

  /// Adds the frame of one record.
  mutating func append(_ frame: ArraySlice<UInt8>, at position: Int64) throws {
    if position != next || frames.count >= Self.rowBytes { try flush() }
    if frames.isEmpty { first = position }
    frames.append(contentsOf: frame)
    next = position + 1
  }

  mutating func flush() throws {
    guard !frames.isEmpty else { return }
    insert.bind(first, at: 1)
    insert.bind(next - first, at: 2)
    insert.bind(frames, at: 3)
    try insert.run()
    frames.removeAll(keepingCapacity: true)
  }
}
