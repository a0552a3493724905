import ArgumentParser
import Foundation
import Ingest
import Intake
import JSONKit
import Markup
import Policy
import Remediation
import Store
import TransparencyLog

/// `closeout ingest`: reads files into the store.
struct Ingest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read Security Hub exports and remediation ledgers into the store.",
    discussion: """
      Files are recognised by their content: ASFF in pages, arrays, single findings, NDJSON, concatenated
      JSON, EventBridge, SNS and SQS envelopes, GetFindingHistory, CloudEvents ledgers; gzip is inflated.
      Reading the same records again changes nothing. Records that cannot be read are kept aside with their
      place and the reason (`closeout rejected`), and the rest goes on.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var policy: PolicyOptions

  @OptionGroup var mapping: MappingOptions

  @Flag(help: "Read and check everything, write nothing.")
  var dryRun = false

  @Flag(help: "Print the receipt as JSON.")
  var json = false

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
  var paths: [String]

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Give at least one file or folder, or - for standard input.") }
  }

  func run() throws {
    let receipt: Receipt
    do {
      receipt = try read()
    } catch {
      throw Failure.unable(error)
    }
    if json {
      Output.writeLine(receipt.json.text(sortedKeys: true, pretty: true))
    } else {
      Output.writeLine(ReceiptText(receipt).text)
    }
    if !receipt.isComplete { throw Failure.incomplete }
  }

  private func read() throws -> Receipt {
    let line = ProgressLine()
    defer { line.clear() }
    let policy = try policy.load(besideStore: store.path)
    var run = try mapping.run { progress in
      line.show(
        "\(Quantities.count(progress.records)) records, \(Quantities.bytes(progress.bytes)) of "
          + terminalSafe(progress.file))
    }
    run.rules = PolicyRules(policy)
    let inputs = try InputFiles.expand(paths).map(IngestInput.init(argument:))
    if dryRun { return try run.dryRun(inputs) }
    let opened = try store.openOrCreate()
    try keepPolicy(in: opened)
    return try run.run(inputs, into: opened)
  }

  /// Every version of the policy that records were read under is an entry of the log.
  private func keepPolicy(in opened: Store) throws {
    guard let file = policy.file(besideStore: store.path) else { return }
    let text = try Data(contentsOf: URL(filePath: file))
    try opened.appendIfNew(LogEntry(.policy, body: Array(text)))
  }
}
