import ArgumentParser
import Evidence
import Foundation
import Markup
import Policy
import Remediation
import Store
import TransparencyLog

/// `closeout population`: the whole list of a period, with the balance that has to reconcile.
struct PopulationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "population",
    abstract: "Write the population of a period: every violation in scope, and the balance that reconciles.",
    discussion: """
      One zip, laid out and signed as a package is. Its digest becomes an entry of the log, so that the list is
      fixed before a sample is drawn from it (closeout sample). The command fails when totals do not agree that
      have to: episodes that came in and went out, the list and the store, the receipts and the records. How
      each episode stood at the end of the period is judged by all that is known as of --as-of, so that what one
      period leaves open is what the next one carries in.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var period: WindowOptions

  @Option(help: ArgumentHelp("The folder to write into; it is made.", valueName: "folder"))
  var out: String

  @Option(help: ArgumentHelp("Only violations of this control.", valueName: "control"))
  var control: String?

  @Option(help: ArgumentHelp("Only violations in this account.", valueName: "account"))
  var account: String?

  @Option(help: ArgumentHelp("Only violations of this standard, as findings name it.", valueName: "standard"))
  var standard: String?

  @Option(
    help: ArgumentHelp("Only violations of this requirement, as findings name it.", valueName: "requirement"))
  var requirement: String?

  @Option(
    help: ArgumentHelp(
      "What ought to have been seen: a CSV file with account,region,standard.", valueName: "file"))
  var expected: String?

  @Option(
    name: .customLong("operator"),
    help: ArgumentHelp("Who makes the population; by default the user's name.", valueName: "name"))
  var operatorName: String?

  func run() throws {
    do {
      let (opened, rules) = try store.open(with: policy)
      let signer = try Keys(store: opened).signer()
      let bag = try PopulationBag.make(
        try population(of: opened, rules),
        PopulationProvenance(
          producer: ProgramVersion.producer, programDigest: Program.digest, extractedAt: Clock.now()),
        in: opened, signer: signer)
      try opened.keep(bag.checkpoint)
      let folder = URL(filePath: out, directoryHint: .isDirectory)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bag.bytes).write(to: folder.appending(path: bag.fileName), options: .atomic)
      Output.writeLine("\(bag.fileName) in \(terminalSafe(out))")
      Output.writeLine("  in the log at \(bag.position), leaf \(bag.leaf.hex)")
    } catch {
      throw Failure.unable(error)
    }
  }

  private func population(of store: Store, _ rules: Policy) throws -> Population {
    let expected = try expected.map { path in
      try CoverageCell.list(csv: Array(Data(contentsOf: URL(filePath: path))))
    }
    let instant = asOf.instant
    let scope = PopulationScope(
      asOf: instant, window: period.window(before: instant), control: control, account: account,
      standard: standard, requirement: requirement, operator: operatorName ?? NSUserName(),
      expected: expected, frameworks: rules.frameworks)
    return try store.read(asOf: scope.asOf, window: scope.window) { snapshot in
      try Population(scope, of: snapshot)
    }
  }
}

/// The program's own file.
enum Program {
  /// Its SHA-256; nil where it cannot be read.
  static var digest: Hash256? {
    Bundle.main.executableURL.flatMap { try? Data(contentsOf: $0) }.map { Hash256(sha256: Array($0)) }
  }
}
