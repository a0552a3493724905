import Compression
import GRDB
import Queries
public import TransparencyLog

/// Gives the exact bytes of records back. For one thread at a time; digests the dictionaries once.
public struct RecordBytes: ~Copyable {
  private var decompressor: ZstdDecompressor
  private let find: Statement
  private let path: String

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
      find.bind(position, at: 1)
      defer { find.reset() }
      guard try find.step() else { throw missing(position) }
      let frames = find.blob(1)
      var frame = 0..<0
      for _ in find.int(0)...position {
        guard frame.upperBound < frames.count else { throw missing(position) }
        frame = try ZstdFrame.first(of: frames, from: frame.upperBound)
      }
      var bytes: [UInt8] = []
      try decompressor.decompress(frames, frame, maximumSize: Self.largest, into: &bytes)
      return bytes
    } catch {
      throw .from(error, path: path)
    }
  }
}

extension RecordBytes {
  /// No reader accepts a record larger than this, in bytes.
  private static let largest = 64 << 20

  private func missing(_ position: Int64) -> StoreError {
    StoreError(.corrupt, path: path, reason: "record \(position) has no bytes")
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
