@testable import Evidence
import Ingest
import JSONKit
import Remediation
import Reports
import TestSupport
import Testing
import TransparencyLog
import XMLKit

@Suite("Texts of findings and ledgers do no harm, wherever they stand")
struct AttackTests {
  static let payloads: [String] = [
    "harmless", "", "</title></style></pre><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "--><script>alert(1)</script><!--", "]]>",
    "<![CDATA[x]]>", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>&a;", "&lol9; &amp; &#60;",
    "{{{page}}} {{page.title}} {{> frame}}", "<\u{301}script>alert(1)</script>",
    "\"\u{301} onclick=\"\u{600}x",
    "\u{1B}[2J\u{1B}]8;;http://x\u{7}", "\u{0}\u{8}\u{7F}\u{9B}", "a\u{2028}b\u{2029}c\r\nd\re",
    "txt\u{202E}exe.\u{2066}",
    "a\u{200B}b\u{FEFF}", "\u{FFFE}\u{FFFF}\u{10FFFF}", "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(1)",
    "\t=1", "\r=1",
    "javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\tscript:alert(1)",
    "data:text/html,<script>x</script>",
    "//host/share", "\\\\host\\share", "../../etc/passwd", "con", "%", "_%", "url(javascript:x)",
    "expression(alert(1))",
  ]

  /// The whole story with one text in every member that a stranger can write.
  static func story(_ text: String) -> [EvidenceRecord] {
    let value = JSONValue.string(text)
    // The reader takes no empty resource; everything else may hold anything.
    let resource = text.isEmpty ? Story.bucket : text
    return [
      Story.snapshot("2026-01-10T08:00:00Z", note: text, title: text, resource: resource),
      Story.entry(
        "finding.assigned", "2026-01-10T09:00:00Z", id: "assigned",
        ["owner": value, "team": value, "ticket": ["system": value, "key": value, "url": value]]),
      Story.entry(
        "remediation.decided", "2026-01-10T09:10:00Z", id: "decided",
        [
          "decision": "auto", "policy": ["id": value, "version": value, "digest": value],
          "checks": [["name": value, "expected": value, "actual": value, "passed": true]],
          "reason": ["code": "x", "text": value],
        ]),
      Story.attempt(
        "2026-01-10T11:30:00Z", executor: text, before: ["a": value, "b": [value]],
        after: .object([.init(text, value), .init("b", [value, "new"])])),
      Story.snapshot("2026-01-11T06:00:00Z", "PASSED", title: text, resource: resource),
    ]
  }

  struct Reading: Decodable, Equatable {
    var elements: [String]
    var attributes: [String]
    var urls: [String]
    var comments: Int
    var text: String
  }

  static func readable(_ text: String) throws -> ProofOfFix {
    try Story.proof(story(text))
  }

  @Test(
    "html5lib sees the same kinds of elements and attributes, and no address but those allowed",
    .needs(python: "html5lib"))
  func pages() async throws {
    let pages = try Self.payloads.map { payload in
      String(
        decoding: Reports.evidencePage(page: EvidencePage(try Self.readable(payload), producer: "closeout")),
        as: UTF8.self)
    }
    let readings = try await PythonPeer("inspect_page.py", modules: ["html5lib"]).answer(
      to: pages, as: [Reading].self)
    let harmless = try #require(readings.first)
    #expect(harmless.elements.contains("table") && !harmless.elements.contains("script"))
    // A long or many-lined value may be folded.
    let allowed = Set(harmless.elements).union(["details", "summary", "pre"])
    for (payload, reading) in zip(Self.payloads, readings) {
      #expect(Set(reading.elements).isSubset(of: allowed), "\(payload.debugDescription)")
      #expect(Set(reading.attributes).isSubset(of: harmless.attributes), "\(payload.debugDescription)")
      #expect(reading.comments == 0)
      for url in reading.urls {
        let isAllowed =
          url.hasPrefix("https://") || url.hasPrefix("records/") || url.hasPrefix("#")
          || url == "evidence.xml"
        let isRelative = !url.hasPrefix("//") && !url.contains(":")
        #expect(isAllowed || isRelative, "\(url.debugDescription)")
      }
    }
    #expect(readings[2].text.contains("</title></style></pre><script>alert(1)</script>"))
  }

  @Test(
    "The XML is valid with every payload, gives back its text, and says which characters it could not hold")
  func xml() throws {
    let validator = try XMLSchemaValidator(parsing: Array(Reports.Evidence.evidence1.utf8))
    for payload in Self.payloads {
      let proof = try Self.readable(payload)
      let bytes = EvidenceXML.write(proof, producer: "closeout")
      #expect(try validator.problems(in: bytes).isEmpty, "\(payload.debugDescription)")
      let root = try XMLDocument(parsing: bytes).root
      let holds = payload.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
      }
      if holds, !payload.isEmpty {
        #expect(
          root.first("finding/title")?.text.unicodeScalars.elementsEqual(payload.unicodeScalars) == true)
      }
      #expect(root.all("replaced").isEmpty == holds)
    }
  }

  @Test(
    "A spreadsheet finds no formula in the index, and Python reads every field back", .needs(python: "csv"))
  func index() async throws {
    var index = PackageIndex(asOf: Story.asOf, producer: "closeout")
    for payload in Self.payloads {
      index.add(EvidencePackage(name: "closeout-0", bytes: [], proof: try Self.readable(payload)))
    }
    let rows = try await PythonPeer("read_csv.py", modules: ["csv"])
      .answer(to: String(decoding: index.takeRows(), as: UTF8.self), as: [[String]].self)
    #expect(rows.count == Self.payloads.count + 1)
    for row in rows {
      #expect(row.count == 11)
      for field in row {
        #expect(!(field.first.map { "=+-@\t\r".contains($0) } ?? false), "\(field.debugDescription)")
      }
    }
  }
}
