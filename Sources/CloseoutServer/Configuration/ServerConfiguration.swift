public import Evidence
public import Exposition
public import Intake
public import Logging

/// Everything that the server is told from outside, but for the store and the clock.
public struct ServerConfiguration: Sendable {
  /// A folder whose files are read into the store as they arrive.
  public struct Watch: Sendable {
    public var folder: String
    /// How files are read: with which mapping, and by which clock.
    public var run: IngestRun
    /// How often the folder is looked at; a file is taken when it did not change between two looks.
    public var interval: Duration = .seconds(2)

    public init(folder: String, run: IngestRun) {
      self.folder = folder
      self.run = run
    }
  }

  /// What a single request may cost.
  public struct Limits: Sendable {
    /// Bytes of a request's path and query.
    public var urlBytes = 2048
    /// Bytes of all header fields of a request.
    public var headerBytes = 16 << 10
    /// Connections that are open at the same time.
    public var connections = 512
    /// How long a connection may say nothing.
    public var idle: Duration = .seconds(75)
    /// How long a page may take, waiting included.
    public var page: Duration = .seconds(20)
    /// How long a package or the trends may take, waiting included.
    public var package: Duration = .seconds(60)
    /// How long collecting the metrics may hold a scrape up: where the last collection took longer, the last
    /// numbers are shown until the new ones are there.
    public var collection: Duration = .milliseconds(250)
    /// How long requests that were begun may go on after a signal to stop.
    public var stopping: Duration = .seconds(20)

    public init() {}
  }

  public var listenAddresses: [ListenAddress] = [.standard]
  /// exporter-toolkit's YAML with TLS and users; without it the server listens on loopback only.
  public var webConfigFile: String?
  public var watch: Watch?
  public var limits = Limits()
  /// The program's version, as the pages name it.
  public var version: String
  /// The metrics of `/metrics`.
  public var metrics: FamilyCollector
  /// What the proofs are judged by.
  public var evidencePolicy: EvidencePolicy = .builtIn
  public var logger: Logger
  /// Told once for each address, when requests are answered there: `http://127.0.0.1:9750/`.
  public var onListening: @Sendable (_ url: String) -> Void = { _ in }

  public init(version: String, metrics: FamilyCollector, logger: Logger) {
    self.version = version
    self.metrics = metrics
    self.logger = logger
  }
}

extension ServerConfiguration {
  /// Whether everybody who can reach an address is on this machine.
  var isLoopbackOnly: Bool { listenAddresses.allSatisfy(\.isLoopback) }

  /// For the libraries below, whose notes about themselves help nobody who runs this.
  var frameworkLogger: Logger {
    var logger = logger
    logger.logLevel = max(logger.logLevel, .notice)
    return logger
  }

  /// What made a document: the tool's name and version.
  var producer: String { "closeout \(version)" }

  /// - Throws: `unprotected` for an address that others can reach where nothing keeps them out.
  func check() throws(ServerError) {
    guard webConfigFile == nil else { return }
    for address in listenAddresses where !address.isLoopback {
      throw ServerError(
        .unprotected, place: "\(address)", "findings would be open to everybody who can reach this address",
        hint: "give --web.config.file with TLS and users, or listen on 127.0.0.1")
    }
  }
}
