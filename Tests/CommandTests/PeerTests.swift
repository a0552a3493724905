import Foundation
import TestSupport
import Testing

@Suite("Other people's tools accept what the program writes")
struct PeerTests {
  @Test(.needs(.promtool, .xmllint, .bagit, .sha256sum, .openssl, .unzip))
  func `every package of a demo estate holds for bagit, sha256sum, xmllint and openssl`() async throws {
    let folder = try TemporaryFolder()
    let (demo, store, out) = (folder.file("demo").path, folder.file("s.db").path, folder.file("out").path)
    _ = try await CloseoutProgram.run("demo", "--out", demo, "--findings", "60", "--days", "60")
    _ = try await CloseoutProgram.run("ingest", "--store", store, demo + "/securityhub", demo + "/ledger")
    let evidence = try await CloseoutProgram.run(
      "evidence", "--store", store, "--all", "--as-of", "2026-06-30T00:00:00Z", "--out", out)
    #expect(evidence.succeeded, "\(evidence.errorText)")
    let key = folder.file("packages.pub")
    try Data(try await CloseoutProgram.run("key", "show", "--pem", "--store", store).output).write(to: key)

    let zips = try FileManager.default.contentsOfDirectory(atPath: out).filter { $0.hasSuffix(".zip") }
      .sorted()
    #expect(zips.count > 40)
    for zip in zips {
      _ = try await PeerTool.unzip.run(["-q", zip], in: URL(filePath: out))
      let bag = URL(filePath: out).appending(path: String(zip.dropLast(4)))
      for check in [
        try await PeerTool.sha256sum.run(["-c", "--strict", "--quiet", "manifest-sha256.txt"], in: bag),
        try await PeerTool.sha256sum.run(["-c", "--strict", "--quiet", "tagmanifest-sha256.txt"], in: bag),
        try await PeerTool.xmllint.run(
          ["--nonet", "--noout", "--schema", "data/evidence-1.xsd", "data/evidence.xml"], in: bag),
        try await PeerTool.openssl.run(
          [
            "dgst", "-sha256", "-verify", key.path, "-signature", "tagmanifest-sha256.txt.sig",
            "tagmanifest-sha256.txt",
          ], in: bag),
      ] {
        #expect(check.succeeded, "\(zip): \(check.errorText)\(check.text)")
      }
    }
    // bagit starts slowly; one call checks many bags.
    let bags = zips.map { URL(filePath: out).appending(path: String($0.dropLast(4))).path }
    let bagit = try await PeerTool.bagit.run(["--validate", "--quiet"] + bags, timeout: .seconds(300))
    #expect(bagit.succeeded, "\(bagit.errorText)")
    let verify = try await CloseoutProgram.run("verify", out, "--key", key.path)
    #expect(verify.succeeded, "\(verify.text)")
    // Each package lies there twice, as a zip and unpacked, and the index beside them.
    #expect(verify.text.contains("\(2 * zips.count + 1) hold, 0 do not"))
  }

  @Test(.needs(.promtool), .needs(python: "prometheus_client"))
  func `promtool is silent on the classic body and Prometheus' client parses the other`() async throws {
    let folder = try TemporaryFolder()
    let (demo, store) = (folder.file("demo").path, folder.file("s.db").path)
    _ = try await CloseoutProgram.run("demo", "--out", demo, "--findings", "120", "--days", "60")
    _ = try await CloseoutProgram.run("ingest", "--store", store, demo + "/securityhub", demo + "/ledger")
    let classic = try await CloseoutProgram.run("metrics", "--store", store, "--format", "prometheus")
    #expect(classic.succeeded)
    let promtool = try await PeerTool.promtool.run(["check", "metrics"], input: classic.output)
    #expect(
      promtool.succeeded && promtool.text.isEmpty && promtool.errorText.isEmpty, "\(promtool.errorText)")
    let open = try await CloseoutProgram.run("metrics", "--store", store)
    let python = Repository.root.appending(path: ".peers/bin/python").path
    let parsed = try await PeerTool(python).run(
      [
        "-c",
        """
        import sys
        from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse
        print(sum(len(family.samples) for family in parse(sys.stdin.read())))
        """,
      ], input: open.output)
    #expect(parsed.succeeded, "\(parsed.errorText)")
    #expect((Int(parsed.text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) > 300)
  }
}
