import Foundation
import Queries
import Store
import TestSupport
import Testing

@testable import Exposition

@Suite("The metric queries")
struct MetricScriptTests {
  static let scripts: [String] = {
    let folder = Repository.testFolder(of: #filePath).appending(path: "Scripts").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".sql.test") }.sorted()
  }()

  @Test("give the rows that the scripts expect", arguments: scripts)
  func script(_ name: String) throws {
    let script = try SQLScript(SampleStore.script(name))
    #expect(!script.questions.isEmpty)
    let sample = try SampleStore(script.setup)
    let definitions = try MetricCatalogue.builtIn().definitions
    let results = try sample.store.snapshot(asOf: SampleStore.asOf) { snapshot in
      try SampleStore.context.prepare(snapshot)
      return try script.questions.map { question in
        guard let definition = definitions.first(where: { $0.collector == question.collector }) else {
          throw ScriptError(description: "\(name):\(question.line): no query \(question.collector)")
        }
        return try snapshot.rows(definition.sql, SampleStore.context.parameters)
      }
    }
    for (question, rows) in zip(script.questions, results) {
      let shown = question.onlyNonzero ? rows.filter { $0.double("value") ?? $0.double("count") != 0 } : rows
      #expect(shown.map(SQLScript.text).sorted() == question.rows, "\(name):\(question.line)")
    }
  }

  @Test("are each asked by a script")
  func coverage() throws {
    let asked = try Set(
      Self.scripts.flatMap { try SQLScript(SampleStore.script($0)).questions.map(\.collector) })
    // What depends on the program or the file and not on rows; the bodies in Golden hold them.
    let plain: Set = ["build", "store_size", "store_schema_version", "sla_objective"]
    #expect(try Set(MetricCatalogue.builtIn().definitions.map(\.collector)).subtracting(asked) == plain)
  }

  @Test("use the plans that were reviewed")
  func plans() throws {
    let sample = try SampleStore()
    let text = try sample.store.snapshot(asOf: SampleStore.asOf) { snapshot in
      try SampleStore.context.prepare(snapshot)
      // The shared tables are there already: their plans are those of a second one beside each.
      let tables = Queries.Measures.Shared.all + Queries.Measures.Others.all
      let shared = (tables + Queries.Metrics.Temporary.Views.all).filter {
        ["CREATE TEMP TABLE ", "INSERT "].contains(where: $0.text.contains)
      }
      .map { ($0.name, $0.text.replacing("CREATE TEMP TABLE ", with: "CREATE TEMP TABLE planned_")) }
      let metrics = try MetricCatalogue.builtIn().definitions.map { ($0.collector, $0.sql) }
      return try (shared + metrics).compactMap { name, sql in
        let plan = try snapshot.plan(of: sql)
        return plan.isEmpty ? nil : "\(name)\n" + plan.map { "  \($0)\n" }.joined()
      }.joined(separator: "\n")
    }
    try GoldenFile("plans.txt").check(text)
  }
}
