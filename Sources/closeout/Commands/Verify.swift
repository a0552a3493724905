import ArgumentParser
import Evidence
import Foundation
import JSONKit
import Markup
import Store
import TransparencyLog

/// `closeout verify`: checks what Closeout hands out, without the store.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check packages, populations, checkpoints and proofs: integrity, signatures, agreement.",
    discussion: """
      Give zips, unpacked bags, checkpoints, proofs, or folders of them. With --key the public keys that reached
      you by another road are used; without one only those that a package carries, which proves less and is
      said so. A consistency proof is checked against the older checkpoint that you kept: --since.
      """)

  @Option(
    help: ArgumentHelp("A public key (PEM), of packages or of the log; repeatable.", valueName: "file"))
  var key: [String] = []

  @Option(help: ArgumentHelp("The checkpoint that you kept, for a consistency proof.", valueName: "file"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Count in this store how many were checked and how many did not hold, for its metrics.",
      valueName: "file"))
  var store: String?

  @Flag(help: "Print every report as JSON, one a line.")
  var json = false

  @Flag(help: "Show every check, not only what failed or could not be made.")
  var verbose = false

  @Argument(help: ArgumentHelp("Zips, bags, checkpoints, proofs, or folders of them.", valueName: "path"))
  var paths: [String]

  func run() throws {
    do {
      let keys = try key.map { try LogPublicKey(pem: String(contentsOfFile: $0, encoding: .utf8)) }
      var verification = try Verification(
        keys: keys, since: since.map { Array(try Data(contentsOf: URL(filePath: $0))) },
        producer: ProgramVersion.producer)
      var (accepted, refused) = (0, 0)
      var warnings: Set<String> = []
      for path in try paths.flatMap(VerifiablePaths.below) {
        let report = try verification.verify(path)
        report.isAccepted ? (accepted += 1) : (refused += 1)
        warnings.formUnion(report.warnings)
        show(report, of: path)
      }
      if !json {
        for warning in warnings.sorted() { Output.say("warning: " + terminalSafe(warning)) }
        Output.writeLine("\(Quantities.count(accepted)) hold, \(Quantities.count(refused)) do not")
      }
      if let store {
        try Store.open(at: store, create: false)
          .count([.verification: accepted + refused, .verificationFailure: refused].filter { $0.value > 0 })
      }
      if refused > 0 { throw Failure.incomplete }
      if accepted == 0 {
        Output.say(
          "closeout: nothing to check there\n\nhint: give a .zip, an unpacked bag, or a folder of them")
        throw Failure.unable
      }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw Failure.unable(error)
    }
  }

  private func show(_ report: VerificationReport, of path: String) {
    if json {
      Output.writeLine(Self.json(report, path).text(sortedKeys: true))
      return
    }
    let name = terminalSafe(path)
    let verdict = report.verdict.map { " (\($0.rawValue))" } ?? ""
    Output.writeLine("\(report.isAccepted ? "holds" : "FAILS")  \(name)\(verdict)")
    for check in report.checks where verbose || check.result != .passed {
      let word = check.result == .passed ? "passed" : check.result == .failed ? "FAILED" : "not checked"
      Output.writeLine("  \(word): \(check.name.title): \(terminalSafe(check.detail))")
    }
  }

  private static func json(_ report: VerificationReport, _ path: String) -> JSONValue {
    [
      "schema": 1,
      "path": .string(path),
      "accepted": .bool(report.isAccepted),
      "complete": .bool(report.isComplete),
      "finding": report.finding.map(JSONValue.string) ?? .null,
      "verdict": report.verdict.map { .string($0.rawValue) } ?? .null,
      "warnings": .array(report.warnings.map(JSONValue.string)),
      "checks": .array(
        report.checks.map { check in
          [
            "name": .string(check.name.rawValue), "result": .string(check.result.rawValue),
            "detail": .string(check.detail),
          ]
        }),
    ]
  }
}
