import ArgumentParser
import Evidence
import Foundation
import Markup
import Remediation
import Store
import TransparencyLog

/// `closeout sample`: draws from a population, and writes the packages of what was drawn.
struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw a sample from a population, and write its packages with an index.",
    discussion: """
      Takes the violations with the lowest SHA-256 of "SEED:id". The seed is the auditor's: choose it after the
      population is in the log, and nobody could have arranged the list for it. Anyone can draw again with
      sha256sum and sort, out of the population's ids.txt; drawn.txt has the result.

      Usual sizes for a test of a control that tolerates no deviation: 59 for 95 % confidence at a tolerable
      rate of 5 %, 29 at 10 %; 45 and 22 for 90 % confidence. The AICPA mandates none of them.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var withhold: WithholdOptions

  @Option(help: ArgumentHelp("The zip that closeout population wrote.", valueName: "file"))
  var population: String

  @Option(help: "How many violations to draw.")
  var size: Int

  @Option(help: "The auditor's seed, one line of text.")
  var seed: String

  @Option(help: ArgumentHelp("The folder to write into; it is made.", valueName: "folder"))
  var out: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Make the packages as of then; by default as of the population.", valueName: "instant"))
  var asOf: Instant?

  func validate() throws {
    if size < 1 { throw ValidationError("--size is 1 or more.") }
    if seed.isEmpty || seed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw ValidationError("--seed is one line of text.")
    }
  }

  func run() throws {
    do {
      let opened = try store.open(with: policy).store
      let signer = try Keys(store: opened).signer()
      let bytes = Array(try Data(contentsOf: URL(filePath: population)))
      var verifier = try PackageVerifier(keys: [signer.packageKey, signer.logKey])
      let draw = try SampleDraw(from: bytes, seed: seed, size: size, checkedBy: &verifier)
      let written = try opened.read(asOf: asOf ?? draw.asOf) { snapshot in
        try withhold.check(in: snapshot)
        var log = try snapshot.log()
        guard draw.populationIndex < log.size, try log.leaf(at: draw.populationIndex) == draw.populationLeaf
        else { throw EvidenceError(.badProof, "this population is not in the log of this store") }
        return try write(draw, of: snapshot, signer)
      }
      Output.writeLine(
        "\(Quantities.count(draw.drawn.count)) of \(Quantities.count(draw.populationCount)) violations drawn, "
          + "\(Quantities.count(written.packages)) packages in \(terminalSafe(out))")
      withhold.tell(of: written)
      if draw.drawn.count < size {
        Output.say("the population has fewer than \(Quantities.count(size)): all of it was taken")
      }
    } catch {
      throw Failure.unable(error)
    }
  }

  private func write(
    _ draw: SampleDraw, of snapshot: borrowing Snapshot, _ signer: PackageSigner
  ) throws -> PackageSet.Written {
    var findings: [Int64] = []
    var list = CSVWriter()
    list.row(["rank", "ticket", "violation", "finding", "product_arn", "package"])
    for (rank, drawn) in draw.drawn.enumerated() {
      for finding in drawn.findings {
        findings.append(
          try FindingLookup.finding(id: finding.id, product: finding.productArn, in: snapshot))
        list.row([
          .number(rank + 1), .text(drawn.ticket.hex), .text(drawn.id.hex), .text(finding.id),
          .text(finding.productArn), .text(EvidencePackage.name(of: finding) + ".zip"),
        ])
      }
    }
    var output = try PackageOutput(folder: out)
    let set = PackageSet(
      signer: signer, policy: try policy.evidencePolicy(besideStore: store.path),
      withholding: withhold.withholding)
    let written = try set.write(
      findings, of: snapshot, to: &output,
      facts: [
        "Sample": "\(draw.drawn.count) of \(draw.populationCount) violations", "Seed": draw.seed,
        "Population": "entry \(draw.populationIndex) of the log, leaf \(draw.populationLeaf.hex)",
      ])
    try output.write(Array(draw.text.utf8), to: "drawn.txt")
    try output.write(list.bytes, to: "sample.csv")
    try output.finish()
    return written
  }
}
