import Foundation
import TestSupport
import Testing

@Suite("Packages are the same bytes elsewhere and later, but for the signatures")
struct ReproducibilityTests {
  @Test(.needs(.unzip, .sha256sum))
  func `another time zone, locale, folder and moment change nothing`() async throws {
    let folder = try TemporaryFolder()
    let demo = folder.file("demo").path
    _ = try await CloseoutProgram.run("demo", "--out", demo, "--findings", "60", "--days", "60")
    let store = folder.file("estate.db").path
    _ = try await CloseoutProgram.run("ingest", "--store", store, demo + "/securityhub", demo + "/ledger")
    _ = try await CloseoutProgram.run("key", "init", "--store", store)
    var digests: [[String: String]] = []
    for (number, environment) in [
      ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
      ["TZ": "America/St_Johns", "LC_ALL": "C", "LANG": "ar_EG.UTF-8"],
    ].enumerated() {
      // Another machine: a copy of the store and of its keys, in a folder of another name.
      let elsewhere = folder.file("machine \(number)")
      try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      where name.hasPrefix("estate.") {
        try FileManager.default.copyItem(at: folder.file(name), to: elsewhere.appending(path: name))
      }
      let out = elsewhere.appending(path: "out")
      let made = try await CloseoutProgram.tool.run(
        [
          "evidence", "--store", elsewhere.appending(path: "estate.db").path, "--all", "--as-of",
          "2026-06-30T00:00:00Z", "--out", out.path,
        ], environment: environment)
      #expect(made.succeeded, "\(made.errorText)")
      digests.append(try await Self.digests(out))
    }
    #expect(digests[0].count > 1000)
    #expect(digests[0] == digests[1])

    // One archive holds the same packages.
    let archive = folder.file("all.zip").path
    let made = try await CloseoutProgram.run(
      "evidence", "--store", store, "--all", "--as-of", "2026-06-30T00:00:00Z", "--archive", archive)
    #expect(made.succeeded, "\(made.errorText)")
    let out = folder.file("archive")
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    #expect(try await PeerTool.unzip.run(["-q", archive, "-d", out.path]).succeeded)
    let verified = try await CloseoutProgram.run("verify", out.path)
    #expect(verified.succeeded, "\(verified.text)")
    #expect(try await Self.digests(out) == digests[0])
  }

  /// SHA-256 of every file of every package, less the signatures and what has their digest.
  private static func digests(_ out: URL) async throws -> [String: String] {
    let script = """
      for zip in *.zip; do unzip -q "$zip"; done
      find . -type f ! -name '*.zip' ! -name '*.sig' ! -name 'index.*' -exec sha256sum {} +
      """
    let result = try await PeerTool.sh.run(["-c", script], in: out)
    return Dictionary(
      result.text.split(separator: "\n").map { (String($0.dropFirst(66)), String($0.prefix(64))) },
      uniquingKeysWith: { first, _ in first })
  }
}
