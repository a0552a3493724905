import ArgumentParser
import Evidence
import Foundation
import Markup
import Remediation
import Store

/// `closeout evidence`: proof-of-fix packages.
struct Evidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Write a proof-of-fix package for each finding, which an auditor checks with standard tools.",
    discussion: """
      One zip for each finding, with index.html and index.csv beside them. Packages are signed with the keys
      beside the store; where there are none they are made (closeout key show prints the public ones).

      Records that hold secrets or personal data can be left out (--withhold): their hashes and proofs stay in
      the package, they count for the verdict as before, and the page says which they are.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var withhold: WithholdOptions

  @Option(help: ArgumentHelp("The folder to write into; it is made.", valueName: "folder"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "In place of a folder: one zip of all packages, written as they come.", valueName: "file"))
  var archive: String?

  @Flag(help: "A package for every finding.")
  var all = false

  @Option(
    help: ArgumentHelp("A package for every finding of this control; repeatable.", valueName: "control"))
  var control: [String] = []

  @Option(help: ArgumentHelp("The product, where several use one Id.", valueName: "arn"))
  var product: String?

  @Flag(help: "Do not sign: no signature and no proofs.")
  var unsigned = false

  @Argument(help: ArgumentHelp("Ids of findings.", valueName: "finding"))
  var findings: [String] = []

  func validate() throws {
    let ways = [all, !control.isEmpty, !findings.isEmpty].count { $0 }
    if ways != 1 { throw ValidationError("Name findings, or give --control, or --all.") }
    if (out == nil) == (archive == nil) { throw ValidationError("Give --out or --archive.") }
  }

  func run() throws {
    do {
      let judgedBy = try policy.evidencePolicy(besideStore: store.path)
      let opened = try store.open(with: policy).store
      let keys = Keys(store: opened)
      let signer = unsigned ? nil : try keys.signer()
      // What packages are proved against is what the store is held against later.
      if signer != nil { _ = try keys.checkpoint() }
      let written = try opened.read(asOf: asOf.instant) { snapshot in
        try withhold.check(in: snapshot)
        var output = try archive.map { try PackageOutput(archive: $0) } ?? PackageOutput(folder: out ?? ".")
        let set = PackageSet(signer: signer, policy: judgedBy, withholding: withhold.withholding)
        let written = try set.write(chosen(in: snapshot), of: snapshot, to: &output)
        try output.finish()
        return written
      }
      try opened.count([.package: written.packages])
      let place = terminalSafe(archive ?? out ?? ".")
      Output.writeLine("\(Quantities.count(written.packages)) packages in \(place)")
      var table = Table()
      for (verdict, count) in written.verdicts.sorted(by: { $0.key < $1.key }) {
        table.add(verdict, Quantities.count(count))
      }
      Output.writeLine(table.text)
      withhold.tell(of: written)
    } catch {
      throw Failure.unable(error)
    }
  }

  private func chosen(in snapshot: borrowing Snapshot) throws -> [Int64] {
    if all { return try FindingLookup.all(in: snapshot) }
    var chosen: [Int64] = []
    for name in control {
      let found = try FindingLookup.findings(ofControl: name, in: snapshot)
      if found.isEmpty { Output.say("no finding shows a violation of control \(terminalSafe(name))") }
      chosen += found
    }
    for id in findings { chosen.append(try FindingLookup.finding(id: id, product: product, in: snapshot)) }
    return chosen
  }
}
