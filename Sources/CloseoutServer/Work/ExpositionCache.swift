import Exposition
import Remediation
import Store
import Synchronization

/// The families of the store, collected once for each state of the store and minute, and the bodies that were
/// made of them.
///
/// A state of the store that nobody has seen is waited for, so that what was read is in the next scrape; but
/// where the last collection took longer than a scrape should, the last state is shown while the new one is
/// collected beside it. Of a new minute only the clock is new: a scrape gets the numbers of the minute before
/// while those of its own are collected. So in a large store no scrape waits for a query, the first excepted.
final class ExpositionCache: Sendable {
  private struct Key: Hashable {
    var version: StoreVersion
    var asOf: Instant
  }

  private struct State {
    var key: Key?
    var bodies = ExpositionBodies([])
    var isCollecting = false
    /// How long the last collection took.
    var taken = Duration.zero
    /// When the last collection was done.
    var collected = ContinuousClock.now
    /// What the counters of this server have shown.
    var base = CounterBase()
    /// What happened and is not counted in the store yet.
    var pending: [Occurrence: Int] = [:]
  }

  private enum Standing {
    case current(ExpositionBodies)
    /// Of the minute before, or of a state of the store that takes long to collect.
    case usable(ExpositionBodies)
    case unknown
  }

  private let store: Store
  private let collector: FamilyCollector
  /// One thread: of scrapes that come together the first collects, and the others find its result.
  private let collecting: WorkLane
  private let writing: WorkLane
  /// How long a scrape that nothing can be shown to waits.
  private let limit: Duration
  /// A collection that takes no longer than this may hold a scrape up.
  private let short: Duration
  private let state = Mutex(State())

  private static let minute: Int64 = 60_000
  /// How old the numbers of a store that takes long to collect may be that a scrape gets at once.
  private static let oldest = 10 * minute
  /// How long a scrape waits for a new state of the store where it could show the last one.
  private static let patience = Duration.seconds(3)
  /// For each second of collecting so many seconds of rest before the clock alone is a reason for the next:
  /// numbers of a store that takes six seconds are new every minute.
  private static let restOfClock = 10
  /// The same before new records are a reason: while a large store is written to, collecting takes half of
  /// one core.
  private static let restOfRecords = 1

  init(store: Store, collector: FamilyCollector, limits: ServerConfiguration.Limits) {
    self.store = store
    self.collector = collector
    limit = limits.package
    short = limits.collection
    collecting = WorkLane("metrics", threads: 1, waiting: 64, limit: Self.patience)
    writing = WorkLane("exposition", threads: 2, waiting: 16, limit: limit)
  }

  /// A whole body; the statistics of the process in it are of this moment.
  func body(_ format: ExpositionFormat, gzip: Bool, asOf: Instant) async throws -> [UInt8] {
    let bodies = try await bodies(asOf: asOf)
    return try await writing.run {
      try bodies.body(format, gzip: gzip, with: ProcessStatistics.collect())
    }
  }

  /// Collects before anybody asks, so that the first scrape need not wait.
  func prepare(asOf: Instant) {
    if case .unknown = standing(asOf) { collectBeside(asOf: asOf) }
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

  private func bodies(asOf: Instant) async throws -> ExpositionBodies {
    switch standing(asOf) {
    case .current(let bodies): return bodies
    case .usable(let bodies):
      collectBeside(asOf: asOf)
      return bodies
    case .unknown:
      let end = ContinuousClock.now + limit
      while true {
        do {
          return try await collecting.run { try self.collect(asOf: asOf) }
        } catch WorkRefusal.late {
          // What was begun goes on, and is found by whoever asks next.
          let last = state.withLock { $0.key == nil ? nil : $0.bodies }
          if let last { return last }
          if ContinuousClock.now > end { throw WorkRefusal.late }
        }
      }
    }
  }

  private func standing(_ asOf: Instant) -> Standing {
    let version = StoreVersion(of: store)
    let now = ContinuousClock.now
    return state.withLock { state in
      guard let known = state.key else { return .unknown }
      let rested = now - state.collected
      guard known.version == version else {
        guard state.taken > short else { return .unknown }
        return rested < state.taken * Self.restOfRecords ? .current(state.bodies) : .usable(state.bodies)
      }
      // A clock that was set back shows nothing older than before.
      if known.asOf >= asOf { return .current(state.bodies) }
      if rested < state.taken * Self.restOfClock { return .current(state.bodies) }
      let age = asOf.milliseconds - known.asOf.milliseconds
      let oldest = state.taken > short ? Self.oldest : Self.minute
      return age <= oldest ? .usable(state.bodies) : .unknown
    }
  }

  private func collectBeside(asOf: Instant) {
    let isFirst = state.withLock { state in
      defer { state.isCollecting = true }
      return !state.isCollecting
    }
    guard isFirst else { return }
    Task {
      // What fails here fails again, and is told, when a scrape has to wait for it.
      _ = try? await collecting.run { try self.collect(asOf: asOf, isBeside: true) }
      state.withLock { $0.isCollecting = false }
    }
  }

  private func collect(asOf: Instant, isBeside: Bool = false) throws -> ExpositionBodies {
    switch standing(asOf) {
    case .current(let bodies): return bodies
    case .usable(let bodies) where !isBeside: return bodies
    case .usable, .unknown: break
    }
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
    let bodies = ExpositionBodies(families)
    let now = ContinuousClock.now
    state.withLock { state in
      state.key = key
      state.bodies = bodies
      state.base = base
      state.taken = now - begin
      state.collected = now
    }
    return bodies
  }
}
