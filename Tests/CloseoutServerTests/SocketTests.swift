import Dispatch
import Foundation
import Logging
import ServiceLifecycle
import Store
import Synchronization
import TestSupport
import Testing

@testable import CloseoutServer

/// Real sockets, with curl at the other end.
@Suite("Over the network", .needs(PeerTool("curl")))
struct SocketTests {
  @Test("it answers on every address that it was given, and keeps the limits of HTTP")
  func plain() async throws {
    let folder = try TemporaryFolder()
    let store = try SampleStore.store(in: folder, [SampleStore.findings(titled: ["one"])])
    var configuration = try SampleStore.configuration()
    configuration.listenAddresses = try [ListenAddress("127.0.0.1:0"), ListenAddress("localhost:0")]
    try await Self.serve(configuration, store) { (urls: [String]) async throws -> Void in
      #expect(urls.count == 2)
      for url in urls {
        #expect(try await Self.curl("\(url)-/healthy").text == "Closeout is healthy.\n")
        #expect(try await Self.status("\(url)findings") == 200)
        #expect(try await Self.status("\(url)metrics", "--compressed") == 200)
        #expect(try await Self.status("\(url)", "--head") == 200)
        #expect(try await Self.status("\(url)", "--data", "a=b") == 405)
        #expect(
          try await Self.status(
            "\(url)", "--get", "--data-urlencode", "q=\(String(repeating: "a", count: 4000))") == 414)
        #expect(
          try await Self.status("\(url)", "--header", "X: \(String(repeating: "a", count: 40_000))") == 400)
        #expect(try await Self.status("\(url)", "--header", "Host: evil.example") == 421)
      }
    }
  }

  @Test("with a certificate it speaks TLS, to clients that show one of theirs", .needs(.openssl))
  func tls() async throws {
    let folder = try TemporaryFolder()
    try await Certificates.make(in: folder)
    let file = try folder.write(
      """
      tls_server_config: {cert_file: server.crt, key_file: server.key, client_ca_file: clients.crt,
        client_auth_type: RequireAndVerifyClientCert}
      basic_auth_users: {alice: '\(WebConfigTests.hash)'}
      """, to: "web.yml")
    let store = try SampleStore.store(in: folder, [])
    var configuration = try SampleStore.configuration()
    configuration.webConfigFile = file.path
    configuration.listenAddresses = [try ListenAddress("127.0.0.1:0")]
    let known = ["--cacert", folder.file("server.crt").path]
    let client = known + ["--cert", folder.file("client.crt").path, "--key", folder.file("client.key").path]
    let stranger =
      known + ["--cert", folder.file("server.crt").path, "--key", folder.file("server.key").path]
    try await Self.serve(configuration, store) { (urls: [String]) async throws -> Void in
      let url = try #require(urls.first)
      #expect(url.hasPrefix("https://127.0.0.1:"))
      #expect(try await Self.status(url, client + ["--user", "alice:correct horse"]) == 200)
      #expect(try await Self.status(url, client + ["--user", "alice:wrong"]) == 401)
      let headers = try await Self.curl(url, client + ["--head", "--user", "alice:correct horse"]).text
      #expect(headers.lowercased().contains("strict-transport-security: max-age="))
      #expect(try await !Self.curl(url, known).succeeded)
      #expect(try await !Self.curl(url, stranger).succeeded)
      #expect(try await !Self.curl(url, client + ["--tls-max", "1.1"]).succeeded)
      #expect(try await !Self.curl(url.replacing("https", with: "http"), []).succeeded)
    }
  }

  @Test("a renewed certificate is shown without a restart", .needs(.openssl))
  func renewal() async throws {
    let folder = try TemporaryFolder()
    try await Certificates.make(in: folder)
    let file = try folder.write(
      "tls_server_config: {cert_file: server.crt, key_file: server.key}", to: "web.yml")
    let store = try SampleStore.store(in: folder, [])
    var configuration = try SampleStore.configuration()
    configuration.webConfigFile = file.path
    configuration.listenAddresses = [try ListenAddress("127.0.0.1:0")]
    let certificate = folder.file("server.crt").path
    let old = try folder.write(Array(try Data(contentsOf: URL(filePath: certificate))), to: "old.crt").path
    let renewed = try TemporaryFolder()
    try await Certificates.make(in: renewed)
    let renewedFiles = try ["server.crt", "server.key"].map {
      ($0, Array(try Data(contentsOf: renewed.file($0))))
    }
    try await Self.serve(configuration, store) { (urls: [String]) async throws -> Void in
      let url = try #require(urls.first)
      #expect(try await Self.status(url, ["--cacert", old]) == 200)
      for (name, bytes) in renewedFiles {
        try Data(bytes).write(to: file.deletingLastPathComponent().appending(path: name))
      }
      try await Task.sleep(for: .milliseconds(1200))
      #expect(try await Self.status(url, ["--cacert", certificate]) == 200)
      #expect(try await !Self.curl(url, ["--cacert", old]).succeeded)
    }
  }

  @Test("a request that was begun is answered when the server is told to stop")
  func gracefulStop() async throws {
    let folder = try TemporaryFolder()
    let store = try SampleStore.store(in: folder, [SampleStore.findings(titled: ["one"])])
    var configuration = try SampleStore.configuration()
    configuration.listenAddresses = [try ListenAddress("127.0.0.1:0")]
    let urls = Mutex<[String]>([])
    configuration.onListening = { url in urls.withLock { $0.append(url) } }
    let parts = try ServerParts(configuration, store: store, clock: { SampleStore.now })
    let group = ServiceGroup(
      configuration: .init(services: try serverServices(parts), logger: configuration.logger))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      while urls.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(10)) }
      let first = urls.withLock { $0.first }
      let url = try #require(first)
      // All threads for pages are held up, until the server was told to stop: the request has to wait.
      let gate = DispatchSemaphore(value: 0)
      for _ in 0..<3 {
        tasks.addTask { () async throws -> Void in try await parts.reading.lane.run { gate.wait() } }
      }
      while parts.reading.lane.count < 3 { try await Task.sleep(for: .milliseconds(10)) }
      async let answer = Self.status("\(url)findings")
      while parts.reading.lane.count < 4 { try await Task.sleep(for: .milliseconds(10)) }
      await group.triggerGracefulShutdown()
      for _ in 0..<3 { gate.signal() }
      #expect(try await answer == 200)
      try await tasks.waitForAll()
      #expect(try await !Self.curl(url, []).succeeded)
    }
  }

  @Test("an address that is taken is said in words")
  func taken() async throws {
    let folder = try TemporaryFolder()
    let store = try SampleStore.store(in: folder, [])
    var configuration = try SampleStore.configuration()
    configuration.listenAddresses = [try ListenAddress("127.0.0.1:0")]
    try await Self.serve(configuration, store) { (urls: [String]) async throws -> Void in
      let port = try #require(URL(string: urls.first ?? "")?.port)
      var second = try SampleStore.configuration()
      second.listenAddresses = [ListenAddress(host: "127.0.0.1", port: port)]
      let parts = try ServerParts(second, store: store, clock: { SampleStore.now })
      let error = await #expect(throws: ServerError.self) {
        try await Listener(parts, second.listenAddresses[0]).run()
      }
      #expect(error?.code == .listening)
      #expect(error?.cause.contains("in use") == true)
    }
  }

  /// Serves while `body` runs; it is told the addresses.
  private static func serve(
    _ configuration: ServerConfiguration, _ store: Store, _ body: @Sendable ([String]) async throws -> Void
  ) async throws {
    var configuration = configuration
    let urls = Mutex<[String]>([])
    configuration.onListening = { url in urls.withLock { $0.append(url) } }
    let parts = try ServerParts(configuration, store: store, clock: { SampleStore.now })
    let group = ServiceGroup(
      configuration: .init(services: try serverServices(parts), logger: configuration.logger))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      while urls.withLock({ $0.count }) < configuration.listenAddresses.count {
        try await Task.sleep(for: .milliseconds(10))
      }
      do {
        try await body(urls.withLock { $0.sorted() })
      } catch {
        await group.triggerGracefulShutdown()
        throw error
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  private static func curl(_ url: String, _ arguments: [String] = []) async throws -> PeerOutput {
    try await PeerTool("curl").run(
      ["--silent", "--show-error", "--max-time", "30", "--noproxy", "*"] + arguments + [url])
  }

  private static func status(_ url: String, _ arguments: String...) async throws -> Int? {
    try await status(url, arguments)
  }

  private static func status(_ url: String, _ arguments: [String]) async throws -> Int? {
    Int(try await curl(url, ["--output", "/dev/null", "--write-out", "%{http_code}"] + arguments).text)
  }
}
