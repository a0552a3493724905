import Foundation
import Hummingbird
import Logging
import NIOCore
public import Remediation
import ServiceLifecycle
public import Store
import UnixSignals

/// Serves the portal, the metrics and the packages until SIGTERM or SIGINT.
///
/// Requests that were begun are answered before it returns. With a folder to watch, its files are read as
/// they arrive; nothing in them ends the server.
///
/// - Parameter clock: what time it is; pages and clock-dependent numbers are computed for its minute.
/// - Throws: ``ServerError`` when it cannot start: bad configuration, an address that is taken.
public func runServer(
  _ configuration: ServerConfiguration, store: Store, clock: @escaping @Sendable () -> Instant
) async throws {
  let parts = try ServerParts(configuration, store: store, clock: clock)
  parts.exposition.prepare(asOf: parts.reading.minute)
  var group = ServiceGroupConfiguration(
    services: try serverServices(parts),
    gracefulShutdownSignals: [.sigterm, .sigint], logger: configuration.frameworkLogger)
  group.maximumGracefulShutdownDuration = configuration.limits.stopping
  try await ServiceGroup(configuration: group).run()
}

/// The listeners and the watch, each of which runs until it is told to stop.
func serverServices(_ parts: ServerParts) throws -> [any Service] {
  var services: [any Service] = try parts.configuration.listenAddresses.map { try Listener(parts, $0) }
  if let watch = parts.configuration.watch {
    let storePath = parts.reading.store.path
    // A mistyped folder shows at once.
    _ = try FolderWatch.files(in: watch.folder, storePath: storePath)
    services.append(FolderWatch(watch, storePath: storePath, logger: parts.configuration.logger))
  }
  return services
}

/// One address that requests come in by.
struct Listener: Service {
  let address: ListenAddress
  let application: Application<RouterResponder<ServerContext>>

  init(_ parts: ServerParts, _ address: ListenAddress) throws {
    self.address = address
    let scheme = parts.access.isEncrypted ? "https" : "http"
    let announce = parts.configuration.onListening
    application = try buildApplication(parts, address: address) { channel in
      let port = channel.localAddress?.port ?? address.port
      announce("\(scheme)://\(ListenAddress(host: address.shownHost, port: port))/")
    }
  }

  func run() async throws {
    do {
      try await application.run()
    } catch let error as IOError {
      throw ServerError(
        .listening, place: "\(address)", "cannot listen here: \(error.localizedReason)",
        hint: "is another server running? give another --web.listen-address")
    }
  }
}

extension IOError {
  fileprivate var localizedReason: String {
    switch errnoCode {
    case EADDRINUSE: "the address is in use"
    case EADDRNOTAVAIL: "the address is not one of this machine"
    case EACCES: "not allowed to use this port"
    default: "\(self)"
    }
  }
}
