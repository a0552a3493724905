import Store
import TestSupport
import Testing

@testable import Exposition

@Suite("A scraped body")
struct BodyTests {
  /// What depends on the machine and on the number of migrations.
  private static let varying: Set = ["closeout_store_size_bytes", "closeout_store_schema_version"]

  /// Both formats of the small store.
  private static func bodies() throws -> [ExpositionFormat: String] {
    let sample = try SampleStore(SampleStore.script("body.sql"))
    let families = try sample.collect().families.filter { !varying.contains($0.name) }
    return Dictionary(
      uniqueKeysWithValues: ExpositionFormat.allCases.map { format in
        (format, String(decoding: ExpositionWriter.body(families, format), as: UTF8.self))
      })
  }

  private static func body(_ format: ExpositionFormat) throws -> String {
    try #require(try bodies()[format])
  }

  @Test("is the one that was reviewed", arguments: ExpositionFormat.allCases)
  func golden(_ format: ExpositionFormat) throws {
    try GoldenFile("body.\(format).txt").check(Self.body(format))
  }

  @Test("leaves promtool nothing to say", .needs(.promtool))
  func promtool() async throws {
    let said = try await PeerTool.promtool.run(
      ["check", "metrics"], input: Array(Self.body(.prometheus).utf8))
    #expect(said.succeeded)
    #expect(said.text + said.errorText == "")
  }

  struct Question: Encodable {
    var openmetrics: String?
    var prometheus: String?
  }

  struct Answer: Decodable {
    struct Sample: Decodable, Hashable {
      var name: String
      var labels: [String: String]
      var value: String
      var time: Double?
    }

    var openmetrics: [Sample]
    var prometheus: [Sample]
  }

  static let peer = PythonPeer("parse_exposition.py", modules: ["prometheus_client"])

  @Test(
    "is read by prometheus-client as the same series in both formats", .needs(python: "prometheus_client"))
  func parsers() async throws {
    let bodies = try Self.bodies()
    let answer: Answer = try await Self.peer.answer(
      to: Question(openmetrics: bodies[.openMetrics], prometheus: bodies[.prometheus]))
    #expect(answer.openmetrics.count > 700)
    #expect(answer.openmetrics == answer.prometheus)
    #expect(Set(answer.openmetrics).count == answer.openmetrics.count)
    // What the hostile names were is what arrives, and they made no series of their own.
    #expect(answer.openmetrics.filter { $0.name == "closeout_ledger_chain_intact" }.count == 2)
    let names = answer.openmetrics.filter { $0.name == "closeout_account_info" }.compactMap {
      $0.labels["account_name"]
    }
    #expect(Set(names) == ["shop", "quote\" \\ new\nline"])
    #expect(answer.openmetrics.contains { $0.labels["playbook"] == "rotate<U+0000><U+001B>-key" })
  }

  @Test("has no series twice, ends as its format wants, and carries no timestamps")
  func duplicates() throws {
    for (format, body) in try Self.bodies() {
      let lines = body.split(separator: "\n").filter { !$0.hasPrefix("#") }
      // The value is behind the last space; a label's value may hold spaces too.
      let series = lines.compactMap { line in line.lastIndex(of: " ").map { line[..<$0] } }
      #expect(Set(series).count == lines.count)
      #expect(series.allSatisfy { $0.hasSuffix("}") || !$0.contains(" ") })
      #expect(body.hasSuffix(format == .openMetrics ? "\n# EOF\n" : "\n"))
      #expect(body.contains("# EOF") == (format == .openMetrics) || format == .prometheus)
    }
  }

  @Test("of an empty store has every finite series at zero", .needs(.promtool))
  func empty() async throws {
    let sample = try SampleStore()
    let families = try sample.collect().families
    let body = ExpositionWriter.body(families, .prometheus)
    let said = try await PeerTool.promtool.run(["check", "metrics"], input: body)
    #expect(said.succeeded && said.text + said.errorText == "")
    let byName = Dictionary(uniqueKeysWithValues: families.map { ($0.name, $0) })
    for family in byName.values where family.labels == ["finding_severity"] && family.type == .counter {
      #expect(
        family.series.map(\.labels[0]).sorted() == [
          "CRITICAL", "HIGH", "INFORMATIONAL", "LOW", "MEDIUM", "UNKNOWN",
        ])
      #expect(family.series.allSatisfy { $0.value == .number(0) }, "\(family.name)")
    }
    #expect(byName["closeout_time_to_remediate_seconds"]?.series.count == 12)
    #expect(byName["closeout_violations_open"]?.series.count == 30)
    #expect(byName["closeout_oldest_open_violation_timestamp_seconds"]?.series == [])
  }

  @Test("does not depend on the order in which the records came")
  func order() throws {
    let setup = try SampleStore.script("body.sql")
    let first = try SampleStore(setup).collect().families.filter { !Self.varying.contains($0.name) }
    // The controls and pipelines get other numbers.
    let other = try SampleStore(
      "INSERT INTO control(uid) VALUES ('EC2.19'); INSERT INTO pipeline(uri) VALUES ('urn:pipeline:one');\n"
        + setup
    ).collect().families.filter { !Self.varying.contains($0.name) }
    #expect(first == other)
  }
}
