import GRDB
import Queries
public import Remediation
public import TransparencyLog

extension Store {
  /// Computes everything again that can be computed twice, and remembers whether the log was intact and when
  /// that was found out.
  ///
  /// - Parameters:
  ///   - checkpoints: those that the log has to agree with, their signatures checked by the caller.
  ///   - instant: now.
  ///   - read: reads a record's bytes again; nil when its reader makes nothing of them.
  public func check(
    against checkpoints: [Checkpoint], at instant: Instant,
    read: (StoredRecord) throws -> PreparedRecord.Content?
  ) throws(StoreError) -> StoreCheck {
    try foldIfPending()
    do {
      let report = try reading { database in
        var checking = try StoreChecking(database, path: path)
        try checking.checkLog(read)
        try checking.check(against: checkpoints)
        try checking.checkDerived()
        return checking.report
      }
      try write { database in
        try Setting.logIntact.write(report.isLogIntact ? 1 : 0, database)
        try Setting.logVerifiedAt.write(instant.milliseconds, database)
      }
      return report
    } catch {
      throw .from(error, path: path)
    }
  }

  /// One state of the store, on a connection that writes nothing.
  private func reading<Result>(_ body: (Database) throws -> Result) throws -> Result {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.label = "check"
    configuration.busyMode = .timeout(60)
    configuration.prepareDatabase { database in try database.execute(sql: Queries.Connection.pragmas) }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    return try queue.inDatabase { database in
      try database.execute(sql: Queries.Connection.allowTemporary)
      try database.beginTransaction(.deferred)
      defer { try? database.rollback() }
      return try body(database)
    }
  }
}

/// A record's exact bytes, and by what they were read.
public struct StoredRecord: Sendable {
  public var bytes: [UInt8]
  /// The number that stands in the store for the reader that accepted it.
  public var source: Int
  /// The text of the mapping that it was read with.
  public var mapping: String?
  /// The names of the columns that it stood under, as a JSON array.
  public var columns: String?
}
