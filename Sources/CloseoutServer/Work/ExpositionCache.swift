import Compression
import Exposition
import Remediation
import Store
import Synchronization

/// The families of the store, collected once for each state of the store and minute.
///
/// A state of the store that nobody has seen is waited for, so that what was read is in the next scrape;
/// where collecting it takes longer than a scrape should, the last state is shown until it is done. Of a new
/// minute only the clock is new: a scrape gets the numbers of the minute before while those of its own are
/// collected beside it. So in a store at rest no scrape waits for a query.
final class ExpositionCache: Sendable {
  private struct Key: Hashable {
    var version: StoreVersion
    var asOf: Instant
  }

  private struct State {
    var key: Key?
    var families: [MetricFamily] = []
    var isCollecting = false
    /// Until then the clock alone is no reason to collect.
    var restsUntil = ContinuousClock.now
    /// What the counters of this server have shown.
    var base = CounterBase()
    /// What happened and is not counted in the store yet.
    var pending: [Occurrence: Int] = [:]
  }

  private enum Standing {
    case current([MetricFamily])
    /// Another minute of the same store.
    case usable([MetricFamily])
    case unknown
  }

  private let store: Store
  private let collector: FamilyCollector
  /// One thread: of scrapes that come together the first collects, and the others find its result.
  private let collecting: WorkLane
  private let writing: WorkLane
  private let limit: Duration
  private let state = Mutex(State())

  private static let minute: Int64 = 60_000
  /// How long a scrape waits for a new state of the store where it could show the last one.
  private static let patience = Duration.seconds(3)
  /// For each second of collecting so many seconds of rest, however fast the clock goes on: numbers of a
  /// store that takes ten seconds are new every two minutes.
  private static let rest = 10

  init(store: Store, collector: FamilyCollector, limit: Duration) {
    self.store = store
    self.collector = collector
    self.limit = limit
    collecting = WorkLane("metrics", threads: 1, waiting: 64, limit: Self.patience)
    writing = WorkLane("exposition", threads: 2, waiting: 16, limit: limit)
  }

  /// A whole body; the statistics of the process in it are of this moment.
  func body(_ format: ExpositionFormat, gzip: Bool, asOf: Instant) async throws -> [UInt8] {
    let families = try await families(asOf: asOf)
    return try await writing.run {
      let all = (families + ProcessStatistics.collect()).sorted { $0.name < $1.name }
      let body = ExpositionWriter.body(all, format)
      guard gzip else { return body }
      var deflater = try Deflater(level: 1)
      return deflater.gzip(body)
    }
  }

  /// Counts what no record tells; the store learns of it with the next collection, in a minute at most.
  func count(_ occurrence: Occurrence) {
    state.withLock { $0.pending[occurrence, default: 0] += 1 }
  }

  private func countPending() throws {
    let pending = state.withLock { state in
      defer { state.pending = [:] }
      return state.pending
    }
    var isCounted = false
    defer {
      if !isCounted { state.withLock { $0.pending.merge(pending, uniquingKeysWith: +) } }
    }
    isCounted = try store.count(pending, waiting: false)
  }

  deinit {
    try? countPending()
  }

  // MARK: Collecting

  private func families(asOf: Instant) async throws -> [MetricFamily] {
    switch standing(asOf) {
    case .current(let families): return families
    case .usable(let families):
      collectBeside(asOf: asOf)
      return families
    case .unknown:
      let end = ContinuousClock.now + limit
      while true {
        do {
          return try await collecting.run { try self.collect(asOf: asOf) }
        } catch WorkRefusal.late {
          // What was begun goes on, and is found by whoever asks next.
          let last = state.withLock { $0.key == nil ? nil : $0.families }
          if let last { return last }
          if ContinuousClock.now > end { throw WorkRefusal.late }
        }
      }
    }
  }

  private func standing(_ asOf: Instant) -> Standing {
    let version = StoreVersion(of: store)
    return state.withLock { state in
      guard let known = state.key, known.version == version else { return .unknown }
      // A clock that was set back shows nothing older than before.
      if known.asOf >= asOf { return .current(state.families) }
      if ContinuousClock.now < state.restsUntil { return .current(state.families) }
      let age = asOf.milliseconds - known.asOf.milliseconds
      return age <= Self.minute ? .usable(state.families) : .unknown
    }
  }

  private func collectBeside(asOf: Instant) {
    let isFirst = state.withLock { state in
      defer { state.isCollecting = true }
      return !state.isCollecting
    }
    guard isFirst else { return }
    Task {
      // What fails here fails again, and is told, when the minute before is too old to be shown.
      _ = try? await collecting.run { try self.collect(asOf: asOf) }
      state.withLock { $0.isCollecting = false }
    }
  }

  private func collect(asOf: Instant) throws -> [MetricFamily] {
    if case .current(let families) = standing(asOf) { return families }
    try countPending()
    // The version is read before the snapshot: what is committed between the two is collected twice, never
    // missed.
    var key = Key(version: StoreVersion(of: store), asOf: asOf)
    let begin = ContinuousClock.now
    var base = state.withLock { $0.base }
    let families = try store.read(asOf: asOf) { try collector.collect($0, counting: &base).families }
    // Kept before it is shown; while another process writes, this server remembers and tries again.
    let isUnmoved = StoreVersion(of: store) == key.version
    if try store.keep(base.unkept) { base.markKept() }
    // What this server wrote itself is no news. Whatever comes in that very moment is seen in a minute.
    if isUnmoved { key.version = StoreVersion(of: store) }
    let taken = ContinuousClock.now - begin
    state.withLock { state in
      state.key = key
      state.families = families
      state.base = base
      state.restsUntil = ContinuousClock.now + taken * Self.rest
    }
    return families
  }
}
