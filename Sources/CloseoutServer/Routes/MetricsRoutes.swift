import Compression
import Exposition
import HTTPTypes
import Hummingbird
import NIOCore
import Remediation
import Store
import Synchronization

/// `/metrics`: what Prometheus reads, in the format and coding that it asks for.
struct MetricsRoutes: Sendable {
  let exposition: ExpositionCache
  let reading: StoreReading

  func add(to router: Router<ServerContext>) {
    router.get("/metrics") { request, _ -> Response in
      let format = ContentNegotiation.format(accept: Self.joined(request, .accept))
      let isGzip = ContentNegotiation.usesGzip(acceptEncoding: Self.joined(request, .acceptEncoding))
      let bytes = try await exposition.body(format, gzip: isGzip, asOf: reading.minute)
      var response = Response.document(bytes, format.contentType, policy: .nothing)
      response.headers[.vary] = "Accept, Accept-Encoding"
      if isGzip { response.headers[.contentEncoding] = "gzip" }
      return response
    }
  }

  /// A header that may come in several fields.
  private static func joined(_ request: Request, _ name: HTTPField.Name) -> String? {
    let values = request.headers[values: name]
    return values.isEmpty ? nil : values.joined(separator: ",")
  }
}

/// The families of the store, collected once for each state of the store and minute.
///
/// One thread: of scrapes that come together the first collects, and the others find its result.
final class ExpositionCache: Sendable {
  private struct Key: Hashable {
    var version: StoreVersion
    var asOf: Instant
  }

  private let store: Store
  private let collector: FamilyCollector
  private let lane: WorkLane
  private let cached = Mutex<(key: Key, families: [MetricFamily])?>(nil)

  init(store: Store, collector: FamilyCollector, limit: Duration) {
    self.store = store
    self.collector = collector
    lane = WorkLane("metrics", threads: 1, waiting: 16, limit: limit)
  }

  /// A whole body; the statistics of the process in it are of this moment.
  func body(_ format: ExpositionFormat, gzip: Bool, asOf: Instant) async throws -> [UInt8] {
    try await lane.run { [self] in
      let families = try families(asOf: asOf)
      let all = (families + ProcessStatistics.collect()).sorted { $0.name < $1.name }
      let body = ExpositionWriter.body(all, format)
      guard gzip else { return body }
      var deflater = try Deflater(level: 1)
      return deflater.gzip(body)
    }
  }

  private func families(asOf: Instant) throws -> [MetricFamily] {
    // The version is read before the snapshot: what is committed between the two is collected twice, never
    // missed.
    let key = Key(version: StoreVersion(of: store), asOf: asOf)
    if let cached = cached.withLock({ $0 }), cached.key == key { return cached.families }
    let families = try store.read(asOf: asOf) { try collector.collect($0).families }
    cached.withLock { $0 = (key, families) }
    return families
  }
}
