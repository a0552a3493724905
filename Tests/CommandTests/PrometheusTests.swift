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
      // All that the demo rolls back are enforced automatic attempts, each once.
      "rollbacks.count": #"sum(closeout_autofix_rollbacks_total{mode="enforce"})"#,
      "loops.count": "sum(closeout_remediation_loops_total)",
      "sla.decided": "sum(closeout_sla_decisions_total)",
      "sla.met": "sum(closeout_sla_decisions_total) - sum(closeout_sla_breaches_total)",
      "sla.overdue": "sum(closeout_violations_overdue)",
      "exceptions.active": "sum(closeout_exceptions_active)",
      "exceptions.expired": "sum(closeout_exceptions_expired_total)",
    ]
    for outcome in ["proven", "judged", "contradicted"] {
      figures["autofix.\(outcome)"] = "sum(closeout_autofix_\(outcome)_total)"
    }
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

  /// What `closeout summary --by severity` over 30 days calls a number, and the gauge that shows it.
  private static let windowed = [
    "time_to_remediate.n": "closeout_window_closures",
    "time_to_remediate.median_seconds": "closeout_window_remediation_median_seconds",
    "time_to_remediate.km_median_seconds": "closeout_window_remediation_km_median_seconds",
    "sla.decided": "closeout_window_sla_decisions",
    "autofix.attempts": "closeout_window_autofix_attempts",
  ]

  /// What `closeout summary --by control` and `--by account` call a number, and the series that shows it.
  private static let cut = [
    "control": ("episodes.verified", "closeout_control_closures_total", "control_id"),
    "account": ("violations.open", "closeout_account_open_violations", "account_id"),
  ]

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
    numbers(figures.keys, in: try await document(of: store, instant.map { ["--as-of", $0] } ?? []))
  }

  /// The figures of each cell.
  private static func cells(
    of store: String, by dimension: String, _ names: some Sequence<String>, _ options: [String]
  ) async throws -> [String: [String: Double]] {
    let json = try await document(of: store, ["--by", dimension] + options) as? [String: Any]
    let cells = (json?["by"] as? [String: Any])?["cells"] as? [[String: Any]] ?? []
    return Dictionary(
      uniqueKeysWithValues: cells.compactMap { cell in
        (cell["value"] as? String).map { ($0, numbers(names, in: cell)) }
      })
  }

  private static func document(of store: String, _ options: [String]) async throws -> Any {
    let said = try await CloseoutProgram.tool.run(["summary", "--store", store, "--json"] + options)
    #expect(said.succeeded, "\(said.errorText)")
    return try JSONSerialization.jsonObject(with: Data(said.output))
  }

  private static func numbers(_ names: some Sequence<String>, in json: Any) -> [String: Double] {
    var found: [String: Double] = [:]
    for name in names {
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

  /// The last 30 days, severity by severity.
  private static func expectSameWindows(
    _ prometheus: borrowing PrometheusServer, _ store: String, _ instant: String
  ) async throws {
    let end = try #require(try? Date(instant, strategy: .iso8601))
    let from = end.addingTimeInterval(-30 * 86400).ISO8601Format()
    let told = try await cells(
      of: store, by: "severity", windowed.keys, ["--as-of", instant, "--from", from, "--to", instant])
    for (severity, numbers) in told {
      let asked = windowed.mapValues { "sum(\($0){finding_severity=\"\(severity)\",window=\"30d\"})" }
      let answers = try await prometheus.answers(to: asked, at: instant)
      expectSame(answers, numbers, "\(instant), \(severity), 30 days")
    }
  }

  private static func expectSameCuts(
    _ prometheus: borrowing PrometheusServer, _ store: String, _ instant: String
  ) async throws {
    for (dimension, (name, series, label)) in cut {
      let told = try await cells(of: store, by: dimension, [name], ["--as-of", instant])
      #expect(told.values.contains { $0[name] ?? 0 > 0 }, "\(instant), \(dimension)")
      let asked = Dictionary(
        uniqueKeysWithValues: told.keys.map { ($0, "sum(\(series){\(label)=\"\($0)\"})") })
      let answers = try await prometheus.answers(to: asked, at: instant)
      expectSame(answers, told.compactMapValues { $0[name] }, "\(instant), \(dimension)")
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
      try await Self.expectSameWindows(prometheus, store, instant)
      try await Self.expectSameCuts(prometheus, store, instant)
    }
    // Five different states of the estate were compared.
    #expect(verified.count == 5)
  }
}
