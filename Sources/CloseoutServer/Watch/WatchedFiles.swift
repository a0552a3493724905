/// Which files of a folder are ready to be read: a function of what successive looks at the folder found.
///
/// A file is taken when two looks in a row found it the same, and again whenever it has changed since;
/// reading a file again is harmless. Half-written files wait.
struct WatchedFiles: Sendable, Equatable {
  private var lastSeen: [String: FileMark] = [:]
  private var taken: [String: FileMark] = [:]

  /// Notes what a look found.
  ///
  /// - Returns: the paths that are ready, sorted.
  mutating func look(_ found: [String: FileMark]) -> [String] {
    let ready = found.filter { path, mark in lastSeen[path] == mark && taken[path] != mark }
    lastSeen = found
    taken = taken.filter { found[$0.key] != nil }
    return ready.keys.sorted()
  }

  /// Notes that files were read as they were last seen, whatever came of it.
  mutating func took(_ paths: [String]) {
    for path in paths { taken[path] = lastSeen[path] }
  }
}
