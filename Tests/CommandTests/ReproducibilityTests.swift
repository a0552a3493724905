import Foundation
import TestSupport
import Testing

@Suite("Packages are the same bytes elsewhere and later, but for the signatures")
struct ReproducibilityTests {
  @Test(.needs(.unzip, .sha256sum))
  func `another time zone, locale, folder and moment change nothing, with a policy`() async throws {
    let folder = try TemporaryFolder()
    let demo = folder.file("demo").path
    _ = try await CloseoutProgram.run("demo", "--out", demo, "--findings", "60", "--days", "60")
    var digests: [[String: String]] = []
    var roots: [String] = []
    for (number, environment) in [
      ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
      ["TZ": "America/St_Johns", "LC_ALL": "C", "LANG": "ar_EG.UTF-8"],
    ].enumerated() {
      // Another machine: the same files, policy and keys in a folder of another name, read anew in the same order.
      let machine = folder.file("machine \(number)")
      try FileManager.default.createDirectory(at: machine, withIntermediateDirectories: true)
      try CloseoutProgram.policy.write(
        to: machine.appending(path: "closeout.yaml"), atomically: true, encoding: .utf8)
      try FileManager.default.copyItem(atPath: demo, toPath: machine.appending(path: "demo").path)
      func run(_ arguments: String...) async throws {
        let result = try await CloseoutProgram.tool.run(arguments, environment: environment, in: machine)
        #expect(result.status < 2, "\(arguments): \(result.errorText)")
        if arguments[0] == "checkpoint" { roots.append(result.text) }
      }
      try await run("ingest", "--store", "estate.db", "demo/securityhub", "demo/ledger")
      if number > 0 {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.file("machine 0").path)
        where name.hasSuffix(".key") || name.hasSuffix(".pub") {
          try FileManager.default.copyItem(
            at: folder.file("machine 0/\(name)"), to: machine.appending(path: name))
        }
      }
      try await run(
        "evidence", "--store", "estate.db", "--all", "--as-of", "2026-06-30T00:00:00Z", "--out", "out")
      try await run("checkpoint", "--store", "estate.db")
      digests.append(try await Self.digests(machine.appending(path: "out")))
    }
    #expect(roots.count == 2 && roots[0] == roots[1])
    #expect(digests[0].count > 1000)
    #expect(digests[0].keys.contains { $0.hasSuffix("/data/policy.yaml") })
    #expect(digests[0].keys.contains { $0.hasSuffix("/data/ledger/policy.tlog-proof") })
    let differing = digests[0].filter { digests[1][$0.key] != $0.value }.keys.sorted()
    #expect(differing.isEmpty && digests[0].count == digests[1].count, "\(differing.prefix(5))")
    let store = folder.file("machine 0/estate.db").path

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
