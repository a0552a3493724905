import GRDB
public import Remediation

extension Store {
  /// Runs an ingest: what `body` appends is written, then folded, then receipted.
  ///
  /// - Parameters:
  ///   - startedAt: when the run began; the receipt's clock, nothing else depends on it.
  ///   - body: appends files and batches to the session.
  ///   - receipt: makes the receipt's JSON out of what `body` returned and the number of violations folded.
  ///   - finishedAt: gives the time at which the run ended.
  public func ingest<Result>(
    startedAt: Instant,
    _ body: (inout IngestSession) throws -> Result,
    receipt: (Result, _ violations: Int) -> String,
    finishedAt: () -> Instant
  ) throws(StoreError) -> (result: Result, violations: Int) {
    try write { database in
      var session = try IngestSession(database, startedAt: startedAt)
      do {
        let result = try body(&session)
        let violations = try session.fold()
        try session.finish(receipt: receipt(result, violations), at: finishedAt())
        return (result, violations)
      } catch {
        if database.isInsideTransaction { try? database.rollback() }
        throw error
      }
    }
  }
}
