import ArgumentParser
import Evidence
import Foundation
import Intake
import JSONKit
import Markup
import Remediation
import Store
import TransparencyLog

/// `closeout check-store`: computes everything in a store again that can be computed twice.
struct CheckStore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-store",
    abstract:
      "Check a store: records against the log, the log against its checkpoints, numbers against records.",
    discussion: """
      Hashes every record and reads its bytes again, follows every chain of imports, builds the log's tree anew,
      holds it against the checkpoints that were signed, and folds everything again. Checkpoints that were kept
      elsewhere count more than those in the store: give them with --checkpoint. The result and the time of
      the check are what closeout_ledger_chain_intact and closeout_ledger_last_verified_timestamp_seconds show.
      Exit status 1 when something does not agree.
      """)

  @OptionGroup var store: StoreOptions

  @Option(
    help: ArgumentHelp("A checkpoint that was kept outside of the store; repeatable.", valueName: "file"))
  var checkpoint: [String] = []

  @Flag(help: "Print the report as JSON.")
  var json = false

  func run() throws {
    let check: StoreCheck
    do {
      let opened = try store.open()
      check = try opened.check(against: checkpoints(of: opened), at: Clock.now())
    } catch {
      throw Failure.unable(error)
    }
    if json {
      Output.writeLine(Self.json(check).text(sortedKeys: true))
    } else {
      Self.show(check)
    }
    if !check.isIntact { throw Failure.incomplete }
  }

  /// Those that the store keeps and those that were given, with the signature of the log's key.
  private func checkpoints(of opened: Store) throws -> [TransparencyLog.Checkpoint] {
    let given = try checkpoint.map { path in
      try SignedNote(parsing: Array(Data(contentsOf: URL(filePath: path))))
    }
    let notes = try opened.checkpoints() + given
    let keys = KeyStore(besideStore: opened.path)
    guard !notes.isEmpty, keys.exists else { return [] }
    let signer = try keys.signer()
    let verifier = try NoteVerifier(name: signer.origin, publicKey: signer.logKey)
    return try notes.map { note in try TransparencyLog.Checkpoint(verifying: note, log: [verifier]) }
  }

  private static func show(_ check: StoreCheck) {
    var table = Table()
    table.add("entries of the log", Quantities.count(check.size))
    table.add("  records", Quantities.count(check.records))
    table.add("  heads", Quantities.count(check.heads))
    table.add("  others", Quantities.count(check.notes))
    table.add("checkpoints", Quantities.count(check.checkpoints.count))
    table.add("violations folded again", Quantities.count(check.violations))
    Output.writeLine(table.text)
    Output.writeLine("root  \(check.root.base64)")
    for problem in check.problems {
      Output.writeLine(
        "FAILED: \(problem.area.rawValue): \(terminalSafe(problem.place)): \(terminalSafe(problem.text))")
    }
    let total = check.counts.values.reduce(0, +)
    if total > check.problems.count {
      Output.writeLine("… and \(Quantities.count(total - check.problems.count)) more")
    }
    if check.checkpoints.isEmpty {
      Output.say("warning: no checkpoint was ever signed, so the log was held against none")
    }
    Output.writeLine(check.isIntact ? "everything agrees" : "\(Quantities.count(total)) things do not agree")
  }

  private static func json(_ check: StoreCheck) -> JSONValue {
    [
      "schema": 1,
      "intact": .bool(check.isIntact),
      "log_intact": .bool(check.isLogIntact),
      "size": .int(Int64(check.size)),
      "root": .string(check.root.base64),
      "records": .int(Int64(check.records)),
      "heads": .int(Int64(check.heads)),
      "notes": .int(Int64(check.notes)),
      "checkpoints": .array(check.checkpoints.map { .int(Int64($0)) }),
      "violations": .int(Int64(check.violations)),
      "problems": .array(
        check.problems.map {
          ["area": .string($0.area.rawValue), "place": .string($0.place), "text": .string($0.text)]
        }),
      "problem_counts": .object(
        StoreCheck.Area.allCases.compactMap { area in
          check.counts[area].map { JSONValue.Member(area.rawValue, .int(Int64($0))) }
        }),
    ]
  }
}
