import Foundation
import TestSupport
import Testing

@Suite("The store that the benchmark of scrapes writes row by row")
struct WrittenStoreTests {
  @Test(.needs(python: "sqlite3"), .needs(.sqlite3))
  func `is one that the program reads`() async throws {
    let folder = try TemporaryFolder()
    let (store, nothing) = (folder.file("s.db").path, try folder.write("[]", to: "nothing.json").path)
    let begun = try await CloseoutProgram.run("ingest", "--store", store, nothing)
    #expect(begun.succeeded, "\(begun.errorText)")
    let write = """
      import sys
      from beside import large_store
      large_store.write(sys.argv[1], 300, 1767225600000)
      """
    let python = try #require(try await PythonPeer.interpreter(knowing: ["sqlite3"]))
    let benchmarks = Repository.root.appending(path: "Benchmarks").path
    let written = try await python.run(
      ["-c", write, store], environment: ["PYTHONPATH": benchmarks, "PYTHONDONTWRITEBYTECODE": "1"])
    #expect(written.succeeded, "\(written.errorText)")
    let summary = try await CloseoutProgram.run(
      "summary", "--store", store, "--as-of", "2026-01-01T00:00:00Z")
    #expect(summary.text.contains("300 findings of 300 violations"), "\(summary.errorText)")
    #expect(try await Self.lines(of: "observation", in: store) == "600")
    #expect(try await Self.lines(of: "ledger_entry", in: store) == "160")
    // A question of every collector, decisions and attempts among them.
    let metrics = try await CloseoutProgram.run("metrics", "--store", store)
    #expect(metrics.succeeded && metrics.errorText.isEmpty, "\(metrics.errorText)")
    #expect(metrics.text.contains("closeout_autofix_attempts_total{"))
  }

  private static func lines(of table: String, in store: String) async throws -> String {
    let count = try await PeerTool.sqlite3.run([store, "SELECT count(*) FROM \(table)"])
    return count.text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
