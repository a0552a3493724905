import Foundation
import TestSupport
import Testing

@Suite("Killed anywhere and run again, the result is the same")
struct CrashTests {
  @Test(arguments: [60, 150, 300, 600])
  func `an ingest that is killed can be run again`(milliseconds: Int) async throws {
    let folder = try TemporaryFolder()
    let demo = folder.file("demo").path
    #expect(
      try await CloseoutProgram.run("demo", "--out", demo, "--findings", "400", "--days", "90").succeeded)
    let inputs = [demo + "/securityhub", demo + "/ledger"]
    let whole = try await Self.summary(folder.file("whole.db").path, inputs)

    let store = folder.file("killed.db").path
    let process = Process()
    process.executableURL = CloseoutProgram.tool.url
    process.arguments = ["ingest", "--store", store] + inputs
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try await Task.sleep(for: .milliseconds(milliseconds))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()

    #expect(try await Self.summary(store, inputs) == whole)
  }

  private static func summary(_ store: String, _ inputs: [String]) async throws -> String {
    let ingest = try await CloseoutProgram.run("ingest", "--store", store, inputs[0], inputs[1])
    // The demo holds a few records that are rejected, and says so.
    #expect(ingest.status == 1)
    let summary = try await CloseoutProgram.run(
      "summary", "--store", store, "--json", "--as-of", "2026-06-30T00:00:00Z")
    #expect(summary.succeeded)
    return summary.text
  }
}
