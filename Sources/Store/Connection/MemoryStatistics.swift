import CSQLite

/// SQLite's account of the memory it takes: a lock for each piece, of which a row takes several.
enum MemoryStatistics {
  /// Whether it is off, for the whole process: nobody asks for it. Has to be looked at before the first connection
  /// is made; later SQLite refuses, and only time is lost.
  static let areOff = closeout_sqlite_without_memory_statistics() == SQLITE_OK
}
