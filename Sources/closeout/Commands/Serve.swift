import ArgumentParser
import CloseoutServer
import Exposition
import Foundation
import Ingest
import Intake
import Logging
import Markup
import Policy

/// `closeout serve`: metrics, portal and downloads over HTTP.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve /metrics, the portal and the packages.",
    discussion: """
      Listens on 127.0.0.1:9750, and on an address that others can reach only with --web.config.file (TLS
      and users, as Prometheus exporters read it). SIGTERM ends it after the requests that were begun.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var policy: PolicyOptions

  @Option(
    name: .customLong("web.listen-address"),
    help: ArgumentHelp("Where to listen; repeatable.", valueName: "host:port"))
  var listenAddress: [String] = []

  @Option(
    name: .customLong("web.config.file"),
    help: ArgumentHelp("TLS and users, in exporter-toolkit's format.", valueName: "file"))
  var webConfig: String?

  @Option(help: ArgumentHelp("Read files into the store as they arrive in this folder.", valueName: "folder"))
  var watch: String?

  @Option(
    help: ArgumentHelp("The mapping that files of the watched folder are read with.", valueName: "file"))
  var map: String?

  @Option(help: ArgumentHelp("Add the metrics that the SQL files of a folder define.", valueName: "folder"))
  var queries: String?

  @Flag(help: "Log every request.")
  var verbose = false

  func run() async throws {
    do {
      let policy = try policy.load(besideStore: store.path)
      let opened = try watch == nil ? store.open() : store.openOrCreate()
      try PolicyRules(policy).apply(to: opened)
      try await runServer(try configuration(policy), store: opened, clock: { Clock.now() })
    } catch {
      throw Failure.unable(error)
    }
  }

  private func configuration(_ policy: Policy) throws -> ServerConfiguration {
    let catalogue = try queries.map(MetricCatalogue.builtIn(andFolder:)) ?? MetricCatalogue.builtIn()
    var logger = Logger(label: "closeout", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = verbose ? .debug : .notice
    var configuration = ServerConfiguration(
      version: ProgramVersion.text,
      metrics: FamilyCollector(catalogue, context: MetricSettings.context(policy)), logger: logger)
    if !listenAddress.isEmpty {
      configuration.listenAddresses = try listenAddress.map { text in try ListenAddress(text) }
    }
    configuration.webConfigFile = webConfig
    configuration.evidencePolicy = try self.policy.evidencePolicy(besideStore: store.path)
    if let watch {
      let mapping = try map.map { path in
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return (text: text, mapping: try LedgerMapping(yaml: text, file: path))
      }
      var run = IngestRun(mapping: mapping?.mapping, mappingText: mapping?.text, now: { Clock.now() })
      run.rules = PolicyRules(policy)
      configuration.watch = .init(folder: watch, run: run)
    }
    configuration.onListening = { url in
      Output.say(
        """
        listening on \(url)
          \(url)          start here
          \(url)findings  every finding, with its proof
          \(url)trends    the leader's page
          \(url)metrics   for Prometheus
        """)
    }
    return configuration
  }
}
