import ArgumentParser
import Foundation
import Ingest
import Intake

/// How files are read that Closeout does not know by itself.
struct MappingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Read another ledger as this mapping file (YAML) says.", valueName: "file"))
  var map: String?

  /// A run of ingest with the mapping, if there is one.
  func run(progress: (@Sendable (IngestRun.Progress) -> Void)?) throws -> IngestRun {
    guard let map else { return IngestRun(now: Clock.now, progress: progress) }
    let text = try String(contentsOfFile: map, encoding: .utf8)
    return IngestRun(
      mapping: try LedgerMapping(yaml: text, file: map), mappingText: text, now: Clock.now,
      progress: progress)
  }
}
