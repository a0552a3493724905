import Foundation
import TestSupport
import Testing

@testable import Exposition

@Suite("A file of metrics")
struct MetricDefinitionTests {
  static let whole = """
    -- Question: how many hamsters run?
    -- Rows: one for each wheel.
    --
    -- family: zoo_run_seconds
    -- type: gauge
    -- unit: seconds
    -- help: Time that the hamsters
    --   have been running.
    -- labels: wheel, colour
    -- cap: wheel 20 other
    -- history: no

    -- A comment of the query's own.
    SELECT 1 AS wheel, 2 AS colour, 3 AS value;
    """

  @Test("says in its header what it answers")
  func header() throws {
    let definition = try MetricDefinition(parsing: Self.whole, path: "my/hamsters.sql")
    #expect(definition.family == "zoo_run_seconds")
    #expect(definition.type == .gauge)
    #expect(definition.unit == "seconds")
    #expect(definition.help == "Time that the hamsters have been running.")
    #expect(definition.labels == ["wheel", "colour"])
    #expect(definition.cap == SeriesCap(label: "wheel", limit: 20, rest: .other))
    #expect(!definition.hasHistory)
    #expect(definition.collector == "hamsters")
    #expect(definition.columns == ["wheel", "colour", "value"])
  }

  @Test("may have the line ends of Windows")
  func carriageReturns() throws {
    let text = Self.whole.replacing("\n", with: "\r\n")
    #expect(try MetricDefinition(parsing: text, path: "hamsters.sql").unit == "seconds")
  }

  @Test(
    "is refused with the line of the fault",
    arguments: [
      ("zoo_run_seconds", "zoo_run_total", 4, "_total"),
      ("zoo_run_seconds", "zoo-run", 4, "no name of a family"),
      ("type: gauge", "type: meter", 5, "unknown type"),
      ("unit: seconds", "unit: minutes", 6, "does not end in its unit"),
      ("unit: seconds", "utin: seconds", 6, "expected “key: value”"),
      ("wheel, colour", "wheel, wheel", 9, "cannot be a label here"),
      ("wheel, colour", "wheel, severity", 9, "“severity” cannot be a label"),
      ("wheel, colour", "wheel,", 9, "cannot be a label here"),
      ("cap: wheel 20 other", "cap: tail 20 other", 10, "expected a label, a number"),
      ("cap: wheel 20 other", "type: gauge", 10, "there twice"),
      ("history: no", "history: perhaps", 11, "history is “no”"),
      ("SELECT 1 AS", "DROP 1 AS", 14, "expected a query"),
      ("-- help", "-- Help", 7, "expected “key: value”"),
    ])
  func faults(_ part: String, _ other: String, _ line: Int, _ reason: String) throws {
    let text = Self.whole.replacing(part, with: other)
    let error = #expect(throws: MetricDefinitionError.self) {
      try MetricDefinition(parsing: text, path: "hamsters.sql")
    }
    #expect(error?.line == line)
    #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    #expect(error?.description.hasPrefix("hamsters.sql:\(line): ") == true)
  }

  @Test("without a key that it needs is refused", arguments: ["family", "type", "help"])
  func missing(_ key: String) throws {
    let lines = Self.whole.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.filter { !$0.hasPrefix("-- \(key):") && !$0.hasPrefix("--   have") }.joined(
      separator: "\n")
    let error = #expect(throws: MetricDefinitionError.self) {
      try MetricDefinition(parsing: text, path: "hamsters.sql")
    }
    #expect(error?.code == .missing)
  }

  @Test("may not write the series of another")
  func clashes() throws {
    let first = try MetricDefinition(parsing: Self.whole, path: "a.sql")
    var second = first
    second.path = "b.sql"
    #expect(throws: MetricDefinitionError.self) { try MetricCatalogue([first, second]) }
    second.family = "zoo_other"
    #expect(try MetricCatalogue([first, second]).definitions.count == 2)
    second.path = "other/a.sql"
    #expect(throws: MetricDefinitionError.self) { try MetricCatalogue([first, second]) }
    second.path = "b.sql"
    second.family = "closeout_series_dropped"
    #expect(throws: MetricDefinitionError.self) { try MetricCatalogue([second]) }
  }

  @Test("comes from the user's folder as well")
  func folder() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.whole, to: "hamsters.sql")
    try folder.write("no metrics", to: "README.md")
    let catalogue = try MetricCatalogue.builtIn(andFolder: folder.url.path)
    #expect(catalogue.definitions.last?.family == "zoo_run_seconds")
    #expect(try catalogue.definitions.count == MetricCatalogue.builtIn().definitions.count + 1)
    #expect(throws: MetricDefinitionError.self) {
      try MetricCatalogue.builtIn(andFolder: folder.file("absent").path)
    }
  }

  /// Label rules of docs/metrics.md: nothing that names a single finding, and no title but in an info.
  @Test("that is built in has labels of the closed list")
  func labels() throws {
    let allowed: Set = [
      "finding_severity", "workflow_status", "lane", "account_id", "control_id", "remediation_method",
      "window",
      "playbook", "mode", "failure_reason", "sla_tier", "gate_result", "source", "reject_reason", "ledger",
    ]
    for definition in try MetricCatalogue.builtIn().definitions where definition.type != .info {
      #expect(allowed.isSuperset(of: definition.labels), "\(definition.path)")
      #expect(definition.family.hasPrefix("closeout_"))
      // What has no natural end is capped.
      // The last check is that of Closeout's own log alone.
      let unbounded = ["account_id", "control_id", "playbook"] + (definition.unit == nil ? ["ledger"] : [])
      for label in unbounded where definition.labels.contains(label) {
        #expect(definition.cap?.label == label, "\(definition.path)")
      }
    }
  }
}
