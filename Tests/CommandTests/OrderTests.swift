import Foundation
import TestSupport
import Testing

/// Outputs are functions of records, policy and as-of: the bytes do not tell how the records came.
@Suite("Whatever the way records arrive, outputs are the same byte for byte")
struct OrderTests {
  static let asOf = "2026-06-30T00:00:00Z"

  @Test(.needs(.unzip, .sha256sum))
  func `summary, metrics and packages do not tell the order of arrival, but for the log`() async throws {
    let folder = try TemporaryFolder()
    let demo = folder.file("demo").path
    #expect(
      try await CloseoutProgram.run("demo", "--out", demo, "--findings", "200", "--days", "90").succeeded)

    // Beside both stores, so that both are judged by it.
    try CloseoutProgram.policy.write(to: folder.file("closeout.yaml"), atomically: true, encoding: .utf8)
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
    let one = try await Self.files(straight, in: folder.file("a").path)
    // The same keys, so that nothing differs for their sake.
    for kind in ["log.key", "log.pub", "package.key", "package.pub"] {
      try FileManager.default.copyItem(
        at: folder.file("straight.\(kind)"), to: folder.file("scattered.\(kind)"))
    }
    let other = try await Self.files(scattered, in: folder.file("b").path)
    let differing = Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }
    #expect(one.keys.count { $0.hasSuffix("/data/evidence.html") } > 150)
    #expect(one.keys.contains { $0.hasSuffix("/data/policy.yaml") })
    // Positions and proofs, what is digested over them, and the count of bytes.
    let names = Set(
      differing.map { path in
        let name = path.split(separator: "/").dropFirst().joined(separator: "/")
        return name.hasPrefix("data/ledger/") ? "data/ledger/" : name
      })
    #expect(
      names == [
        "data/ledger/", "manifest-sha256.txt", "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig",
        "checkpoint.sig", "bag-info.txt",
      ])
    for path in differing where path.hasSuffix("/bag-info.txt") {
      #expect(Self.info(one[path]) == Self.info(other[path]))
    }
  }

  /// What a bag says of itself, less the count of its bytes.
  private static func info(_ text: String?) -> [Substring]? {
    text?.split(separator: "\n").filter { !$0.hasPrefix("Payload-Oxum: ") }
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

  /// Every file of every package: its digest, and of a bag's description the text.
  private static func files(_ store: String, in folder: String) async throws -> [String: String] {
    let written = try await CloseoutProgram.run(
      "evidence", "--store", store, "--all", "--as-of", asOf, "--out", folder)
    #expect(written.succeeded, "\(written.errorText)")
    let script = """
      for zip in *.zip; do unzip -q "$zip" && rm "$zip"; done
      find closeout-* -type f -exec sha256sum {} +
      """
    let listed = try await PeerTool.sh.run(["-c", script], in: URL(filePath: folder), timeout: .seconds(120))
    var files: [String: String] = [:]
    for line in listed.text.split(separator: "\n") {
      let path = String(line.dropFirst(66))
      files[path] =
        path.hasSuffix("/bag-info.txt")
        ? try String(contentsOfFile: folder + "/" + path, encoding: .utf8) : String(line.prefix(64))
    }
    return files
  }
}
