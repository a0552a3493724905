import Foundation
import TestSupport
import Testing

/// Outputs are functions of records, policy and as-of: the bytes do not tell how the records came.
@Suite("Whatever the way records arrive, outputs are the same byte for byte")
struct OrderTests {
  static let asOf = "2026-06-30T00:00:00Z"

  @Test(.needs(.unzip))
  func `summary, metrics, pages and XML do not tell the order of arrival`() async throws {
    let folder = try TemporaryFolder()
    let demo = folder.file("demo").path
    #expect(
      try await CloseoutProgram.run("demo", "--out", demo, "--findings", "200", "--days", "90").succeeded)

    let straight = folder.file("straight.db").path
    _ = try await CloseoutProgram.run("ingest", "--store", straight, demo + "/securityhub", demo + "/ledger")
    let scattered = folder.file("scattered.db").path
    var files = try FileManager.default.subpathsOfDirectory(atPath: demo)
      .filter { $0.hasPrefix("securityhub/") || $0.hasPrefix("ledger/") }
      .filter { $0.contains(".") }
      .map { demo + "/" + $0 }.sorted()
    var generator = SeededGenerator(seed: 11)
    files.shuffle(using: &generator)
    for file in files + files.prefix(5) {
      _ = try await CloseoutProgram.run("ingest", "--store", scattered, file)
    }

    #expect(try await Self.summary(straight) == Self.summary(scattered))
    #expect(try await Self.metrics(straight) == Self.metrics(scattered))
    let pages = try await Self.documents(straight, in: folder.file("a").path)
    #expect(pages.count > 150)
    #expect(try await pages == Self.documents(scattered, in: folder.file("b").path))
  }

  private static func summary(_ store: String) async throws -> String {
    try await CloseoutProgram.run("summary", "--store", store, "--json", "--as-of", asOf).text
  }

  /// The metrics less those that speak of runs, of the process and of the file.
  private static func metrics(_ store: String) async throws -> [Substring] {
    let text = try await CloseoutProgram.run("metrics", "--store", store, "--as-of", asOf).text
    #expect(text.hasSuffix("# EOF\n"))
    // The size of the store and of its log know the order of arrival: each run adds heads and a receipt.
    let others = ["ingest_", "collector_", "store_size", "store_log_entries", "evidence_"]
    return text.split(separator: "\n").filter { line in
      !others.contains { line.contains("closeout_" + $0) } && !line.contains("process_")
    }
  }

  /// Every page and XML of every package, by the package's name.
  private static func documents(_ store: String, in folder: String) async throws -> [String: String] {
    let written = try await CloseoutProgram.run(
      "evidence", "--store", store, "--all", "--unsigned", "--as-of", asOf, "--out", folder)
    #expect(written.succeeded, "\(written.errorText)")
    var documents: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".zip") {
      let both = try await PeerTool.unzip.run([
        "-p", folder + "/" + name, "*/data/evidence.html", "*/data/evidence.xml",
      ])
      documents[name] = both.text
    }
    return documents
  }
}
