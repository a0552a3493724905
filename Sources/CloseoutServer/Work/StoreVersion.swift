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
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    number = UInt64(status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Darwin)
      changed = Int64(status.st_mtimespec.tv_sec) * 1_000_000_000 + Int64(status.st_mtimespec.tv_nsec)
    #else
      changed = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    #endif
  }

  init(number: UInt64, size: Int64, changed: Int64) {
    self.number = number
    self.size = size
    self.changed = changed
  }
}
