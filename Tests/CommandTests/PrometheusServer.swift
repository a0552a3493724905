import Foundation
import TestSupport

/// A real Prometheus on loopback with a store of its own.
struct PrometheusServer: ~Copyable {
  private let running: RunningTool
  let url: String

  /// - Parameters:
  ///   - folder: where its configuration and its blocks lie, blocks in `data`.
  ///   - target: host and port of what it scrapes every second; nil for nothing.
  init(in folder: URL, scraping target: String? = nil) async throws {
    let jobs = target.map { "[{job_name: closeout, static_configs: [{targets: ['\($0)']}]}]" } ?? "[]"
    try Data(
      """
      global: {scrape_interval: 1s, scrape_timeout: 1s}
      scrape_configs: \(jobs)

      """.utf8
    ).write(to: folder.appending(path: "prometheus.yml"))
    let address = "127.0.0.1:\(try FreePort.find())"
    let running = try RunningTool(
      .prometheus,
      [
        "--config.file=prometheus.yml", "--storage.tsdb.path=data", "--storage.tsdb.retention.time=100y",
        "--web.listen-address=\(address)", "--log.level=warn",
      ], in: folder)
    let ready = "http://\(address)/-/ready"
    _ = try await running.wait(for: "readiness") { _ in
      try await PeerTool("curl").run(["-fsS", ready]).succeeded ? true : nil
    }
    self.running = running
    url = "http://\(address)"
  }

  /// Waits until an expression has an answer, and gives it.
  func wait(for expression: String) async throws -> [PrometheusSample] {
    let url = url
    return try await running.wait(for: expression) { _ in
      let samples = try await Self.ask(url, expression, at: nil)
      return samples.isEmpty ? nil : samples
    }
  }

  /// The answer to each of several expressions, in one request; those without an answer are left out.
  ///
  /// - Parameter instant: RFC 3339; nil is now.
  func answers(to figures: [String: String], at instant: String? = nil) async throws -> [String: Double] {
    let named = figures.sorted { $0.key < $1.key }.map { name, expression in
      "label_replace(\(expression), \"figure\", \"\(name)\", \"\", \"\")"
    }
    let samples = try await Self.ask(url, named.joined(separator: " or "), at: instant)
    return Dictionary(uniqueKeysWithValues: samples.map { ($0.labels["figure"] ?? "", $0.value) })
  }

  private static func ask(_ url: String, _ query: String, at instant: String?) async throws
    -> [PrometheusSample]
  {
    let time = instant.map { ["--time=\($0)"] } ?? []
    let said = try await PeerTool.promtool.run(["query", "instant", "--format=json"] + time + [url, query])
    guard said.succeeded else { throw PeerError.failed("promtool", said.status, said.errorText) }
    return try JSONDecoder().decode([PrometheusSample].self, from: Data(said.output))
  }
}

/// One element of an instant vector.
struct PrometheusSample: Decodable {
  let labels: [String: String]
  let value: Double

  private enum Key: String, CodingKey {
    case metric, value
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    labels = try container.decode([String: String].self, forKey: .metric)
    var pair = try container.nestedUnkeyedContainer(forKey: .value)
    _ = try pair.decode(Double.self)
    let text = try pair.decode(String.self)
    guard let number = Double(text) else {
      throw DecodingError.dataCorruptedError(in: pair, debugDescription: "no number: \(text)")
    }
    value = number
  }
}
