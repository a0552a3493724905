import Foundation
import TestSupport
import Testing
import TransparencyLog

@Suite("Keys beside OpenSSL")
struct KeyTests {
  static let message = Array("the head of the log\n".utf8)

  @Test("the key of RFC 8410 gives the public key that stands beside it there")
  func publishedKey() throws {
    let key = try LogSigningKey(pem: NoteTests.ed25519)
    #expect(key.pem == NoteTests.ed25519)
    #expect(
      key.publicKey.pem == """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----

        """)
    #expect(try LogPublicKey(pem: key.publicKey.pem) == key.publicKey)
  }

  @Test("OpenSSL verifies our signatures", .needs(.openssl), arguments: KeyAlgorithm.allCases)
  func opensslVerifies(algorithm: KeyAlgorithm) async throws {
    let folder = try TemporaryFolder()
    let key = LogSigningKey(generating: algorithm)
    try folder.write(key.publicKey.pem, to: "key.pub")
    try folder.write(key.sign(Self.message), to: "sig")
    try folder.write(Self.message, to: "good")
    try folder.write(Self.message + [0x0A], to: "changed")
    for (file, holds) in [("good", true), ("changed", false)] {
      let arguments =
        switch algorithm {
        case .ed25519:
          ["pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", "key.pub", "-sigfile", "sig", "-in", file]
        case .ecdsaP256: ["dgst", "-sha256", "-verify", "key.pub", "-signature", "sig", file]
        }
      let answer = try await PeerTool.openssl.run(arguments, in: folder.url)
      #expect(answer.succeeded == holds, "\(answer.text) \(answer.errorText)")
    }
  }

  @Test(
    "we verify OpenSSL's signatures, and read and write its key files", .needs(.openssl),
    arguments: KeyAlgorithm.allCases)
  func opensslSigns(algorithm: KeyAlgorithm) async throws {
    let folder = try TemporaryFolder()
    let kind = algorithm == .ed25519 ? ["ed25519"] : ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"]
    #expect(
      try await PeerTool.openssl.run(["genpkey", "-out", "key.pem", "-algorithm"] + kind, in: folder.url)
        .succeeded)
    try folder.write(Self.message, to: "message")
    let sign =
      switch algorithm {
      case .ed25519: ["pkeyutl", "-sign", "-rawin", "-inkey", "key.pem", "-in", "message", "-out", "sig"]
      case .ecdsaP256: ["dgst", "-sha256", "-sign", "key.pem", "-out", "sig", "message"]
      }
    #expect(try await PeerTool.openssl.run(sign, in: folder.url).succeeded)
    let pem = try String(contentsOf: folder.file("key.pem"), encoding: .utf8)
    let key = try LogSigningKey(pem: pem)
    #expect(key.algorithm == algorithm && key.pem == pem)
    var signature = Array(try Data(contentsOf: folder.file("sig")))
    #expect(key.publicKey.isValid(signature, for: Self.message))
    signature[signature.count - 1] ^= 1
    #expect(!key.publicKey.isValid(signature, for: Self.message))
    #expect(!key.publicKey.isValid([], for: Self.message))

    let text = try await PeerTool.openssl.run(["pkey", "-in", "key.pem", "-pubout"], in: folder.url)
    #expect(text.text == key.publicKey.pem)
    let der = try await PeerTool.openssl.run(
      ["pkey", "-in", "key.pem", "-pubout", "-outform", "DER"], in: folder.url)
    #expect(der.output == key.publicKey.der)
    #expect(Hash256(sha256: der.output) == key.publicKey.fingerprint)
  }

  @Test("other files are refused with a reason", .needs(.openssl))
  func refused() async throws {
    let folder = try TemporaryFolder()
    let wrong = [
      ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"],
      ["genpkey", "-algorithm", "X25519"],
      ["genpkey", "-algorithm", "ed25519", "-aes256", "-pass", "pass:secret"],
    ]
    for arguments in wrong {
      let made = try await PeerTool.openssl.run(arguments, in: folder.url)
      try #require(made.succeeded)
      let error = #expect(throws: LogError.self) { try LogSigningKey(pem: made.text) }
      #expect(error?.code == .unsupportedKey)
    }
    let key = LogSigningKey(generating: .ed25519)
    for text in ["", "x", key.pem + key.pem, key.pem.replacing("END", with: "EN"), key.publicKey.pem] {
      #expect(throws: LogError.self) { try LogSigningKey(pem: text) }
    }
    #expect(throws: LogError.self) { try LogPublicKey(pem: key.pem) }
    #expect(throws: LogError.self) { try LogPublicKey(der: key.publicKey.der + [0]) }
  }
}
