import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import Remediation
import Store

/// Everything that answers requests, without a socket.
struct ServerParts: Sendable {
  let configuration: ServerConfiguration
  let reading: StoreReading
  let packages: WorkLane
  let names = FindingNames()
  let exposition: ExpositionCache
  let trends: TrendsCache
  let access: WebAccess

  init(
    _ configuration: ServerConfiguration, store: Store, clock: @escaping @Sendable () -> Instant
  ) throws(ServerError) {
    try configuration.check()
    self.configuration = configuration
    reading = StoreReading(
      store: store, clock: clock,
      lane: WorkLane("pages", threads: 3, waiting: 64, limit: configuration.limits.page))
    packages = WorkLane("packages", threads: 1, waiting: 8, limit: configuration.limits.package)
    exposition = ExpositionCache(
      store: store, collector: configuration.metrics, limits: configuration.limits)
    trends = TrendsCache(
      store: store, producer: configuration.producer, limit: configuration.limits.package)
    access = try WebAccess(file: configuration.webConfigFile, logger: configuration.logger)
  }

  /// The routes with what every request passes on its way to them.
  func router() -> Router<ServerContext> {
    let router = Router(context: ServerContext.self, options: .autoGenerateHeadEndpoints)
    let site = Site(version: configuration.version)
    router.add(middleware: RequestLog(logger: configuration.logger))
    router.add(middleware: ProtectiveHeaders(isEncrypted: access.isEncrypted))
    router.add(middleware: RefusalPages(site: site, logger: configuration.logger))
    router.add(
      middleware: RequestLimits(
        urlBytes: configuration.limits.urlBytes, onlyLocalNames: configuration.webConfigFile == nil))
    router.add(middleware: Authentication(access: access, logger: configuration.logger))
    HealthRoutes(reading: reading).add(to: router)
    PortalRoutes(site: site, reading: reading, names: names).add(to: router)
    MetricsRoutes(exposition: exposition, reading: reading).add(to: router)
    TrendsRoutes(page: trends, reading: reading).add(to: router)
    EvidenceRoutes(
      reading: reading, names: names, lane: packages, policy: configuration.evidencePolicy,
      producer: configuration.producer, exposition: exposition
    ).add(to: router)
    return router
  }
}

/// Builds the application for one address: pure but for reading the web configuration and its certificates.
///
/// - Throws: ``ServerError`` when the configuration would leave findings open to everybody or cannot be used.
func buildApplication(
  _ parts: ServerParts, address: ListenAddress,
  onListening: @escaping @Sendable (any Channel) async -> Void = { _ in }
) throws -> Application<RouterResponder<ServerContext>> {
  let limits = parts.configuration.limits
  var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
  decoder.maxHeaderFieldSize = limits.headerBytes
  decoder.maxHeaderListSize = limits.headerBytes
  decoder.maxHeaderFieldCount = 100
  let http = HTTPServerBuilder.http1(
    configuration: .init(idleTimeout: TimeAmount(limits.idle), httpDecoderConfiguration: decoder))
  let server = try parts.access.tlsConfiguration().map {
    try HTTPServerBuilder.tls(http, tlsConfiguration: $0)
  }
  return Application(
    router: parts.router(), server: server ?? http,
    configuration: ApplicationConfiguration(
      address: .hostname(address.bindHost, port: address.port), serverName: nil,
      availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
    onServerRunning: onListening, logger: parts.configuration.frameworkLogger)
}
