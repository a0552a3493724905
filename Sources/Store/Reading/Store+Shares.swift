import Dispatch
import GRDB
import Queries
public import Remediation

extension Store {
  /// Reads the store as it stood at an instant in two parts at once, each with a snapshot and a thread of its own,
  /// for there are more cores than one.
  ///
  /// Both snapshots see one state of the store. Where somebody wrote while they began, one reads the whole.
  ///
  /// - Returns: what `body` made of the first share and of the second, or of the whole.
  public func shares<Result: Sendable>(
    asOf: Instant, window: Window = .allTime, knownAt: Instant? = nil,
    _ body: @escaping @Sendable (borrowing Snapshot, SnapshotShare) throws -> Result
  ) throws(StoreError) -> [Result] {
    try foldIfPending()
    let second = SecondReader<Result>(path) { [path] database in
      try body(
        Snapshot(asOf: asOf, window: window, knownAt: knownAt, database: database, path: path), .second)
    }
    do {
      return try Self.reader(path, label: "snapshot").inDatabase { database in
        second.waitUntilReady()
        try database.beginTransaction(.deferred)
        defer { try? database.rollback() }
        _ = try Self.dataVersion(database)
        let isShared = second.begin()
        let result = try body(
          Snapshot(asOf: asOf, window: window, knownAt: knownAt, database: database, path: path),
          isShared ? .first : .whole)
        return isShared ? try [result] + second.results() : [result]
      }
    } catch {
      second.stop()
      throw .from(error, path: path)
    }
  }

  /// A number that differs from the one before on the same connection where somebody has written meanwhile. Begins
  /// to read, where a transaction has begun.
  fileprivate static func dataVersion(_ database: Database) throws -> Int64? {
    try Int64.fetchOne(database, sql: Queries.Connection.dataVersion)
  }
}

/// The reader of the second share: it looks at the store before the first begins to read and begins after it, so that
/// both see the same where nothing was written between its looks.
private struct SecondReader<Result: Sendable> {
  private let isReady = Handoff<Void>()
  private let hasBegun = Handoff<Void>()
  private let isShared = Handoff<Bool>()
  private let result = Handoff<Swift.Result<Result?, any Error>>()

  init(_ path: String, _ body: @escaping @Sendable (Database) throws -> Result) {
    // A queue of its own: the global one has a thread for each core, and they may all be waiting.
    DispatchQueue(label: "snapshot.second").async { [self] in
      result.send(Swift.Result { try read(path, body) })
      // Who asks again, because the answer was an error, does not wait.
      result.close()
    }
  }

  private func read(_ path: String, _ body: (Database) throws -> Result) throws -> Result? {
    // Whoever waits for an answer that never comes reads the whole.
    defer {
      isReady.close()
      isShared.close()
    }
    return try Store.reader(path, label: "snapshot.second").inDatabase { database in
      let version = try Store.dataVersion(database)
      isReady.send(())
      guard hasBegun.receive() != nil else { return nil }
      try database.beginTransaction(.deferred)
      defer { try? database.rollback() }
      let isSame = try Store.dataVersion(database) == version
      isShared.send(isSame)
      return isSame ? try body(database) : nil
    }
  }

  func waitUntilReady() { _ = isReady.receive() }

  /// Lets it begin; whether it sees what the caller does.
  func begin() -> Bool {
    hasBegun.send(())
    return isShared.receive() ?? false
  }

  /// What it made of its share; nothing where it has none.
  func results() throws -> [Result] {
    try result.receive()?.get().map { [$0] } ?? []
  }

  /// Waits for it to end.
  func stop() {
    hasBegun.close()
    _ = result.receive()
  }
}
