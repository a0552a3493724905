import Compression
import GRDB
import Queries
public import TransparencyLog

/// Gives the exact bytes of records back. For one thread at a time; digests the dictionaries once.
public struct RecordBytes: ~Copyable {
  private var decompressor: ZstdDecompressor
  private let find: Statement
  private let path: String
  /// The row that was read last: who asks in the order of the log reads each once.
  private var row = RecordBytesRow()

  init(_ database: Database, path: String) throws {
    let find = try Statement(Queries.Reading.recordBytes, on: database)
    var dictionaries: [ZstdDictionary] = []
    let stored = try Statement(Queries.Ingest.dictionaries, on: database)
    while try stored.step() { dictionaries.append(try ZstdDictionary(bytes: stored.blob(2))) }
    let decompressor = try ZstdDecompressor(dictionaries: dictionaries)
    self.decompressor = decompressor
    self.find = find
    self.path = path
  }

  /// The exact bytes of the record at a position of the log.
  public mutating func bytes(at position: Int64) throws(StoreError) -> [UInt8] {
    do {
      if row.frame(of: position) == nil { row = try row(of: position) }
      guard let frame = row.frame(of: position) else {
        throw StoreError(.corrupt, path: path, reason: "record \(position) has no bytes")
      }
      var bytes: [UInt8] = []
      try decompressor.decompress(row.frames, frame, maximumSize: Self.largest, into: &bytes)
      return bytes
    } catch {
      throw .from(error, path: path)
    }
  }
}

/// The bytes of records at consecutive positions, as a row of the store has them.
private struct RecordBytesRow {
  var first: Int64 = 0
  var frames: [UInt8] = []
  var ranges: [Range<Int>] = []

  func frame(of position: Int64) -> Range<Int>? {
    let index = Int(position - first)
    return ranges.indices.contains(index) ? ranges[index] : nil
  }
}

extension RecordBytes {
  /// No reader accepts a record larger than this, in bytes.
  private static let largest = 64 << 20

  /// The row that would have the record; empty where there is none.
  private func row(of position: Int64) throws -> RecordBytesRow {
    find.bind(position, at: 1)
    defer { find.reset() }
    guard try find.step() else { return RecordBytesRow() }
    var row = RecordBytesRow(first: find.int(0), frames: find.blob(1))
    var end = 0
    while end < row.frames.count {
      let frame = try ZstdFrame.first(of: row.frames, from: end)
      row.ranges.append(frame)
      end = frame.upperBound
    }
    return row
  }
}

extension Snapshot {
  /// A reader of records' exact bytes within this snapshot.
  public func recordBytes() throws(StoreError) -> RecordBytes {
    do {
      return try RecordBytes(database, path: path)
    } catch {
      throw .from(error, path: path)
    }
  }

  /// The tree of the log as this snapshot sees it.
  ///
  /// - Parameter size: as it was when it had so many entries, no more than it has; by default all of them.
  public func log(size: Int? = nil) throws(StoreError) -> TreeReader {
    do {
      let size = try size ?? Int(Setting.logSize.read(database) ?? 0)
      let database = database
      return TreeReader(size: size) { coordinate in try LogAppender.tile(coordinate, database).hashes }
    } catch {
      throw .from(error, path: path)
    }
  }
}
