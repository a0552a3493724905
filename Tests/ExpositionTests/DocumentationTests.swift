import Foundation
import TestSupport
import Testing

@testable import Exposition

@Suite("docs/metrics.md")
struct DocumentationTests {
  private static let file = Repository.root.appending(path: "docs/metrics.md")
  private static let begin =
    "<!-- families: RECORD_GOLDEN=1 writes these from the headers of queries/metrics -->\n"
  private static let end = "<!-- end of families -->\n"

  @Test("lists every family as the headers of the queries have it")
  func families() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let begin = try #require(text.range(of: Self.begin))
    let end = try #require(text.range(of: Self.end))
    let families = try Self.reference()
    let listed = text[begin.upperBound..<end.lowerBound]
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      let whole = text[..<begin.upperBound] + families + text[end.lowerBound...]
      try Data(whole.utf8).write(to: Self.file)
      throw GoldenMismatch.recorded(Self.file.path)
    }
    #expect(listed == families, "run the test with RECORD_GOLDEN=1 and read what changed")
  }

  private static func reference() throws -> String {
    let queries = try MetricCatalogue.builtIn().definitions.map { definition in
      (
        MetricFamily(definition), "queries/\(definition.path)", definition.cap,
        definition.isRetractable
          ? definition.type.isDistribution ? definition.retractedFamily : definition.retractedNames[0] : nil
      )
    }
    let own = (CollectionReport.families + ProcessStatistics.families).map { family in
      (
        family, family.name.hasPrefix("process_") ? "the server alone" : "the exporter itself",
        SeriesCap?.none, String?.none
      )
    }
    return (queries + own).sorted { $0.0.name < $1.0.name }.map(entry).joined(separator: "\n")
  }

  private static func entry(
    _ family: MetricFamily, _ origin: String, _ cap: SeriesCap?, _ retracted: String?
  ) -> String {
    let labels =
      family.labels.isEmpty
      ? "no labels" : "labels " + family.labels.map { "`\($0)`" }.joined(separator: ", ")
    let capped = cap.map { cap in
      "; at most \(cap.limit) values of `\(cap.label)`, the rest "
        + (cap.rest == .other ? "is `other`" : "is left out")
    }
    let taken = retracted.map { " What is taken back is in `\($0)`." } ?? ""
    let names = family.type.isDistribution ? family.name : family.name + family.type.sampleSuffixes[0]
    return """
      ### `\(names)`

      \(family.type.rawValue), \(labels)\(capped ?? ""). From \(origin).\(taken)

      \(family.help)

      """
  }
}
