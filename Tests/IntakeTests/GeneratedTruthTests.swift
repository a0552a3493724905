import Foundation
import Ingest
import Intake
import Remediation
import Store
import Summary
import TestSupport
import Testing

/// What the generator knows of the history that it wrote.
struct GeneratedTruth: Decodable {
  var findings: Int
  var resolutionsByCheck: Int
  var mttrSecondsMean: Double
  var reopens: Int
  var suppressed: Int
  var falsePositives: Int
  var archived: Int
  var open: Int
  var autoFixAttempts: Int
  var autoFixSuccess: Int
  var rollbacks: Int
}

/// One way in which a history may be written.
struct GeneratedHistory: Sendable, CustomTestStringConvertible {
  var seed: Int
  var format: String
  var order: String

  var testDescription: String { "seed \(seed), \(format), by \(order)" }

  static let all = (1...3).flatMap { seed in
    ["ndjson", "array", "pages", "firehose", "eventbridge", "import"].flatMap { format in
      ["time", "shuffle"].map { GeneratedHistory(seed: seed, format: format, order: $0) }
    }
  }
}

@Suite("A generated history gives the numbers that its generator knows")
struct GeneratedTruthTests {
  static let generator = SharedFolder.item("generator/securityhub_history.py")

  @Test(
    .enabled(if: generator != nil, "the generator is not beside the checkout"),
    arguments: GeneratedHistory.all)
  func `the summary equals the truth`(history: GeneratedHistory) async throws {
    let folder = try TemporaryFolder()
    let (findings, ledger, truth) = (
      folder.file("findings.json").path, folder.file("ledger.ndjson").path, folder.file("truth.json")
    )
    let made = try await PeerTool("python3").run([
      try #require(Self.generator).path, "-n", "600", "--seed", "\(history.seed)", "--format", history.format,
      "--order", history.order, "-o", findings, "--truth", truth.path, "--ledger", ledger,
    ])
    try #require(made.succeeded, "\(made.errorText)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let known = try decoder.decode(GeneratedTruth.self, from: Data(contentsOf: truth))

    let store = try Store.open(at: folder.file("store.db").path, create: true)
    let mapping = try String(
      contentsOf: Repository.root.appending(path: "docs/mappings/execution-history.yaml"), encoding: .utf8)
    let receipt = try Estate.run.run([.file(path: findings)], into: store)
    let mapped = IngestRun(
      mapping: try LedgerMapping(yaml: mapping, file: "execution-history.yaml"), mappingText: mapping,
      now: { Estate.end })
    let ledgerReceipt = try mapped.run([.file(path: ledger)], into: store)
    #expect(receipt.total.rejected == 0 && receipt.total.new == 600)
    #expect(ledgerReceipt.total.rejected == 0)

    let summary = try store.snapshot(asOf: Estate.end) { snapshot in try EstateSummary(snapshot) }
    #expect(summary.findings == known.findings)
    #expect(summary.episodes.closed[.verified] == known.resolutionsByCheck)
    #expect(abs((summary.timeToRemediate.mean ?? 0) - known.mttrSecondsMean) < 0.01)
    #expect(summary.episodes.reopened == known.reopens)
    #expect(summary.episodes.closed[.suppressed] == known.suppressed)
    #expect(summary.falsePositives.confirmed == known.falsePositives)
    #expect(summary.episodes.closed[.resourceGone] == known.archived)
    #expect(summary.violations.open == known.open)
    #expect(summary.autofix.attempts == known.autoFixAttempts)
    #expect(summary.autofix.succeeded == known.autoFixSuccess)
    #expect(summary.rollbacks.count == known.rollbacks)
  }
}
