import Foundation
import TestSupport
import Testing

@testable import Exposition

@Suite("The dashboards and rules")
struct DashboardTests {
  private static let folder = Repository.root.appending(path: "dashboards")
  static let boards = ["overview", "automation", "sla"]
  static let ruleFiles = ["recording", "alerts"]

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private static func rules() throws -> [RuleFile.Rule] {
    try ruleFiles.flatMap { try RuleFile(text("rules/\($0).yml")).rules }
  }

  // MARK: Dashboards

  /// A panel of the classic schema, as far as the tests look.
  struct Panel {
    var title: String
    var description: String
    var type: String
    var unit: String?
    var expressions: [String]

    init(_ json: [String: Any]) {
      title = json["title"] as? String ?? ""
      description = json["description"] as? String ?? ""
      type = json["type"] as? String ?? ""
      let defaults = (json["fieldConfig"] as? [String: Any])?["defaults"] as? [String: Any]
      unit = defaults?["unit"] as? String
      expressions = (json["targets"] as? [[String: Any]] ?? []).compactMap { $0["expr"] as? String }
    }
  }

  private static func board(_ name: String) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(text("\(name).json").utf8))
    return try #require(json as? [String: Any])
  }

  private static func panels(_ name: String) throws -> [Panel] {
    (try board(name)["panels"] as? [[String: Any]] ?? []).map(Panel.init).filter { $0.type != "row" }
  }

  @Test("can be imported, and every panel says what it shows in which unit", arguments: boards)
  func schema(_ name: String) throws {
    let board = try Self.board(name)
    #expect(board["id"] is NSNull)
    #expect(board["uid"] as? String == "closeout-\(name)")
    let variables = (board["templating"] as? [String: Any])?["list"] as? [[String: Any]] ?? []
    #expect(variables.filter { $0["type"] as? String == "datasource" }.count == 1)
    let panels = try Self.panels(name)
    #expect(panels.count > 10)
    for panel in panels {
      #expect(!panel.title.isEmpty && !panel.description.isEmpty, "\(panel.title)")
      #expect(panel.unit?.isEmpty == false && !panel.expressions.isEmpty, "\(panel.title)")
    }
    let identifiers = (board["panels"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? Int }
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test("hold expressions that Prometheus can read", .needs(.promtool), arguments: boards)
  func expressions(_ name: String) async throws {
    let variables = [("$__rate_interval", "5m"), ("$__range", "1h"), ("$job", ".*")]
    var file = "groups:\n  - name: panels\n    rules:\n"
    for (number, expression) in try Self.panels(name).flatMap(\.expressions).enumerated() {
      let plain = variables.reduce(expression) { $0.replacing($1.0, with: $1.1) }
      file += "      - record: panel:\(number)\n        expr: |\n          \(plain)\n"
    }
    let folder = try TemporaryFolder()
    try folder.write(file, to: "panels.yaml")
    let said = try await PeerTool.promtool.run(["check", "rules", "panels.yaml"], in: folder.url)
    #expect(said.succeeded, "\(said.text)\(said.errorText)")
  }

  @Test("name no metric that the exporter does not have")
  func names() throws {
    var known = try Set(MetricCatalogue.builtIn().definitions.flatMap { $0.seriesNames + $0.retractedNames })
    known.formUnion(CollectionReport.families.flatMap(\.names))
    let rules = try Self.rules()
    known.formUnion(rules.filter { !$0.isAlert }.map(\.name))
    let panels = try Self.boards.flatMap { try Self.panels($0).flatMap(\.expressions) }
    let used = Set((panels + rules.map(\.expression)).flatMap { PromQLNames($0).names })
    #expect(used.subtracting(known) == [])
    // The reading of names is worth nothing if it reads none.
    #expect(used.count > 50)
  }

  @Test("are read for their names as PromQL is written")
  func reader() {
    let expression = #"""
      topk(3, sum by (a) (rate(x_total{job=~"a|{b", le="1.0"}[5m]))
        * on (a) group_left (b) max without (c) (y_info))
        and z:ratio > bool 0.5 or (vector(0) unless w offset 5m) == 1e3
      """#
    #expect(PromQLNames(expression).names == ["x_total", "y_info", "z:ratio", "w"])
  }

  // MARK: Rules

  @Test("pass promtool", .needs(.promtool), arguments: ruleFiles)
  func checkRules(_ name: String) async throws {
    let said = try await PeerTool.promtool.run(["check", "rules", "rules/\(name).yml"], in: Self.folder)
    #expect(said.succeeded, "\(said.errorText)")
    // The reader without YAML sees as many rules as promtool does.
    let rules = try RuleFile(Self.text("rules/\(name).yml")).rules
    #expect(said.text.contains("\(rules.count) rules found"))
    #expect(rules.allSatisfy { !$0.expression.isEmpty })
  }

  @Test("pass their unit tests", .needs(.promtool), arguments: ["rules", "alerts", "traps"])
  func testRules(_ name: String) async throws {
    let said = try await PeerTool.promtool.run(["test", "rules", "tests/\(name).yml"], in: Self.folder)
    #expect(said.succeeded, "\(said.text)\(said.errorText)")
  }

  @Test("are each tested silent and firing")
  func coverage() throws {
    let alertTests = try Self.text("tests/alerts.yml").split(separator: "\n").map { $0.drop { $0 == " " } }
    let ruleTests = try Self.text("tests/rules.yml")
    for rule in try Self.rules() {
      if rule.isAlert {
        let places = alertTests.indices.filter { alertTests[$0] == "- alertname: \(rule.name)" }
        let silent = places.filter { alertTests[$0 + 2] == "exp_alerts: []" }
        #expect(!silent.isEmpty && silent.count < places.count, "\(rule.name)")
      } else {
        #expect(ruleTests.contains("- expr: \(rule.name)\n"), "\(rule.name)")
      }
    }
  }

  @Test("have an entry in the runbook for each alert")
  func runbook() throws {
    let runbook = try Self.text("runbook.md")
    for rule in try Self.rules() where rule.isAlert {
      #expect(runbook.contains("\n## \(rule.name)\n"), "\(rule.name)")
      #expect(rule.runbook?.hasSuffix("/runbook.md#\(rule.name.lowercased())") == true, "\(rule.name)")
    }
  }
}
