import Foundation
import JSONKit
import Remediation
import Reports
import TestSupport
import Testing

@testable import Trends

@Suite("The leader's page")
struct PageTests {
  static let asOf = "2026-03-04T15:30:00Z"

  struct Reading: Codable {
    var errors: [String]
    var elements: [String]
    var attributes: [String]
    var ids: [String]
    var text: String
  }

  func page(_ report: TrendReport) -> String {
    String(decoding: report.html(producer: "closeout test"), as: UTF8.self)
  }

  /// Estates from none to a year of them.
  func reports() throws -> [TrendReport] {
    let now = instant(Self.asOf)
    var one = SmallEstate(begins: Self.asOf)
    one.episode(of: one.violation("S3.1"), opened: now.milliseconds)
    let estates =
      [SmallEstate(begins: Self.asOf), one, .fixed]
      + (50...55).map {
        SmallEstate.random(seed: $0, asOf: now.milliseconds)
      }
    return try estates.map { try $0.report(asOf: Self.asOf) }
  }

  @Test("The page of a fixed estate is the one that was reviewed")
  func golden() throws {
    let page = page(try SmallEstate.fixed.report(asOf: Self.asOf))
    // The styles of all pages are not this page's own.
    try GoldenFile("fixed.html").check(page.replacing(/<style>(?s:.*?)<\/style>/, with: "<style></style>"))
  }

  @Test("The numbers of a fixed estate are those that were reviewed")
  func goldenJSON() throws {
    let report = try SmallEstate.fixed.report(asOf: Self.asOf)
    try GoldenFile("fixed.json").check(report.json.text(pretty: true) + "\n")
  }

  @Test("An empty store says what to do next")
  func empty() throws {
    let report = try SmallEstate(begins: Self.asOf).report(asOf: Self.asOf)
    #expect(report.isEmpty && report.sentences.isEmpty)
    let page = page(report)
    #expect(page.contains("<pre>\ncloseout ingest PATH…</pre>") && !page.contains("<svg"))
    #expect(report.json["record_begins"] == .null)
  }

  @Test(
    "Browsers read every page without an error, and find no script, no address, no double id",
    .needs(python: "html5lib"))
  func html5lib() async throws {
    let pages = try reports().map(page)
    let readings: [Reading] = try await PythonPeer("read_page.py", modules: ["html5lib"]).answer(to: pages)
    #expect(readings.count == pages.count)
    for (reading, page) in zip(readings, pages) {
      #expect(reading.errors.isEmpty)
      #expect(Set(reading.ids).count == reading.ids.count)
      for element in ["script", "a", "img", "link", "iframe", "form", "object", "foreignObject"] {
        #expect(!reading.elements.contains(element))
      }
      #expect(!reading.attributes.contains { $0.hasPrefix("on") || ["href", "src", "style"].contains($0) })
      #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'"))
      #expect(!reading.text.contains("NaN") && !reading.text.contains("Optional("))
    }
  }

  @Test("Hostile names are text on one line and no longer than their room", .needs(python: "html5lib"))
  func hostile() async throws {
    var estate = SmallEstate(begins: "2026-01-01T00:00:00Z")
    let names = [
      "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "]]></title>&amp;", "a\u{202E}b\u{200B}c",
      "Z" + String(repeating: "\u{0335}", count: 5000),
      String(
        repeating: "long ", count: 4000), "\n\n\t", "{{x}}",
    ]
    for name in names {
      let violation = estate.violation(name, title: name)
      for day in [40, 35] as [Int64] {
        let opened = instant(Self.asOf).milliseconds - day * .day
        estate.episode(of: violation, opened: opened, closed: opened + .day)
      }
      estate.episode(of: violation, opened: instant(Self.asOf).milliseconds - 33 * .day, severity: .critical)
    }
    let page = page(try estate.report(asOf: Self.asOf))
    #expect(page.utf8.count < 200_000)
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("a⟨U+202E⟩b⟨U+200B⟩c") && !page.unicodeScalars.contains("\u{202E}"))
    #expect(!page.contains("\u{0335}\u{0335}\u{0335}"))
    let readings: [Reading] = try await PythonPeer("read_page.py", modules: ["html5lib"]).answer(to: [page])
    #expect(readings.first?.errors.isEmpty == true)
    #expect(readings.first?.attributes.contains { $0.hasPrefix("on") } == false)
  }

  @Test(
    "Every drawing is well-formed XML with a name, a summary and no value that is no number", .needs(.xmllint)
  )
  func drawings() async throws {
    var count = 0
    for report in try reports() {
      for drawing in page(report).matches(of: /<svg class="drawing(?s:.*?)<\/svg>/) {
        let text = String(drawing.output)
        let result = try await PeerTool.xmllint.run(["--noout", "--nonet", "-"], input: Array(text.utf8))
        #expect(result.succeeded, "\(result.errorText)")
        #expect(text.contains("role=\"img\"") && text.contains("<title id=") && text.contains("<desc id="))
        #expect(text.matches(of: /(width|height|r)="-/).isEmpty)
        count += 1
      }
    }
    #expect(count > 40)
  }

  @Test("Marks stay within their drawing")
  func bounds() throws {
    for report in try reports() {
      for drawing in report.page(producer: "test").charts.flatMap(\.drawings) {
        let points =
          drawing.rules.flatMap { [$0.start, $0.end] } + (drawing.areas + drawing.lines).flatMap(\.points)
          + drawing.dots.map(\.centre) + drawing.labels.map(\.at)
          + (drawing.boxes + drawing.squares).flatMap {
            [$0.origin, .init($0.origin.x + $0.width, $0.origin.y + $0.height)]
          }
        for point in points {
          #expect((-0.01...drawing.width + 0.01).contains(point.x), "\(drawing.id)")
          #expect((-0.01...drawing.height + 0.01).contains(point.y), "\(drawing.id)")
        }
      }
    }
  }

  @Test("Each chart has its table, and each row as many cells as there are columns")
  func tables() throws {
    let charts = try SmallEstate.fixed.report(asOf: Self.asOf).page(producer: "test").charts
    #expect(charts.map(\.id) == ["backlog", "times", "age", "attempts", "rollbacks", "recurrence", "oldest"])
    for chart in charts {
      #expect(!chart.table.rows.isEmpty)
      for row in chart.table.rows { #expect(row.cells.count + 1 == chart.table.columns.count) }
    }
  }

  @Test("The same store gives the same bytes")
  func stable() throws {
    let first = try SmallEstate.fixed.report(asOf: Self.asOf)
    let second = try SmallEstate.fixed.report(asOf: Self.asOf)
    #expect(first == second && page(first) == page(second))
  }
}
