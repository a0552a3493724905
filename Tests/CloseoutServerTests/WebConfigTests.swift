import Foundation
import TestSupport
import Testing

@testable import CloseoutServer

@Suite("Web configuration")
struct WebConfigTests {
  static let hash = "$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e"

  static let whole = """
    tls_server_config:
      cert_file: server.crt
      key_file: server.key
      client_auth_type: RequireAndVerifyClientCert
      client_ca_file: clients.crt
      min_version: TLS13
      max_version: TLS13
    http_server_config:
      http2: true
    basic_auth_users:
      alice: \(hash)
      "böb": '$2y$04$abcdefghijklmnopqrstuuF7KK/SfP9IRGj0pPJMr8GdtCS8xpmpC'
    """

  @Test("what is described is read")
  func reads() throws {
    let config = try WebConfig(yaml: Self.whole, file: "web.yml") { "/etc/\($0)" }
    #expect(
      config.tls
        == WebConfig.TLS(
          certificateFile: "/etc/server.crt", keyFile: "/etc/server.key", clientAuth: .requireAndVerify,
          clientAuthoritiesFile: "/etc/clients.crt", minimum: .tls13, maximum: .tls13))
    #expect(config.users.keys.sorted() == ["alice", "böb"])
    #expect(try WebConfig(yaml: "", file: "web.yml") == WebConfig())
    #expect(try WebConfig(yaml: "# nothing\n", file: "web.yml") == WebConfig())
    let plain = try WebConfig(yaml: "tls_server_config: {cert_file: a, key_file: b}", file: "web.yml")
    #expect(plain.tls?.minimum == .tls12 && plain.tls?.clientAuth == WebConfig.TLS.ClientAuth.none)
  }

  @Test(
    "what is wrong is said with its line",
    arguments: [
      ("tls_server_config:\n  cert_file: a\n  key: b\n", 3, "key is not supported"),
      ("tls_server_config:\n  cert_file: a\n  key_fil: b\n", 3, "has no key"),
      ("basic_auth:\n  a: b\n", 1, "has no key"),
      ("basic_auth_users:\n  alice: secret\n", 2, "not a bcrypt hash"),
      ("basic_auth_users:\n  alice: $2b$04$short\n", 2, "not a bcrypt hash"),
      ("basic_auth_users:\n  \"a:b\": \(hash)\n", 2, "holds a colon"),
      ("basic_auth_users:\n  a: \(hash)\n  a: \(hash)\n", 2, "written twice"),
      ("tls_server_config:\n  cert_file: a\n  key_file: b\n  min_version: TLS10\n", 4, "min_version is"),
      (
        "tls_server_config:\n  cert_file: a\n  key_file: b\n  client_auth_type: RequestClientCert\n", 4,
        "client_auth_type is"
      ),
      ("tls_server_config:\n  cert_file: a\n  key_file: b\n  client_ca_file: c\n", 4, "only useful together"),
      (
        "tls_server_config:\n  cert_file: a\n  key_file: b\n  min_version: TLS13\n  max_version: TLS12\n", 5,
        "below"
      ),
      ("http_server_config:\n  http2: perhaps\n", 2, "neither true nor false"),
      ("- a\n", 1, "holds no keys"), ("a: [\n", 2, "not YAML"),
    ])
  func refuses(yaml: String, line: Int, words: String) {
    let error = #expect(throws: ServerError.self) { try WebConfig(yaml: yaml, file: "web.yml") }
    #expect(error?.code == .webConfig)
    #expect(error?.place == "web.yml:\(line)")
    #expect(error?.cause.contains(words) == true, "\(error?.cause ?? "")")
    #expect(error?.description.contains("secret") == false)
  }

  @Test("promtool accepts the file that we accept", .needs(.promtool, .openssl))
  func promtool() async throws {
    let folder = try TemporaryFolder()
    try await Certificates.make(in: folder)
    let file = try folder.write(Self.whole, to: "web.yml")
    #expect(throws: Never.self) { try WebConfig(file: file.path) }
    let output = try await PeerTool.promtool.run(["check", "web-config", file.path])
    #expect(output.succeeded, "\(output.text)\(output.errorText)")
    let broken = try folder.write(Self.whole.replacing("http2", with: "http3"), to: "broken.yml")
    #expect(throws: ServerError.self) { try WebConfig(file: broken.path) }
    #expect(try await !PeerTool.promtool.run(["check", "web-config", broken.path]).succeeded)
  }

  @Test("an address that others reach needs a web configuration")
  func unprotected() throws {
    var configuration = try SampleStore.configuration()
    #expect(throws: Never.self) { try configuration.check() }
    configuration.listenAddresses = [.standard, ListenAddress(host: "", port: 9750)]
    let error = #expect(throws: ServerError.self) { try configuration.check() }
    #expect(error?.code == .unprotected && error?.place == ":9750")
    configuration.webConfigFile = "web.yml"
    #expect(throws: Never.self) { try configuration.check() }
  }
}
