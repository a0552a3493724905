import Foundation
import Store

/// A token that changes whenever something was written to the store, by any process.
///
/// SQLite's own files tell: each commit changes the size or the time of the database or of its write-ahead
/// log. Reading it costs two calls of the system and opens nothing.
struct StoreVersion: Hashable, Sendable {
  private let marks: [FileMark?]

  init(of store: Store) {
    marks = [FileMark(path: store.path), FileMark(path: store.path + "-wal")]
  }
}

/// What tells that a file is still the same: its number, its size, its time.
struct FileMark: Hashable, Sendable {
  let number: UInt64
  let size: Int64
  /// Nanoseconds since 1970 of the last change.
  let changed: Int64

  /// Nil where there is no regular file.
  init?(path: String) {
    guard let status = try? FileManager.default.attributesOfItem(atPath: path),
      status[.type] as? FileAttributeType == .typeRegular,
      let number = status[.systemFileNumber] as? NSNumber, let size = status[.size] as? NSNumber,
      let changed = status[.modificationDate] as? Date
    else { return nil }
    self.number = number.uint64Value
    self.size = size.int64Value
    self.changed = Int64(changed.timeIntervalSince1970 * 1e9)
  }

  init(number: UInt64, size: Int64, changed: Int64) {
    self.number = number
    self.size = size
    self.changed = changed
  }
}
