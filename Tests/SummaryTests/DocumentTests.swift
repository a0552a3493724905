import JSONKit
import Measures
import Remediation
import Store
import Summary
import TestSupport
import Testing

@Suite("The summary's document")
struct DocumentTests {
  /// The names of a document's members with dots between levels; lists and numbers by kind are left out.
  private static func keys(_ value: JSONValue, _ path: String = "") -> [String] {
    guard case .object(let members) = value else { return [path] }
    let open = ["not_run_by_reason", "missed_by_reason", "tiers"]
    if open.contains(where: { path.hasSuffix($0) }) { return [path] }
    return members.flatMap { keys($0.value, path.isEmpty ? $0.name : "\(path).\($0.name)") }
  }

  @Test func `has the keys that were reviewed: they are only ever added`() throws {
    let demo = try DemoStore(findings: 100, days: 60)
    let keys = Self.keys(try demo.report().json).sorted()
    try GoldenFile("keys.txt").check(keys.joined(separator: "\n") + "\n")
  }

  @Test func `has a value or null for every key, and no ratio of nothing`() throws {
    let demo = try DemoStore(findings: 100, days: 60)
    let report = try demo.report(asOf: Instant("2001-01-01T00:00:00Z")!, by: .severity)
    let document = report.json
    #expect(Self.keys(document).contains("autofix.proven_ratio"))
    for path in [
      ["autofix", "success_ratio"], ["sla", "ratio"], ["time_to_remediate", "km_median_seconds"],
    ] {
      #expect(document[path[0]]?[path[1]] == .null)
    }
    #expect(!document.text(sortedKeys: true, pretty: false).lowercased().contains("nan"))
  }

  @Test func `marks a window that is still running`() throws {
    let demo = try DemoStore(findings: 100, days: 60)
    let month = Window(from: Instant("2026-06-01T00:00:00Z"), to: Instant("2026-07-01T00:00:00Z"))
    #expect(try demo.report(window: month).json["window"]?["partial"] == true)
    #expect(try demo.report().json["window"]?["partial"] == false)
  }

  @Test func `has whole weeks that add up to the window, and marks the others`() throws {
    let demo = try DemoStore()
    let window = Window(from: Instant("2026-04-01T00:00:00Z"), to: Instant("2026-06-01T00:00:00Z"))
    let whole = try demo.report(window: window).whole
    let weeks = try #require(whole.weeks?.all)
    #expect(weeks.map(\.name) == weeks.map(\.name).sorted() && weeks.first?.name == "2026-W14")
    #expect(weeks.first?.isPartial == true && weeks.dropFirst().allSatisfy { !$0.isPartial })
    let impossible = whole.timeToRemediate.excluded.values.reduce(0, +)
    #expect(weeks.reduce(0) { $0 + $1.closed } == whole.flow.closed - impossible)
    #expect(weeks.reduce(0) { $0 + $1.opened } == whole.flow.opened)
    let exposure = weeks.reduce(Int64(0)) { $0 + $1.weightedMilliseconds }
    #expect(abs(Double(exposure) / Double(Int64.day) - whole.exposure) < 1e-6)
  }
}
