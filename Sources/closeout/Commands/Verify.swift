import ArgumentParser
import Evidence
import Foundation
import JSONKit
import Markup
import TransparencyLog

/// `closeout verify`: checks packages without the store.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check packages: integrity, signatures, proofs, and that page and records agree.",
    discussion: """
      Give zips, unpacked bags, or folders of zips. With --key the public keys that reached you by another
      road are used; without one only those that the packages carry, which proves less and is said so.
      """)

  @Option(
    help: ArgumentHelp("A public key (PEM), of packages or of the log; repeatable.", valueName: "file"))
  var key: [String] = []

  @Flag(help: "Print every report as JSON, one a line.")
  var json = false

  @Flag(help: "Show every check, not only what failed or could not be made.")
  var verbose = false

  @Argument(help: ArgumentHelp("Zips, bags or folders.", valueName: "path"))
  var paths: [String]

  func run() throws {
    do {
      let keys = try key.map { try LogPublicKey(pem: String(contentsOfFile: $0, encoding: .utf8)) }
      var verifier = try PackageVerifier(keys: keys)
      var (accepted, refused) = (0, 0)
      var warnings: Set<String> = []
      for path in try paths.flatMap(Self.packages(at:)) {
        let report = try Self.verify(path, with: &verifier)
        report.isAccepted ? (accepted += 1) : (refused += 1)
        warnings.formUnion(report.warnings)
        show(report, of: path)
      }
      if !json {
        for warning in warnings.sorted() { Output.say("warning: " + terminalSafe(warning)) }
        Output.writeLine("\(Quantities.count(accepted)) packages hold, \(Quantities.count(refused)) do not")
      }
      if refused > 0 { throw Failure.incomplete }
      if accepted == 0 {
        Output.say(
          "closeout: no package found there\n\nhint: give a .zip, an unpacked bag, or a folder of zips")
        throw Failure.unable
      }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw Failure.unable(error)
    }
  }

  private static func verify(_ path: String, with verifier: inout PackageVerifier) throws
    -> VerificationReport
  {
    let url = URL(filePath: path)
    return path.hasSuffix("/bagit.txt")
      ? verifier.verify(folder: url.deletingLastPathComponent())
      : verifier.verify(zip: Array(try Data(contentsOf: url)))
  }

  /// A zip stands for itself; a bag for its `bagit.txt`; any other folder for the zips and bags in it.
  private static func packages(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return [path]
    }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let bag = folder + "/bagit.txt"
    if FileManager.default.fileExists(atPath: bag) { return [bag] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { name in
      name.hasSuffix(".zip")
        ? [folder + "/" + name]
        : [folder + "/" + name + "/bagit.txt"].filter(FileManager.default.fileExists(atPath:))
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
