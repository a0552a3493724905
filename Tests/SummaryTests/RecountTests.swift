import Foundation
import Ingest
import Intake
import Measures
import Policy
import Remediation
import Store
import Summary
import TestSupport
import Testing

/// One estate, one instant and one window to count in.
struct Recount: Sendable, CustomTestStringConvertible {
  var seed: Int
  var asOf: String
  var from: String?
  var to: String?

  var testDescription: String { "seed \(seed) as of \(asOf), \(from ?? "…")–\(to ?? "…")" }

  static let all = [
    Recount(seed: 11, asOf: "2025-06-01T00:00:00Z"),
    Recount(seed: 11, asOf: "2024-11-15T12:00:00Z"),
    Recount(seed: 12, asOf: "2024-12-20T00:00:00Z"),
    Recount(
      seed: 12, asOf: "2024-12-20T00:00:00Z", from: "2024-10-01T00:00:00Z", to: "2024-11-01T00:00:00Z"),
  ]
}

@Suite("An independent count of the raw files")
struct RecountTests {
  static let generator = SharedFolder.item("generator/securityhub_history.py")
  private static let peers = Repository.testFolder(of: #filePath).appending(path: "Peers").path

  @Test(.enabled(if: generator != nil, "the generator is not beside the checkout"), arguments: Recount.all)
  func `gives every measure, whole and by severity`(recount: Recount) async throws {
    let folder = try TemporaryFolder()
    let names = ["findings.ndjson", "history.ndjson", "ledger.ndjson"].map { folder.file($0) }
    let generator = try #require(Self.generator)
    let made = try await PeerTool("python3").run([
      generator.path, "-n", "2500", "--seed", "\(recount.seed)", "-o", names[0].path, "--ledger",
      names[1].path,
    ])
    try #require(made.succeeded, "\(made.errorText)")
    let extra = try await PeerTool("python3").run([
      Self.peers + "/extra_ledger.py", names[0].path, "\(recount.seed)",
    ])
    try #require(extra.succeeded, "\(extra.errorText)")
    try Data(extra.output).write(to: names[2])

    let instants = [recount.from, recount.to].map { text in text.flatMap { Instant($0) } }
    let asOf = try #require(Instant(recount.asOf))
    let answer = try await PeerTool("python3").run(
      [Self.peers + "/recount.py"] + names.map(\.path) + ["\(asOf.milliseconds)"]
        + instants.map { $0.map { "\($0.milliseconds)" } ?? "-" })
    try #require(answer.succeeded, "\(answer.errorText)")
    let told = try JSONDecoder().decode([String: [String: [Int64]]].self, from: Data(answer.output))

    let store = try Self.store(folder, names)
    let window = Window(from: instants[0], to: instants[1])
    try store.snapshot(asOf: asOf, window: window) { snapshot in
      try snapshot.prepareCases(.builtIn)
      for name in MeasureName.allCases {
        let wanted = told[name.rawValue] ?? [:]
        try snapshot.cut(by: nil)
        let whole = try snapshot.counts(of: name)[nil] ?? MeasureCount()
        #expect(Self.triple(whole) == wanted["all"] ?? [0, 0, 0], "\(name)")
        try snapshot.cut(by: .severity)
        let cells = try snapshot.counts(of: name)
        for severity in Severity.allCases.map(\.label) {
          let cell = cells[ExactText(severity)] ?? MeasureCount()
          #expect(Self.triple(cell) == wanted[severity] ?? [0, 0, 0], "\(name) \(severity)")
        }
      }
    }
    if recount.from == nil {
      // Nothing was compared with nothing.
      let idle = MeasureName.allCases.filter { (told[$0.rawValue]?["all"]?[1] ?? 0) == 0 }
      #expect(idle.isEmpty, "\(idle)")
    }
  }

  private static func triple(_ count: MeasureCount) -> [Int64] {
    [Int64(count.numerator), Int64(count.denominator), count.total]
  }

  private static func store(_ folder: borrowing TemporaryFolder, _ files: [URL]) throws -> Store {
    let store = try Store.open(at: folder.file("store.db").path, create: true)
    let text = try String(
      contentsOf: Repository.root.appending(path: "docs/mappings/execution-history.yaml"), encoding: .utf8)
    let mapped = IngestRun(
      mapping: try LedgerMapping(yaml: text, file: "execution-history.yaml"), mappingText: text,
      now: { DemoStore.end })
    let plain = IngestRun(now: { DemoStore.end })
    let receipts = [
      try plain.run([.file(path: files[0].path)], into: store),
      try mapped.run([.file(path: files[1].path)], into: store),
      try plain.run([.file(path: files[2].path)], into: store),
    ]
    #expect(receipts.allSatisfy { $0.total.rejected == 0 && $0.total.new > 0 })
    return store
  }
}
