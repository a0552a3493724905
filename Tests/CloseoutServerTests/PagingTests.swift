import Remediation
import Store
import TestSupport
import Testing

@testable import CloseoutServer

@Suite("The list of findings")
struct PagingTests {
  /// The digests of all pages of a search, page by page.
  private static func walk(_ portal: TestPortal, _ path: String) async throws -> [[String]] {
    var pages: [[String]] = []
    var next: String? = path
    while let path = next, pages.count < 50 {
      let answer = try await portal.page(path)
      #expect(answer.status == 200)
      pages.append(answer.findings)
      next = answer.next
    }
    return pages
  }

  @Test("no finding comes twice and none is missing, in any order and with any filter")
  func laws() async throws {
    let folder = try TemporaryFolder()
    let portal = try TestPortal(SampleStore.store(in: folder, SampleStore.estate()))
    let all = try await Self.walk(portal, "/findings")
    #expect(all.count >= 3)
    #expect(all.dropLast().allSatisfy { $0.count == FindingSearch.pageSize })
    let everything = Set(all.joined())
    #expect(everything.count == all.joined().count)
    #expect(try await Self.walk(portal, "/findings").elementsEqual(all))

    let latest = try await Self.walk(portal, "/findings?order=latest")
    #expect(Set(latest.joined()) == everything && latest.joined().count == everything.count)
    #expect(Array(latest.joined()) != Array(all.joined()))

    // Each filter splits the whole into parts that share nothing.
    for (name, values) in [
      ("severity", ["critical", "high", "medium", "low", "informational", "unknown"]),
      ("state", ["open", "claimed", "closed"]),
    ] {
      var parts: [String] = []
      for value in values { parts += try await Self.walk(portal, "/findings?\(name)=\(value)").joined() }
      #expect(Set(parts).count == parts.count, "\(name)")
      if name == "severity" {
        #expect(Set(parts) == everything)
      } else {
        #expect(Set(parts).isSubset(of: everything))
      }
    }
    let reasons = FindingSearch.Standing.all.compactMap {
      if case .reason(let reason) = $0 { reason.name } else { nil }
    }
    var closed: [String] = []
    for reason in reasons { closed += try await Self.walk(portal, "/findings?state=\(reason)").joined() }
    #expect(Set(closed) == Set(try await Self.walk(portal, "/findings?state=closed").joined()))
    #expect(Set(closed).count == closed.count)
  }

  @Test("the order of arrival is not seen")
  func orderFree() async throws {
    let left = try TemporaryFolder()
    let right = try TemporaryFolder()
    let inputs = SampleStore.estate()
    let first = try TestPortal(SampleStore.store(in: left, inputs))
    let second = try TestPortal(SampleStore.store(in: right, inputs.reversed()))
    for path in ["/findings", "/findings?order=latest", "/findings?q=bucket"] {
      let pages = try await Self.walk(first, path)
      #expect(try await Self.walk(second, path) == pages, "\(path)")
    }
    let digest = try #require(try await first.page("/findings").findings.first)
    let page = try await first.page("/findings/\(digest)").text
    #expect(try await second.page("/findings/\(digest)").text == page)
  }

  @Test("a word is found as it is, signs of LIKE included")
  func words() async throws {
    let folder = try TemporaryFolder()
    let titles = ["100% open", "100 open", "a_b", "axb", "back\\slash", "O'Brien", "Grüße", "two words here"]
    let portal = try TestPortal(SampleStore.store(in: folder, [SampleStore.findings(titled: titles)]))
    for (query, count) in [
      ("%25", 1), ("100%25", 1), ("a_b", 1), ("back%5Cslash", 1), ("O%27Brien", 1), ("Gr%C3%BC%C3%9Fe", 1),
      ("OPEN", 2), ("two+here", 1), ("here+two", 1), ("two+nowhere", 0), ("%27+OR+1%3D1+--", 0), ("S3.1", 8),
      ("123456789012", 8), ("bucket-3", 1), ("eu-west-1", 0), ("", 8),
    ] {
      #expect(try await portal.page("/findings?q=\(query)").findings.count == count, "\(query)")
    }
    #expect(try await portal.page("/findings?control=S3.1&account=123456789012").findings.count == 8)
    #expect(try await portal.page("/findings?control=s3.%25").findings.isEmpty)
    #expect(try await portal.page("/findings?q=a_b").text.contains("1 finding matches."))
  }

  @Test("an address of a page is read as it was written")
  func addresses() throws {
    var search = FindingSearch()
    search.words = ["100%", "a&b=c", "ü+#"]
    search.severity = .critical
    search.standing = .reason(.falsePositive)
    search.account = "123 456"
    search.control = "S3.1/..?"
    search.order = .latest
    let digest = try #require(Hash256Sample.digest)
    search.after = .init(first: -12, second: 1_780_000_000_000, finding: digest)
    let path = search.path(after: search.after)
    let query = try #require(path.split(separator: "?", maxSplits: 1).last)
    #expect(try FindingSearch(QueryItems(String(query))) == search)
    #expect(path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
  }
}
