import Foundation
import TestSupport
import Testing

@Suite("closeout metrics serves the textfile collector")
struct TextfileTests {
  /// A store of a small demo estate.
  private static func makeStore(in folder: borrowing TemporaryFolder) async throws -> String {
    let (demo, store) = (folder.file("demo").path, folder.file("s.db").path)
    _ = try await CloseoutProgram.run("demo", "--out", demo, "--findings", "50", "--days", "60")
    _ = try await CloseoutProgram.run("ingest", "--store", store, demo + "/securityhub", demo + "/ledger")
    return store
  }

  @Test(.needs(.promtool))
  func `a file is replaced in one step, and says nothing of the process`() async throws {
    let folder = try TemporaryFolder()
    let store = try await Self.makeStore(in: folder)
    let file = try folder.write("old\n", to: "textfile/closeout.prom")
    let number = try Self.number(of: file)
    let written = try await CloseoutProgram.run(
      "metrics", "--store", store, "--format", "prometheus", "--output", file.path)
    #expect(written.succeeded && written.output.isEmpty, "\(written.errorText)")
    // Another file under the same name: whoever has the old one open reads it to its end.
    #expect(try Self.number(of: file) != number)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.file("textfile").path) == ["closeout.prom"])
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(!text.contains("process_") && !text.contains("# EOF"))
    let check = try await PeerTool.promtool.run(["check", "metrics"], input: Array(text.utf8))
    #expect(check.succeeded && (check.text + check.errorText).isEmpty, "\(check.errorText)")
  }

  @Test func `a file that cannot be written ends with 2 and leaves nothing behind`() async throws {
    let folder = try TemporaryFolder()
    let store = try await Self.makeStore(in: folder)
    let result = try await CloseoutProgram.run(
      "metrics", "--store", store, "--output", folder.file("missing/closeout.prom").path)
    #expect(result.status == 2)
    #expect(result.errorText.contains("closeout.prom"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("missing").path))
  }

  @Test func `a folder of queries adds families, and a wrong one is named with its line`() async throws {
    let folder = try TemporaryFolder()
    let store = try await Self.makeStore(in: folder)
    try folder.write(
      """
      -- family: acme_regions
      -- type: gauge
      -- help: Regions with a violation.
      SELECT count(*) AS value FROM region;

      """, to: "queries/regions.sql")
    let queries = folder.file("queries").path
    let good = try await CloseoutProgram.run("metrics", "--store", store, "--queries", queries)
    #expect(good.succeeded && good.text.hasPrefix("# TYPE acme_regions gauge\n"), "\(good.errorText)")
    #expect(good.text.contains("\ncloseout_collector_success{collector=\"regions\"} 1\n"))
    try folder.write(
      "-- family: acme_total\n-- type: counter\n-- help: x\nSELECT 1;\n", to: "queries/wrong.sql")
    let bad = try await CloseoutProgram.run("metrics", "--store", store, "--queries", queries)
    #expect(bad.status == 2 && bad.output.isEmpty)
    #expect(bad.errorText.contains("wrong.sql:1"))
  }

  @Test func `packages and checks of them are counted, once each`() async throws {
    let folder = try TemporaryFolder()
    let store = try await Self.makeStore(in: folder)
    let out = folder.file("out").path
    _ = try await CloseoutProgram.run("evidence", "--store", store, "--all", "--out", out)
    let zips = try FileManager.default.contentsOfDirectory(atPath: out).filter { $0.hasSuffix(".zip") }
      .sorted()
    try #require(zips.count > 10)
    let broken = try folder.write("no zip", to: "broken.zip")
    _ = try await CloseoutProgram.run("verify", "--store", store, out + "/" + zips[0], out + "/" + zips[1])
    _ = try await CloseoutProgram.run("verify", "--store", store, out + "/" + zips[2], broken.path)
    _ = try await CloseoutProgram.run("verify", out + "/" + zips[3])
    let text = try await CloseoutProgram.run("metrics", "--store", store).text
    #expect(text.contains("\ncloseout_evidence_packages_total \(zips.count)\n"))
    #expect(text.contains("\ncloseout_evidence_verifications_total 4\n"))
    #expect(text.contains("\ncloseout_evidence_verification_failures_total 1\n"))
  }

  private static func number(of file: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? Int
  }
}
