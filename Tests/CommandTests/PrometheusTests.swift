import Foundation
import TestSupport
import Testing

@Suite("A real Prometheus answers with the numbers of the summary")
struct PrometheusTests {
  /// What the summary calls a number, and the PromQL that asks for it.
  private static let figures: [String: String] = {
    var figures = [
      "findings.total": "sum(closeout_findings)",
      "violations.open": "sum(closeout_violations_open)",
      "time_to_remediate.n": "sum(closeout_time_to_remediate_seconds_count)",
      "time_to_remediate.mean_seconds":
        "sum(closeout_time_to_remediate_seconds_sum) / sum(closeout_time_to_remediate_seconds_count)",
      "autofix.attempts": #"sum(closeout_autofix_attempts_total{mode="enforce"})"#,
      "autofix.succeeded":
        #"sum(closeout_autofix_attempts_total{mode="enforce"}) - sum(closeout_autofix_failures_total)"#,
    ]
    for severity in ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL", "UNKNOWN"] {
      figures["violations.open_by_severity.\(severity)"] =
        "sum(closeout_violations_open{finding_severity=\"\(severity)\"})"
    }
    for event in [
      "opened", "reopened", "verified", "suppressed", "false_positive", "benign", "resource_gone",
      "superseded", "control_disabled", "archived",
    ] {
      figures["episodes.\(event)"] =
        "sum(closeout_episodes_\(event)_total) - sum(closeout_episodes_\(event)_retracted_total or vector(0))"
    }
    return figures
  }()

  /// A demo estate of two months that ends with the day before this one, read into a store.
  private static func makeStore(in folder: borrowing TemporaryFolder) async throws -> (
    path: String, end: Date
  ) {
    let (demo, store) = (folder.file("demo").path, folder.file("s.db").path)
    let end = Calendar(identifier: .iso8601).startOfDay(for: .now)
    _ = try await CloseoutProgram.run(
      "demo", "--out", demo, "--findings", "150", "--days", "60", "--until", end.ISO8601Format())
    _ = try await CloseoutProgram.run("ingest", "--store", store, demo + "/securityhub", demo + "/ledger")
    return (store, end)
  }

  /// The figures as `closeout summary --json` has them; absent ones are left out.
  private static func summary(of store: String, asOf instant: String? = nil) async throws -> [String: Double]
  {
    let options = instant.map { ["--as-of", $0] } ?? []
    let said = try await CloseoutProgram.tool.run(["summary", "--store", store, "--json"] + options)
    #expect(said.succeeded, "\(said.errorText)")
    let json = try JSONSerialization.jsonObject(with: Data(said.output))
    var found: [String: Double] = [:]
    for name in figures.keys {
      let value = name.split(separator: ".").reduce(json as Any?) { object, key in
        (object as? [String: Any])?[String(key)]
      }
      if let number = value as? NSNumber { found[name] = number.doubleValue }
    }
    return found
  }

  /// Counts are equal; means are equal but for the last digits of sums in another order.
  private static func expectSame(_ asked: [String: Double], _ told: [String: Double], _ place: String) {
    // A mean over nothing is absent in the summary and no number in PromQL.
    let asked = asked.filter { !$0.value.isNaN }
    #expect(Set(asked.keys) == Set(told.keys), "\(place)")
    for (name, value) in told {
      let other = asked[name] ?? .nan
      #expect(abs(other - value) <= 1e-9 * max(1, abs(value)), "\(place): \(name) is \(other), not \(value)")
    }
  }

  @Test(.needs(.prometheus, .promtool, PeerTool("curl")))
  func `by what it scrapes from closeout serve`() async throws {
    let folder = try TemporaryFolder()
    let store = try await Self.makeStore(in: folder).path
    let serve = try RunningTool(
      CloseoutProgram.tool, ["serve", "--store", store, "--web.listen-address", "127.0.0.1:0"])
    let target = try await serve.wait(for: "address") { text in
      text.firstMatch(of: /listening on http:\/\/([0-9.:]+)\//).map { String($0.1) }
    }
    let prometheus = try await PrometheusServer(in: folder.url, scraping: target)
    _ = try await prometheus.wait(for: #"up{job="closeout"} == 1"#)

    let told = try await Self.summary(of: store)
    #expect(told["episodes.verified"] ?? 0 > 20 && told["autofix.attempts"] ?? 0 > 20)
    Self.expectSame(try await prometheus.answers(to: Self.figures), told, "now")
    let scraped = try await prometheus.answers(to: [
      "failing": "count(closeout_collector_success == 0)",
      "samples": "scrape_samples_post_metric_relabeling",
      // All of the demo's two months fall in the window of 90 days.
      "closures": #"sum(closeout_window_closures{window="90d"})"#,
      "seconds": #"sum(closeout_window_remediation_seconds{window="90d"})"#,
    ])
    #expect(scraped["failing"] == nil)
    #expect(scraped["samples"] ?? 0 > 1000)
    #expect(scraped["closures"] == told["time_to_remediate.n"])
    let mean = (scraped["seconds"] ?? 0) / (scraped["closures"] ?? 1)
    #expect(abs(mean - (told["time_to_remediate.mean_seconds"] ?? 0)) < 1e-6 * mean)
  }

  @Test(.needs(.prometheus, .promtool, PeerTool("curl")))
  func `by blocks of the past, at five instants`() async throws {
    let folder = try TemporaryFolder()
    let (store, end) = try await Self.makeStore(in: folder)
    let instants = [50, 37, 21, 8, 0].map { days in
      end.addingTimeInterval(-Double(days) * 86400).ISO8601Format()
    }
    let history = try await CloseoutProgram.run(
      "metrics", "--store", store, "--history", "\(instants[0])..\(instants[4])", "--step", "1d", "--output",
      folder.file("history.om").path)
    #expect(history.succeeded, "\(history.errorText)")
    let made = try await PeerTool.promtool.run(
      ["tsdb", "create-blocks-from", "openmetrics", "--max-block-duration=720h", "history.om", "data"],
      in: folder.url)
    #expect(made.succeeded, "\(made.errorText)")
    let prometheus = try await PrometheusServer(in: folder.url)

    var verified: Set<Double> = []
    for instant in instants {
      let told = try await Self.summary(of: store, asOf: instant)
      Self.expectSame(try await prometheus.answers(to: Self.figures, at: instant), told, instant)
      verified.insert(told["episodes.verified"] ?? 0)
    }
    // Five different states of the estate were compared.
    #expect(verified.count == 5)
  }
}
