import Remediation
import Store

/// Reads the store for requests, off the event loops and with bounds.
struct StoreReading: Sendable {
  let store: Store
  /// What time it is.
  let clock: @Sendable () -> Instant
  let lane: WorkLane

  /// The instant that pages and numbers are computed for: now, rounded down to the minute, so that the same
  /// store gives the same answer throughout a minute.
  var minute: Instant {
    let now = clock().milliseconds
    let length: Int64 = 60_000
    return Instant(milliseconds: now - (now % length + length) % length)
  }

  /// Reads one state of the store.
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (borrowing Snapshot) throws -> Result
  ) async throws -> Result {
    let asOf = minute
    return try await lane.run { try store.read(asOf: asOf, body) }
  }
}
