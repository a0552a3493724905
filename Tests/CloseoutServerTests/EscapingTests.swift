import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import CloseoutServer

@Suite("Findings that mean harm")
struct EscapingTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</title></textarea>",
    "<\u{301}script>alert(1)</script>", "\"\u{FE0F} onfocus=alert(1) x=\"", "javascript:alert(1)",
    "{{page.title}}",
    "]]><!--", "</style><style>*{display:none}</style>", "\u{202E}gpj.exe", "a\u{0}b",
    "line\r\nSet-Cookie: a=b",
    "\u{1B}]8;;http://example.com\u{7}link", "=HYPERLINK(\"http://example.com\")", "../../etc/passwd",
    "%2e%2e%2f",
    "&lt;b&gt;&amp;", "\u{FFFE}\u{200B}", String(repeating: "Ａ", count: 5000),
  ]

  private struct Reading: Decodable {
    var elements: [String]
    var attributes: [String]
    var comments: Int
    var styles: [String]
    var links: [String]
    var text: String
  }

  @Test(
    "a parser of browsers finds no element, no attribute and no link of theirs", .needs(python: "html5lib"))
  func pages() async throws {
    let folder = try TemporaryFolder()
    let portal = try TestPortal(
      SampleStore.store(
        in: folder, [SampleStore.findings(titled: Self.hostile, accountName: Self.hostile[0])]))
    let list = try await portal.page("/findings")
    #expect(list.findings.count == Self.hostile.count)
    var pages = [list.text, try await portal.page("/").text, try await portal.page("/nothing").text]
    for word in ["%3Cscript%3E", "%22%3E%3Cimg", "%27+onmouseover%3D", "javascript:alert(1)"] {
      pages.append(try await portal.page("/findings?q=\(word)&account=\(word)&control=\(word)").text)
    }
    for digest in list.findings { pages.append(try await portal.page("/findings/\(digest)").text) }
    let harmless = try await Self.read([Self.harmlessPages()].flatMap { $0 })
    let known = Set(harmless.flatMap(\.elements))
    let knownAttributes = Set(harmless.flatMap(\.attributes))
    for (page, reading) in zip(pages, try await Self.read(pages)) {
      #expect(Set(reading.elements).isSubset(of: known), "\(Set(reading.elements).subtracting(known))")
      #expect(Set(reading.attributes).isSubset(of: knownAttributes))
      #expect(reading.comments == 0)
      #expect(reading.styles == harmless[0].styles)
      #expect(reading.links.allSatisfy { $0.hasPrefix("/") && !$0.hasPrefix("//") || $0 == "#content" })
      #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    }
    let shown = try await Self.read([list.text])[0].text
    for title in Self.hostile.prefix(4) { #expect(shown.contains(title)) }
    #expect(shown.contains("⟨U+202E⟩gpj.exe") && shown.contains("a⟨U+0000⟩b"))
  }

  @Test("downloads have names of our own making")
  func names() async throws {
    let folder = try TemporaryFolder()
    let portal = try TestPortal(
      SampleStore.store(
        in: folder, [SampleStore.findings(titled: Self.hostile, accountName: Self.hostile[0])]))
    for digest in try await portal.page("/findings").findings {
      let headers = try await portal.get("/findings/\(digest)/evidence.zip").headers
      #expect(headers[.contentDisposition] == "attachment; filename=\"closeout-\(digest.prefix(12)).zip\"")
    }
  }

  @Test("the one style of a page is the one that its policy allows")
  func style() async throws {
    let folder = try TemporaryFolder()
    let portal = try TestPortal(SampleStore.store(in: folder, []))
    let page = try await portal.page("/")
    let style = try #require(page.text.firstMatch(of: /(?s)<style>(.*?)<\/style>/)).1
    let digest = try await PeerTool.openssl.run(["dgst", "-sha256", "-binary"], input: Array(style.utf8))
      .output
    let policy = try #require(page.headers[.contentSecurityPolicy])
    #expect(policy.contains("style-src 'sha256-\(Data(digest).base64EncodedString())';"))
  }

  /// One page of each kind with nothing but plain words in it.
  private static func harmlessPages() async throws -> [String] {
    let folder = try TemporaryFolder()
    let titles = hostile.indices.map { "plain \($0)" }
    let portal = try TestPortal(SampleStore.store(in: folder, [SampleStore.findings(titled: titles)]))
    let list = try await portal.page("/findings")
    var pages = [list.text]
    for path in ["/", "/nothing", "/findings?q=plain&severity=high", "/findings?q=absent", "/rejected"] {
      pages.append(try await portal.page(path).text)
    }
    if let digest = list.findings.first { pages.append(try await portal.page("/findings/\(digest)").text) }
    return pages
  }

  private static func read(_ pages: [String]) async throws -> [Reading] {
    try await PythonPeer("parse_pages.py", modules: ["html5lib"]).answer(to: pages, as: [Reading].self)
  }
}
