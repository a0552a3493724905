import ArgumentParser
import Foundation
import Ingest
import Intake
import Markup
import Queries
import Store

/// `closeout check-ledger`: what a pipeline's author runs on what the pipeline writes.
struct CheckLedger: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-ledger",
    abstract: "Check a ledger: every entry that would be refused, with its line, its path and the fix.",
    discussion: """
      Reads the ledger as `closeout ingest` does, into a store of its own that is thrown away. Exit status 1
      says that an entry was refused, that a hash chain breaks, or that something is no ledger entry.
      docs/ledger-format.md describes the format, docs/cloudevents-ledger.schema.json is its schema.
      """)

  @OptionGroup var mapping: MappingOptions
  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
  var paths: [String]

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Give at least one file or folder, or - for standard input.") }
  }

  func run() throws {
    var isGood = false
    do {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("closeout-check-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      defer { try? FileManager.default.removeItem(at: folder) }
      let store = try Store.open(at: folder.appendingPathComponent("check.db").path, create: true)
      let inputs = try InputFiles.expand(paths).map(IngestInput.init(argument:))
      let receipt = try mapping.run(progress: nil).run(inputs, into: store)
      isGood = try Self.report(receipt, store)
    } catch {
      throw Failure.unable(error)
    }
    if !isGood { throw Failure.incomplete }
  }

  /// Prints what is wrong and how much is right.
  private static func report(_ receipt: Receipt, _ store: Store) throws -> Bool {
    let (entries, others) = try store.snapshot(asOf: Clock.now()) { snapshot in
      try snapshot.forEach(Queries.Reading.rejected) { row in
        Output.writeLine(Rejected.List.line(row))
        if let hint = row.text("hint") { Output.writeLine("  hint: " + terminalSafe(hint)) }
      }
      var (entries, others) = (0, 0)
      try snapshot.forEach(Queries.Reading.sources) { row in
        let count = Int(row.int("records") ?? 0)
        let kind = row.int("source").flatMap { SourceKind(rawValue: Int($0)) }
        if kind == .cloudEvents || kind == .mapped { entries += count } else { others += count }
      }
      return (entries, others)
    }
    for file in receipt.files {
      guard let problem = file.problem else { continue }
      Output.writeLine("\(terminalSafe(file.name)): \(terminalSafe(problem))")
    }
    if others > 0 {
      Output.writeLine("\(Quantities.count(others)) records are findings, and no entries of a ledger")
    }
    Output.writeLine(
      "\(Quantities.count(entries)) entries are good, \(Quantities.count(receipt.total.rejected)) refused")
    return receipt.isComplete && others == 0
  }
}
