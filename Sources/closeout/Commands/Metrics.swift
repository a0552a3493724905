import ArgumentParser
import Exposition
import Foundation
import Remediation
import Store

/// `closeout metrics`: the exposition text.
struct Metrics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Print the metrics as Prometheus reads them.",
    discussion: """
      With --output the file is replaced in one step, as node_exporter's textfile collector wants it. With
      --history the past is written with timestamps, for
      promtool tsdb create-blocks-from openmetrics --max-block-duration=720h.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case openmetrics, prometheus

    var exposition: ExpositionFormat { self == .openmetrics ? .openMetrics : .prometheus }
  }

  @OptionGroup var store: StoreOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var asOf: AsOfOptions

  @Option(help: "openmetrics (1.0) or prometheus (text 0.0.4).")
  var format = Format.openmetrics

  @Option(help: ArgumentHelp("Write into this file, in one step.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Add the metrics that the SQL files of a folder define.", valueName: "folder"))
  var queries: String?

  @Option(
    help: ArgumentHelp("Write the past: two instants, as FROM..TO.", valueName: "from..to"),
    transform: HistorySpan.init(argument:))
  var history: HistorySpan?

  @Option(help: ArgumentHelp("How far the instants of a history lie apart: 15m, 1h, 1d.", valueName: "span"))
  var step = "1h"

  func run() throws {
    do {
      let catalogue = try queries.map(MetricCatalogue.builtIn(andFolder:)) ?? MetricCatalogue.builtIn()
      let (store, policy) = try store.open(with: policy)
      let collector = FamilyCollector(catalogue, context: MetricSettings.context(policy))
      if let history {
        try write(history, of: store, collector)
      } else {
        try deliver(ExpositionWriter.body(families(of: store, collector), format.exposition))
      }
    } catch let error as ExitCode {
      throw error
    } catch {
      throw Failure.unable(error)
    }
  }

  /// As of an instant, a function of the records; for now, with counters that go on from what was shown.
  private func families(of store: Store, _ collector: FamilyCollector) throws(StoreError) -> [MetricFamily] {
    if let past = asOf.asOf {
      return try store.snapshot(asOf: past) { snapshot in try collector.collect(snapshot).families }
    }
    var base = CounterBase()
    let families = try store.snapshot(asOf: Clock.now()) { snapshot in
      try collector.collect(snapshot, counting: &base).families
    }
    if try !store.keep(base.unkept) {
      Output.say("the store is being written to: what counters show now is not kept this time")
    }
    return families
  }

  private func write(_ span: HistorySpan, of store: Store, _ collector: FamilyCollector) throws {
    guard let step = TimeSpan(step)?.milliseconds else {
      throw ValidationError("--step \(step) is no span; write 15m, 1h or 1d.")
    }
    let line = ProgressLine()
    var past = MetricHistory()
    let instants = MetricHistory.instants(from: span.from, to: span.to, step: step)
    try past.collect(store, at: instants, with: collector) { line.show("\($0)") }
    line.clear()
    var text: [UInt8] = []
    past.write { text += $0 }
    try deliver(text)
  }

  private func deliver(_ text: [UInt8]) throws {
    if let output {
      try Data(text).write(to: URL(filePath: output), options: .atomic)
    } else {
      Output.write(text)
    }
  }
}

/// Two instants on a command line.
struct HistorySpan {
  let from: Instant
  let to: Instant

  init(argument: String) throws {
    let parts = argument.components(separatedBy: "..")
    guard parts.count == 2, let from = Instant(argument: parts[0]), let to = Instant(argument: parts[1]),
      from <= to
    else { throw ValidationError("--history \(argument) is not FROM..TO, two instants in order.") }
    self.from = from
    self.to = to
  }
}
