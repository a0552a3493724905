import Policy
import Remediation
import Store
import TestSupport
import Testing

@testable import Exposition

@Suite("The collector")
struct CollectorTests {
  private func definition(
    _ path: String, _ sql: String, type: String = "gauge", labels: String = "", more: String = ""
  ) throws -> MetricDefinition {
    let header = "-- family: zoo_\(path)\n-- type: \(type)\n-- help: A test.\n-- labels: \(labels)\n\(more)\n"
    return try MetricDefinition(parsing: header + sql, path: "zoo/\(path).sql")
  }

  private func collect(
    _ definitions: MetricDefinition...
  ) throws -> (families: [String: MetricFamily], report: CollectionReport) {
    let sample = try SampleStore()
    let collector = try SampleStore.collector(MetricCatalogue(definitions))
    let (families, report) = try sample.collect(collector)
    return (Dictionary(uniqueKeysWithValues: families.map { ($0.name, $0) }), report)
  }

  @Test("goes on when a query fails, and says which")
  func failure() throws {
    let (families, report) = try collect(
      definition("broken", "SELECT tail FROM nowhere;"), definition("whole", "SELECT 1 AS value;"))
    #expect(families["zoo_broken"] == nil)
    #expect(families["zoo_whole"]?.series == [MetricSeries([], 1)])
    let success = families["closeout_collector_success"]?.series ?? []
    #expect(
      success == [MetricSeries(["broken"], 0), MetricSeries(["preparation"], 1), MetricSeries(["whole"], 1)])
    #expect(report.entries.first { $0.collector == "broken" }?.failure == "no such table: nowhere")
  }

  @Test("takes labels that look alike for two, and refuses labels that are the same")
  func alike() throws {
    let rows = "SELECT 'caf' || char(233) AS name, 1 AS value UNION ALL SELECT 'cafe' || char(769), 2"
    let (families, report) = try collect(
      definition("alike", rows + ";", labels: "name"),
      definition("twice", rows + " UNION ALL SELECT 'cafe' || char(769), 4;", labels: "name"))
    let series = families["zoo_alike"]?.series ?? []
    #expect(series.map { Array($0.labels[0].utf8).count } == [6, 5])
    #expect(series.map(\.value) == [.number(2), .number(1)])
    #expect(families["zoo_twice"] == nil)
    let failure = report.entries.first { $0.collector == "twice" }?.failure
    #expect(failure?.hasPrefix("two rows have the labels") == true)
  }

  @Test(
    "refuses rows that are no series",
    arguments: [
      ("SELECT 1 AS animal, 1 AS value UNION ALL SELECT 1, 2;", "two rows have the labels 1"),
      ("SELECT 1 AS value;", "the columns are value, expected animal, value"),
      ("SELECT 1 AS animal, 'many' AS value;", "the column value holds no number"),
      ("SELECT 0.5 AS animal, 1 AS value;", "neither text nor a whole number"),
    ])
  func rows(_ sql: String, _ reason: String) throws {
    let (families, report) = try collect(definition("odd", sql, labels: "animal"))
    #expect(families["zoo_odd"] == nil)
    #expect(report.entries.last?.failure?.contains(reason) == true, "\(report.entries)")
  }

  @Test("refuses a counter below zero")
  func negative() throws {
    let (_, report) = try collect(definition("odd", "SELECT -1 AS value;", type: "counter"))
    #expect(report.entries.last?.failure == "a counter is negative")
  }

  @Test("folds what is beyond the cap into other, by the order of the rows")
  func cap() throws {
    let sql = """
      SELECT 'z' AS animal, 'm' AS sex, 1 AS value UNION ALL SELECT 'b', 'm', 2 UNION ALL SELECT 'a', 'm', 4
      UNION ALL SELECT 'a', 'f', 8 UNION ALL SELECT 'c', 'f', 16 UNION ALL SELECT 'z', 'f', 32;
      """
    let (families, _) = try collect(
      definition("folded", sql, type: "counter", labels: "animal, sex", more: "-- cap: animal 2 other"),
      definition("dropped", sql, labels: "animal, sex", more: "-- cap: animal 2 drop"),
      definition("within", sql, labels: "animal, sex", more: "-- cap: animal 4 other"))
    #expect(
      families["zoo_folded"]?.series == [
        MetricSeries(["b", "m"], 2), MetricSeries(["other", "f"], 24), MetricSeries(["other", "m"], 4),
        MetricSeries(["z", "f"], 32), MetricSeries(["z", "m"], 1),
      ])
    #expect(families["zoo_dropped"]?.series.count == 3)
    #expect(
      families["closeout_series_dropped"]?.series == [
        MetricSeries(["zoo_dropped"], 3), MetricSeries(["zoo_folded"], 3), MetricSeries(["zoo_within"], 0),
      ])
  }

  @Test("adds up two hostile values that look the same once they are cleaned")
  func collision() throws {
    let sql = "SELECT 'a' || char(1) AS animal, 1 AS value UNION ALL SELECT 'a<U+0001>', 2;"
    let (families, _) = try collect(definition("counted", sql, labels: "animal"))
    #expect(families["zoo_counted"]?.series == [MetricSeries(["a<U+0001>"], 3)])
  }

  @Test("leaves a series without a value out, and keeps a label without one")
  func nulls() throws {
    let (families, _) = try collect(
      definition("some", "SELECT NULL AS animal, 1 AS value UNION ALL SELECT 'owl', NULL;", labels: "animal"))
    #expect(families["zoo_some"]?.series == [MetricSeries([""], 1)])
  }

  @Test("gives the Kaplan-Meier median of samples, and none where the curve stays above one half")
  func reduction() throws {
    let sql = """
      SELECT 'owl' AS animal, 10 AS time, 1 AS ended UNION ALL SELECT 'owl', 20, 1
      UNION ALL SELECT 'owl', 30, 0 UNION ALL SELECT 'cat', 10, 1 UNION ALL SELECT 'cat', 20, 0 UNION ALL SELECT 'cat', 30, 0
      UNION ALL SELECT 'cat', 30, 0;
      """
    let (families, _) = try collect(
      definition("life", sql, labels: "animal", more: "-- reduce: kaplan_meier_median"))
    #expect(families["zoo_life"]?.series == [MetricSeries(["owl"], 20)])
  }

  @Test("gives the median of samples, which lies between two where their number is even")
  func median() throws {
    let sql = """
      SELECT 'owl' AS animal, 30 AS time UNION ALL SELECT 'owl', 10 UNION ALL SELECT 'owl', 90
      UNION ALL SELECT 'cat', 10 UNION ALL SELECT 'cat', 20.5 UNION ALL SELECT 'cat', 10;
      """
    let (families, _) = try collect(
      definition("nap", sql, labels: "animal", more: "-- reduce: median"),
      definition("rest", sql + "SELECT 1", labels: "animal"))
    #expect(families["zoo_nap"]?.series == [MetricSeries(["cat"], 10), MetricSeries(["owl"], 30)])
    #expect(families["zoo_rest"] == nil, "samples are no values")
  }

  @Test("makes every SLA target an edge of the histograms")
  func edges() {
    var context = SampleStore.context
    #expect(
      context.edges.map { $0 / 1000 } == [
        300, 3600, 14400, 86400, 259_200, 604_800, 1_209_600, 1_296_000, 2_592_000, 5_184_000, 7_776_000,
        15_552_000,
      ])
    context.policy.sla.terms[0].targets.append(
      SLATarget(severity: .critical, environment: "prod", within: .days(2)))
    #expect(context.edges.contains(172_800_000))
  }

  @Test("judges by the policy that was in force when the episode opened, in its environment")
  func policy() throws {
    let sample = try SampleStore(
      """
      INSERT INTO new_violation(id, account, severity, state) VALUES (1, '111111111111', 5, 1),
        (2, '111111111111', 5, 1), (3, '222222222222', 5, 1);
      INSERT INTO new_episode(violation, opened) VALUES (1, '2026-02-10T00:00:00Z'),
        (2, '2026-02-26T00:00:00Z'),        (3, '2026-02-26T00:00:00Z');
      """)
    var context = SampleStore.context
    context.policy.accounts = [
      "222222222222": PolicyAccount(name: "shop", team: "blue", environment: "prod")
    ]
    // From 20 February one day instead of thirty; in production an hour.
    let hour = SLATarget(severity: .critical, environment: "prod", within: .hours(1))
    context.policy.sla.terms = [
      SLATerms(targets: [SLATarget(severity: .critical, within: .days(30)), hour]),
      SLATerms(
        effective: .init(milliseconds: 1_771_545_600_000),
        targets: [SLATarget(severity: .critical, within: .days(1)), hour]),
    ]
    let collector = try FamilyCollector(.builtIn(), context: context, seconds: { 0 })
    let families = try sample.collect(collector).families
    #expect(
      families.first { $0.name == "closeout_violations_overdue" }?.series
        == [MetricSeries(["CRITICAL", "default"], 1), MetricSeries(["CRITICAL", "prod"], 1)])
    #expect(
      families.first { $0.name == "closeout_sla_target_seconds" }?.series
        == [MetricSeries(["CRITICAL", "default"], 86400), MetricSeries(["CRITICAL", "prod"], 3600)])
    #expect(
      families.first { $0.name == "closeout_account" }?.series.last?.labels == [
        "222222222222", "shop", "blue", "prod",
      ])
  }

  @Test("reads what Linux says of the process", .enabled(if: PeerTool("/proc/self/exe").url != nil))
  func process() throws {
    let families = ProcessStatistics.collect()
    #expect(families.count == 6 && families.allSatisfy { $0.series.count == 1 })
    guard case .number(let memory)? = families[1].series.first?.value else {
      throw ScriptError(description: "")
    }
    #expect(memory > 1_000_000)
  }
}
