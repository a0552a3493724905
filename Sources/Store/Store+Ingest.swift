import GRDB
import Queries
public import Remediation

extension Store {
  /// Runs an ingest: `body` appends files and batches to the session, folds and finishes it.
  ///
  /// - Parameter startedAt: when the run began; nothing but its row depends on it.
  public func ingest<Result>(
    startedAt: Instant, _ body: (inout IngestSession) throws -> Result
  ) throws(StoreError) -> Result {
    try write { database in
      // A first load sets the connection up in its own way.
      defer { try? database.execute(sql: Queries.Connection.pragmas) }
      do {
        // Inside: what fails while it begins a transaction leaves none behind.
        var session = try IngestSession(database, path: path, startedAt: startedAt)
        let result = try body(&session)
        if database.isInsideTransaction { try database.commit() }
        return result
      } catch {
        if database.isInsideTransaction { try? database.rollback() }
        throw error
      }
    }
  }
}
