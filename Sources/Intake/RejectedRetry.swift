import Ingest
public import Store

/// Reads rejected records again: after an update of the readers, or with a mapping that was missing.
///
/// What is read now becomes a record like any other; what is not stays rejected, as it is.
public struct RejectedRetry: Sendable {
  /// What became of the rejected records.
  public struct Outcome: Sendable, Equatable {
    /// The numbers of those that are records now.
    public var accepted: [Int64] = []
    /// How many are still rejected.
    public var remaining = 0
    public var violationsFolded = 0
  }

  /// How many are held in memory at a time.
  private static let batch = 200

  private let run: IngestRun

  public init(_ run: IngestRun) {
    self.run = run
  }

  /// Tries those with the given numbers, or all.
  public func retry(_ ids: Set<Int64>?, in store: Store) throws -> Outcome {
    var outcome = Outcome()
    var last: Int64 = 0
    while true {
      let rejected = try store.rejected(after: last, limit: Self.batch)
      guard let end = rejected.last else { return outcome }
      last = end.id
      let asked = rejected.filter { ids?.contains($0.id) ?? true }
      let readable: [StoredRejection] = try asked.filter { try run.dryRun([$0.input]).isWhole }
      outcome.remaining += asked.count - readable.count
      guard !readable.isEmpty else { continue }
      outcome.violationsFolded += try run.run(readable.map(\.input), into: store).violationsFolded
      // A crash before this line loses nothing: the next retry finds the records known already.
      try store.accept(rejected: readable.map(\.id), at: run.now())
      outcome.accepted += readable.map(\.id)
    }
  }
}

extension StoredRejection {
  fileprivate var input: IngestInput { .bytes(bytes, name: "\(file):\(line)") }
}

extension Receipt {
  /// Something was read, all of it, to the end.
  fileprivate var isWhole: Bool {
    isComplete && total.read > 0 && files.allSatisfy { $0.heldBack == nil }
  }
}
