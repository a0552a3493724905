import Foundation
import HTTPTypes
import Logging
import Store
import TestSupport
import Testing

@testable import CloseoutServer

@Suite("What the server answers")
struct RouterTests {
  @Test("every address has its status and its type")
  func table() async throws {
    let folder = try TemporaryFolder()
    let portal = try TestPortal(SampleStore.store(in: folder, SampleStore.estate()))
    let finding = try #require(try await portal.page("/findings").findings.first)
    let unknown = String(repeating: "a", count: 64)
    let table: [(path: String, status: Int, type: String?)] = [
      ("/", 200, "text/html; charset=utf-8"),
      ("/findings", 200, "text/html; charset=utf-8"),
      ("/findings/", 200, "text/html; charset=utf-8"),
      ("/findings/\(finding)", 200, "text/html; charset=utf-8"),
      ("/findings/\(finding)/evidence.html", 200, "text/html; charset=utf-8"),
      ("/findings/\(finding)/evidence.xml", 200, "application/xml"),
      ("/findings/\(finding)/evidence.zip", 200, "application/zip"),
      ("/trends", 200, "text/html; charset=utf-8"),
      ("/rejected", 200, "text/html; charset=utf-8"),
      ("/metrics", 200, "text/plain; version=0.0.4; charset=utf-8"),
      ("/favicon.ico", 200, "image/svg+xml"),
      ("/-/healthy", 200, "text/plain; charset=utf-8"),
      ("/-/ready", 200, "text/plain; charset=utf-8"),
      ("/nothing", 404, nil), ("/findings/\(unknown)", 404, nil), ("/findings/\(finding)/x", 404, nil),
      ("/findings/\(unknown)/evidence.zip", 404, nil), ("/findings/\(unknown)/evidence.xml", 404, nil),
      ("/findings/\(finding.uppercased())", 404, nil), ("/findings/\(finding.dropLast())", 404, nil),
      ("/findings/..%2f..%2fetc%2fpasswd", 404, nil), ("/findings/../../etc/passwd", 404, nil),
      ("/findings/%00", 404, nil), ("/findings/*", 404, nil), ("/findings/1", 404, nil),
      ("/findings?severity=worst", 400, nil), ("/findings?state=fixed", 400, nil),
      ("/findings?after=1.2", 400, nil),
      ("/findings?after=1.2.\(unknown)", 404, nil), ("/findings?q=%", 400, nil),
      ("/findings?q=%ff", 400, nil),
      ("/findings?q=a%00b", 400, nil), ("/findings?q=a&q=b", 400, nil), ("/findings?q=a+b+c+d+e", 400, nil),
      ("/findings?account=\(String(repeating: "1", count: 65))", 400, nil),
      ("/findings?q=\(String(repeating: "a", count: 201))", 400, nil),
      ("/findings?q=\(String(repeating: "a", count: 3000))", 414, nil),
      ("/findings?other=1", 200, nil), ("/rejected?after=-1", 400, nil), ("/rejected?after=x", 400, nil),
      ("/rejected?after=9223372036854775807", 200, nil),
    ]
    for row in table {
      let answer = try await portal.page(row.path)
      #expect(answer.status == row.status, "\(row.path)")
      if let type = row.type { #expect(answer.headers[.contentType] == type, "\(row.path)") }
      let head = try await portal.get(row.path, [.accept: "text/html"], method: .head)
      #expect(head.status == row.status && head.bytes.isEmpty, "HEAD \(row.path)")
    }
  }

  @Test("every answer carries the headers that keep browsers in check")
  func protection() async throws {
    let folder = try TemporaryFolder()
    let portal = try TestPortal(SampleStore.store(in: folder, [SampleStore.findings(titled: ["one"])]))
    let finding = try #require(try await portal.page("/findings").findings.first)
    let paths = [
      "/", "/findings", "/findings/\(finding)", "/findings/\(finding)/evidence.html",
      "/findings/\(finding)/evidence.zip", "/rejected", "/trends", "/metrics", "/-/healthy", "/nothing",
    ]
    for path in paths {
      let headers = try await portal.page(path).headers
      let policy = try #require(headers[.contentSecurityPolicy], "\(path)")
      #expect(policy.hasPrefix("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "\(path)")
      #expect(!policy.contains("script") && !policy.contains("*") && !policy.contains("http"), "\(path)")
      #expect(headers[.xContentTypeOptions] == "nosniff", "\(path)")
      #expect(headers[.crossOriginResourcePolicy] == "same-origin", "\(path)")
      #expect(headers[.cacheControl] == "no-store", "\(path)")
      for name in ["Referrer-Policy", "Cross-Origin-Opener-Policy"] {
        #expect(try headers[#require(HTTPField.Name(name))] != nil, "\(path) \(name)")
      }
    }
  }

  @Test("what changes things, carries a body, or comes under a strange name is refused")
  func refusals() async throws {
    let folder = try TemporaryFolder()
    let portal = try TestPortal(SampleStore.store(in: folder, []))
    for method in [HTTPRequest.Method.post, .put, .delete, .patch, .options, .trace, .connect] {
      let answer = try await portal.get("/findings", method: method)
      #expect(answer.status == 405)
      #expect(answer.headers[.allow] == "GET, HEAD")
    }
    #expect(try await portal.get("/", [.contentLength: "5"]).status == 413)
    #expect(try await portal.get("/", [.transferEncoding: "chunked"]).status == 413)
    #expect(try await portal.get("/", [.contentLength: "0"]).status == 200)
    for host in ["localhost", "LOCALHOST:1", "127.0.0.1:9750", "[::1]:9750", ""] {
      #expect(try await portal.get("/-/healthy", host: host).status == 200, "\(host)")
    }
    for host in ["example.com", "localhost.example.com:9750", "127.0.0.1.nip.io", "[fe80::1]", "127.0.0.1@x"]
    {
      #expect(try await portal.get("/-/healthy", host: host).status == 421, "\(host)")
    }
  }

  @Test("a store that cannot be read makes the server unready, not unhealthy, and the page names no file")
  func unready() async throws {
    let folder = try TemporaryFolder()
    let lines = LogKeeper.Lines()
    let store = try SampleStore.store(in: folder, [])
    let portal = try TestPortal(store) {
      $0.logger = Logger(label: "test", factory: { _ in LogKeeper(lines: lines) })
    }
    #expect(try await portal.get("/-/ready").status == 200)
    for name in ["closeout.db", "closeout.db-wal", "closeout.db-shm"] {
      try FileManager.default.removeItem(at: folder.file(name))
    }
    let answer = try await portal.get("/-/ready")
    #expect(answer.status == 503)
    #expect(!answer.text.contains("closeout.db"))
    #expect(lines.all.contains { $0.hasPrefix("warning: GET /-/ready: store") })
    #expect(try await portal.get("/-/healthy").status == 200)
  }

  @Test("the log has a line for each request, without its query and without what could fake another line")
  func log() async throws {
    let folder = try TemporaryFolder()
    let lines = LogKeeper.Lines()
    let portal = try TestPortal(SampleStore.store(in: folder, [])) {
      $0.logger = Logger(label: "test", factory: { _ in LogKeeper(lines: lines) })
    }
    _ = try await portal.get("/findings?q=token-in-query", [.authorization: "Basic c2VjcmV0OnNlY3JldA=="])
    _ = try await portal.get("/a\u{1B}]8;;\u{202E}x\nfake")
    #expect(lines.all.count == 2)
    #expect(lines.all.first?.hasPrefix("debug: GET /findings 200 ") == true)
    // Controls are blanks before they reach us; what else cannot be seen is shown.
    #expect(lines.all.last?.hasPrefix("debug: GET /a ]8;;⟨U+202E⟩x fake 400 ") == true, "\(lines.all)")
    #expect(!lines.all.joined().contains("token") && !lines.all.joined().contains("c2Vj"))
  }
}
