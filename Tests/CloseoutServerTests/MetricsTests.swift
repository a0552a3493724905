import Compression
import HTTPTypes
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

  /// Without the values that change from scrape to scrape.
  private static func stable(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("process_") }
  }
}
