import GRDB
import Queries

/// The embedded database: everything that was ever read, and what the fold made of it.
///
/// One file, no server. One process writes at a time (a second waits up to a minute); readers see the
/// last committed state. A transaction is either there or not: killed anywhere, the same inputs read
/// again give the same store.
public final class Store: Sendable {
  public let path: String
  let queue: DatabaseQueue

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// Opens the store at `path`, bringing an older one up to date.
  ///
  /// - Parameter create: makes a new store where there is none; otherwise that is an error.
  public static func open(at path: String, create: Bool) throws(StoreError) -> Store {
    if !create, !FileSystem.exists(path) {
      throw StoreError(
        .missing, path: path, reason: "there is no store here",
        hint: "make one with `closeout ingest --store \(path) PATH…`")
    }
    _ = MemoryStatistics.areOff
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try Migrations.migrate(queue, path: path)
      return Store(path: path, queue: queue)
    } catch {
      throw .from(error, path: path)
    }
  }

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "store"
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(60)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      // NORMAL in WAL mode: a power cut may lose the last transactions, never their order or wholeness,
      // and reading the inputs again restores them.
      try database.execute(sql: Queries.Connection.pragmas)
    }
    return configuration
  }

  /// A connection of its own to the store at a path, which can write.
  static func writer(_ path: String, label: String) throws -> DatabaseQueue {
    var configuration = configuration
    configuration.label = label
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Runs `body` on the writing connection, outside of a transaction.
  func write<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try queue.writeWithoutTransaction(body)
    } catch {
      throw .from(error, path: path)
    }
  }
}
