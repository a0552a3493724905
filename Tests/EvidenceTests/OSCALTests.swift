@testable import Evidence
import Foundation
import JSONKit
import Remediation
import Store
import TestSupport
import Testing
import XMLKit

@Suite("OSCAL documents are what NIST's schema and other people's readers want")
struct OSCALTests {
  static let schemas: [OSCALDocument.Kind: String] = [
    .assessmentResults: "oscal_assessment-results_schema.xsd", .planOfAction: "oscal_poam_schema.xsd",
  ]

  static func document(
    _ kind: OSCALDocument.Kind, of store: Store, from: Instant? = nil
  ) throws -> OSCALDocument {
    let scope = PopulationScope(
      asOf: PopulationTests.day(0), window: Window(from: from), operator: "")
    return try store.read(asOf: scope.asOf, window: scope.window) { snapshot in
      try OSCALDocument(
        kind, of: scope, in: snapshot, packages: "packages/", system: "the estate", producer: "closeout test")
    }
  }

  @Test(
    "xmllint finds them valid by NIST's schema", .needs(.xmllint),
    .enabled(if: SharedFolder.item("oscal") != nil), arguments: OSCALDocument.Kind.allCases)
  func schema(kind: OSCALDocument.Kind) async throws {
    let shared = try #require(SharedFolder.url)
    let folder = try TemporaryFolder()
    let file = try folder.write(
      try Self.document(kind, of: EstateTests.store(in: folder)).bytes(.xml), to: "oscal.xml")
    let schema = shared.appending(path: "oscal/\(Self.schemas[kind] ?? "")").path
    let xmllint = try await PeerTool.xmllint.run(["--nonet", "--noout", "--schema", schema, file.path])
    #expect(xmllint.succeeded, "\(xmllint.errorText)")
  }

  struct Read: Decodable {
    var observations, risks, items, findings: Int
    var dangling: [String]
  }

  @Test(
    "compliance-trestle reads them, and every reference within them resolves",
    .needs(python: "trestle"), arguments: OSCALDocument.Kind.allCases)
  func trestle(kind: OSCALDocument.Kind) async throws {
    let folder = try TemporaryFolder()
    let store = try EstateTests.store(in: folder)
    let bytes = try Self.document(kind, of: store).bytes(.json)
    let read = try await PythonPeer("read_oscal.py", modules: ["trestle"]).answer(
      to: String(decoding: bytes, as: UTF8.self), as: Read.self)
    #expect(read.dangling.isEmpty)
    let population = try PopulationTests.population(store)
    let unsettled = population.items.count { ["open", "claimed", "time_defect"].contains($0.ending.name) }
    #expect(read.risks == unsettled && unsettled > 3)
    #expect(read.observations == (kind == .assessmentResults ? population.count : unsettled))
    #expect(read.items == (kind == .planOfAction ? unsettled : 0))
    #expect(kind == .planOfAction || read.findings > 0)
  }

  @Test("XML and JSON say the same", arguments: OSCALDocument.Kind.allCases)
  func agreement(kind: OSCALDocument.Kind) throws {
    let folder = try TemporaryFolder()
    let document = try Self.document(kind, of: EstateTests.store(in: folder))
    let root = try XMLDocument(parsing: document.bytes(.xml)).root
    let json = try JSONValue.parse(document.bytes(.json))
    func uuids(_ value: JSONValue) -> [String] {
      switch value {
      case .object(let members):
        members.flatMap { $0.name == "uuid" ? [$0.value.string ?? ""] : uuids($0.value) }
      case .array(let values): values.flatMap(uuids)
      default: []
      }
    }
    func uuids(_ element: XMLElement) -> [String] {
      (element["uuid"].map { [$0] } ?? []) + element.children.flatMap(uuids)
    }
    #expect(uuids(json) == uuids(root))
    #expect(Set(uuids(root)).count == uuids(root).count)
  }

  @Test("The same thing has the same UUID, of version 5")
  func names() {
    // RFC 9562, appendix A.4, has the namespace of DNS; this is the same computation for that of URLs.
    let uuid = OSCALText.uuid("risk", "x")
    #expect(uuid.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    #expect(uuid == OSCALText.uuid("risk", "x") && uuid != OSCALText.uuid("risk", "y"))
  }

  @Test(
    "Requirements of NIST SP 800-53 become control ids; others none",
    arguments: [
      ("NIST.800-53.r5 AC-4", "ac-4"), ("NIST.800-53.r5 SC-8(2)", "sc-8.2"), ("PCI DSS v4.0.1/1.3.1", nil),
      ("NIST.800-53.r5 ac-4", nil), ("", nil),
    ])
  func controls(requirement: String, control: String?) {
    #expect(OSCALText.control(requirement: requirement) == control)
  }

  @Test("A hostile text is one line, and means nothing in Markdown", arguments: AttackTests.payloads)
  func hostile(payload: String) throws {
    let text = OSCALText.string(payload)
    #expect(!text.isEmpty && !text.unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(!text.contains("\n"))
    let markdown = Array(OSCALText.markdown(payload).unicodeScalars)
    for (index, scalar) in markdown.enumerated() where "<>`*[]&".unicodeScalars.contains(scalar) {
      #expect(index > 0 && markdown[index - 1] == "\\")
    }
  }
}
