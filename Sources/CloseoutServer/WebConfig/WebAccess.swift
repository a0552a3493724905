import Logging
import Markup
import NIOCore
import NIOSSL
import Synchronization

/// Who may come in and with which certificate the server shows itself, as the web configuration says now.
///
/// The file and the certificates are read again when they change. A change that cannot be read leaves the
/// last good one in force and is logged once.
final class WebAccess: Sendable {
  private struct State {
    var config: WebConfig
    var marks: [FileMark?]
    var lookedAt: ContinuousClock.Instant
    var credentials: ServerCertificate?
  }

  let passwords = PasswordChecking()
  private let file: String?
  private let logger: Logger
  private let state: Mutex<State>
  /// How long a look at the files is good for.
  private static let patience: Duration = .seconds(1)

  init(file: String?, logger: Logger) throws(ServerError) {
    self.file = file
    self.logger = logger
    var config = WebConfig()
    if let file { config = try WebConfig(file: file) }
    let credentials = try Self.certificate(config)
    state = Mutex(
      State(
        config: config, marks: Self.marks(file, config), lookedAt: .now, credentials: credentials))
  }

  /// The users and their hashes; empty lets everybody in.
  func users() -> [String: String] {
    refreshed { $0.config.users }
  }

  var isEncrypted: Bool { state.withLock { $0.config.tls != nil } }

  /// The configuration of TLS; nil where the server speaks plain HTTP.
  func tlsConfiguration() throws(ServerError) -> TLSConfiguration? {
    let (config, credentials) = state.withLock { ($0.config, $0.credentials) }
    guard let tls = config.tls, let credentials else { return nil }
    var configuration = try tls.configuration(credentials)
    configuration.sslContextCallback = { [self] _, promise in
      var override = NIOSSLContextConfigurationOverride()
      if let current = refreshed(\.credentials) {
        override.certificateChain = current.chain
        override.privateKey = current.key
      }
      promise.succeed(override)
    }
    return configuration
  }

  private func refreshed<Value: Sendable>(_ value: (State) -> Value) -> Value {
    state.withLock { state in
      let now = ContinuousClock.now
      if file != nil, now - state.lookedAt > Self.patience {
        state.lookedAt = now
        refresh(&state)
      }
      return value(state)
    }
  }

  private func refresh(_ state: inout State) {
    guard let file else { return }
    let marks = Self.marks(file, state.config)
    guard marks != state.marks else { return }
    // Whatever comes of it, this content is not looked at again.
    state.marks = marks
    do {
      let config = try WebConfig(file: file)
      guard (config.tls == nil) == (state.config.tls == nil) else {
        throw ServerError(.webConfig, place: file, "TLS cannot be switched on or off while serving")
      }
      let credentials = try Self.certificate(config)
      state.config = config
      state.credentials = credentials
      state.marks = Self.marks(file, config)
      logger.info("the web configuration was read again")
    } catch {
      let line = terminalSafe("the web configuration stays as it was: \(error)")
      logger.error("\(line)")
    }
  }

  private static func certificate(_ config: WebConfig) throws(ServerError) -> ServerCertificate? {
    guard let tls = config.tls else { return nil }
    return try ServerCertificate(certificateFile: tls.certificateFile, keyFile: tls.keyFile)
  }

  private static func marks(_ file: String?, _ config: WebConfig) -> [FileMark?] {
    [file, config.tls?.certificateFile, config.tls?.keyFile].map { $0.flatMap(FileMark.init(path:)) }
  }
}
