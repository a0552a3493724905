import Hummingbird
import Remediation
import Store
import Synchronization
import Trends

/// `/trends`: the leader's page, computed once for each state of the store and minute.
struct TrendsRoutes: Sendable {
  let page: TrendsCache
  let reading: StoreReading

  func add(to router: Router<ServerContext>) {
    router.get("/trends") { _, _ -> Response in
      .document(try await page.html(asOf: reading.minute), "text/html; charset=utf-8")
    }
  }
}

/// The last trends page that was made.
final class TrendsCache: Sendable {
  private struct Key: Hashable {
    var version: StoreVersion
    var asOf: Instant
  }

  private let store: Store
  private let producer: String
  private let lane: WorkLane
  private let cached = Mutex<(key: Key, html: [UInt8])?>(nil)

  init(store: Store, producer: String, limit: Duration) {
    self.store = store
    self.producer = producer
    lane = WorkLane("trends", threads: 1, waiting: 8, limit: limit)
  }

  func html(asOf: Instant) async throws -> [UInt8] {
    try await lane.run { [self] in
      let key = Key(version: StoreVersion(of: store), asOf: asOf)
      if let cached = cached.withLock({ $0 }), cached.key == key { return cached.html }
      let html = try store.read(asOf: asOf) { try TrendReport($0) }.html(producer: producer)
      cached.withLock { $0 = (key, html) }
      return html
    }
  }
}
