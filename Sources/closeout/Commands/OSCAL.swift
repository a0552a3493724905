public import ArgumentParser
public import Evidence
import Foundation
import Remediation
import Store

/// `closeout oscal`: a population as NIST's OSCAL.
struct OSCAL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oscal",
    abstract: "Write a population as OSCAL: assessment results, or a plan of action and milestones.",
    discussion: """
      XML follows NIST's schema 1.0.6; JSON has the same content. Each violation is an observation that refers to
      its packages (closeout evidence); each one that is open or claimed is a risk, and in a plan an item. Controls
      are those of NIST SP 800-53 that findings name. No control is called satisfied: that nothing is open does
      not show it.
      """)

  @Argument(help: "assessment-results or poam.")
  var kind: OSCALDocument.Kind

  @OptionGroup var store: StoreOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var period: WindowOptions

  @Option(help: "xml or json.")
  var format: OSCALDocument.Format = .xml

  @Option(help: ArgumentHelp("The file to write; by default standard output.", valueName: "file"))
  var out: String?

  @Option(
    help: ArgumentHelp("Where the packages lie: an address or folder, with its slash.", valueName: "prefix"))
  var packages = ""

  @Option(help: ArgumentHelp("What the system is called.", valueName: "name"))
  var system = "the estate"

  @Option(help: ArgumentHelp("Only violations of this control.", valueName: "control"))
  var control: String?

  @Option(help: ArgumentHelp("Only violations in this account.", valueName: "account"))
  var account: String?

  func run() throws {
    do {
      let instant = asOf.instant
      let scope = PopulationScope(
        asOf: instant, window: period.window(before: instant), control: control, account: account,
        operator: "")
      let judgedBy = try policy.evidencePolicy(besideStore: store.path)
      let bytes = try store.open(with: policy).store.read(asOf: scope.asOf, window: scope.window) {
        snapshot in
        try OSCALDocument(
          kind, of: scope, in: snapshot, packages: packages, system: system,
          producer: ProgramVersion.producer, policy: judgedBy
        ).bytes(format)
      }
      if let out {
        try Data(bytes).write(to: URL(filePath: out), options: .atomic)
      } else {
        Output.write(bytes)
      }
    } catch {
      throw Failure.unable(error)
    }
  }
}

extension OSCALDocument.Kind: ExpressibleByArgument {}
extension OSCALDocument.Format: ExpressibleByArgument {}
