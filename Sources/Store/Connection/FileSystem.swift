import Glibc

/// What the store asks of the file system.
enum FileSystem {
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// The sizes of the store's file and its write-ahead log together, in bytes.
  static func size(ofStore path: String) -> Int64 {
    [path, path + "-wal"].reduce(into: 0) { total, file in
      var status = stat()
      if stat(file, &status) == 0 { total += Int64(status.st_size) }
    }
  }

  /// Whether SQLite finds a folder for temporary files where it looks for one: a container's file system may be one
  /// that nobody writes to.
  static var hasTemporaryFolder: Bool {
    let named = ["SQLITE_TMPDIR", "TMPDIR"].compactMap { (name: String) in
      getenv(name).map { String(cString: $0) }
    }
    return (named + ["/var/tmp", "/usr/tmp", "/tmp", "."]).contains { access($0, W_OK | X_OK) == 0 }
  }
}
