import Compression
import Exposition
import HTTPTypes
import Remediation
import Store
import TestSupport
import Testing

@testable import CloseoutServer

@Suite("/metrics")
struct MetricsTests {
  @Test(
    "the format is the one that is asked for",
    arguments: [
      (nil, "text/plain; version=0.0.4; charset=utf-8"),
      (
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
        "application/openmetrics-text; version=1.0.0; charset=utf-8"
      ),
      // Prometheus 3, which can read names that are not plain, and one that cannot.
      (
        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2",
        "application/openmetrics-text; version=1.0.0; charset=utf-8"
      ),
      (
        "text/plain;version=0.0.4;escaping=underscores;q=0.9,application/openmetrics-text;version=1.0.0;escaping=underscores;q=0.3",
        "text/plain; version=0.0.4; charset=utf-8"
      ),
      ("text/html,*/*;q=0.8", "text/plain; version=0.0.4; charset=utf-8"),
    ])
  func negotiation(accept: String?, type: String) async throws {
    let folder = try TemporaryFolder()
    let portal = try TestPortal(SampleStore.store(in: folder, [SampleStore.findings(titled: ["one"])]))
    let answer = try await portal.get("/metrics", accept.map { [.accept: $0] } ?? [:])
    #expect(answer.headers[.contentType] == type)
    #expect(answer.headers[.vary] == "Accept, Accept-Encoding")
    #expect(answer.text.hasSuffix("# EOF\n") == type.contains("openmetrics"))
    #expect(answer.text.contains("process_resident_memory_bytes "))
    #expect(answer.text.contains("closeout_violations_open{"))
    let head = try await portal.get("/metrics", accept.map { [.accept: $0] } ?? [:], method: .head)
    #expect(head.bytes.isEmpty && head.headers[.contentType] == type)
  }

  @Test("with gzip it is the same text, inflated")
  func gzip() async throws {
    let folder = try TemporaryFolder()
    let portal = try TestPortal(SampleStore.store(in: folder, [SampleStore.findings(titled: ["one"])]))
    let plain = try await portal.get("/metrics")
    let packed = try await portal.get("/metrics", [.acceptEncoding: "gzip"])
    #expect(packed.headers[.contentEncoding] == "gzip")
    #expect(packed.headers[.contentLength] == "\(packed.bytes.count)")
    let inflated = try await PeerTool("gzip").run(["-dc"], input: packed.bytes)
    #expect(inflated.succeeded)
    #expect(Self.stable(inflated.text) == Self.stable(plain.text))
  }

  @Test("promtool has nothing to say", .needs(.promtool))
  func promtool() async throws {
    let folder = try TemporaryFolder()
    let portal = try TestPortal(SampleStore.store(in: folder, SampleStore.estate()))
    let output = try await PeerTool.promtool.run(["check", "metrics"], input: portal.get("/metrics").bytes)
    #expect(
      output.succeeded && output.output.isEmpty && output.errors.isEmpty, "\(output.text)\(output.errorText)")
  }

  @Test("both formats have the same series")
  func formats() async throws {
    let folder = try TemporaryFolder()
    let portal = try TestPortal(SampleStore.store(in: folder, SampleStore.estate()))
    func series(_ accept: String) async throws -> Set<Substring> {
      let lines = try await portal.get("/metrics", [.accept: accept]).text.split(separator: "\n")
      return Set(
        lines.filter { !$0.hasPrefix("#") }.compactMap { line in line.lastIndex(of: " ").map { line[..<$0] } }
      )
    }
    let open = try await series("application/openmetrics-text")
    #expect(open.count > 500)
    #expect(try await series("text/plain") == open)
  }

  @Test("a download is counted once")
  func downloads() async throws {
    let folder = try TemporaryFolder()
    let store = try SampleStore.store(in: folder, [SampleStore.findings(titled: ["one"])])
    try store.count([.package: 2])
    let configuration = try SampleStore.configuration()
    let exposition = ExpositionCache(
      store: store, collector: configuration.metrics, limits: configuration.limits)
    func packages(_ minute: Int64) async throws -> Substring? {
      let body = try await exposition.body(
        .prometheus, gzip: false, asOf: Instant(milliseconds: SampleStore.now.milliseconds + minute * 60_000))
      return String(decoding: body, as: UTF8.self).split(separator: "\n")
        .first { $0.hasPrefix("closeout_evidence_packages_total ") }
    }
    #expect(try await packages(0) == "closeout_evidence_packages_total 2")
    exposition.count(.package)
    try store.count([.package: 1])
    #expect(try await packages(9) == "closeout_evidence_packages_total 4")
  }

  @Test("what is read while serving is in the next scrape")
  func freshness() async throws {
    let folder = try TemporaryFolder()
    let store = try SampleStore.store(in: folder, [SampleStore.findings(titled: ["one"])])
    let portal = try TestPortal(store)
    let line = "closeout_findings{finding_severity=\"HIGH\",workflow_status=\"NEW\"} "
    #expect(try await portal.get("/metrics").text.contains(line + "1\n"))
    #expect(try await portal.get("/metrics").text.contains(line + "1\n"))
    let other = try Store.open(at: store.path, create: false)
    _ = try SampleStore.read([SampleStore.findings(titled: ["one", "two", "three"])], into: other)
    #expect(try await portal.get("/metrics").text.contains(line + "3\n"))
  }

  @Test(
    "where collecting takes long, the last numbers are shown until the new ones are there",
    .timeLimit(.minutes(5)))
  func slow() async throws {
    let folder = try TemporaryFolder()
    let store = try SampleStore.store(in: folder, [SampleStore.findings(titled: ["one"])])
    let portal = try TestPortal(store) { $0.limits.collection = .zero }
    let line = "closeout_findings{finding_severity=\"HIGH\",workflow_status=\"NEW\"} "
    #expect(try await portal.get("/metrics").text.contains(line + "1\n"))
    let other = try Store.open(at: store.path, create: false)
    _ = try SampleStore.read([SampleStore.findings(titled: ["one", "two", "three"])], into: other)
    let next = try await portal.get("/metrics").text
    #expect(next.contains(line + "1\n") && next.contains("process_resident_memory_bytes "))
    // The new ones come by themselves: scrapes alone bring them about.
    while try await !portal.get("/metrics").text.contains(line + "3\n") {
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Without the values that change from scrape to scrape.
  private static func stable(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("process_") }
  }
}
