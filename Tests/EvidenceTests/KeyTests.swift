import Evidence
import Foundation
import TestSupport
import Testing
import TransparencyLog

@Suite("Keys beside the store")
struct KeyTests {
  @Test(
    "Both keys are made once, readable by their owner alone, and shown by their fingerprints",
    .needs(.openssl, .sha256sum))
  func create() async throws {
    let folder = try TemporaryFolder()
    let keys = KeyStore(besideStore: folder.file("closeout.db").path)
    #expect(!keys.exists)
    let shown = try keys.create()
    #expect(keys.exists)
    #expect(shown.map(\.algorithm) == [.ed25519, .ecdsaP256])
    for name in ["closeout.log.key", "closeout.package.key"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.file(name).path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    #expect(throws: EvidenceError.self) { try keys.create() }
    #expect(try keys.show() == shown)
    for key in shown {
      let der = try await PeerTool.openssl.run([
        "pkey", "-pubin", "-in", key.publicKeyPath, "-outform", "DER",
      ])
      let sum = try await PeerTool.sha256sum.run([], input: der.output)
      #expect(sum.text.prefix(64) == key.fingerprint.hex)
    }
  }

  @Test(
    "Keys that openssl made do as well; a key that others may read, or of the wrong kind, does not",
    .needs(.openssl))
  func foreign() async throws {
    let folder = try TemporaryFolder()
    let keys = KeyStore(besideStore: folder.file("closeout.db").path)
    let (log, package) = (folder.file("closeout.log.key").path, folder.file("closeout.package.key").path)
    _ = try await PeerTool.openssl.run(["genpkey", "-algorithm", "ED25519", "-out", log])
    _ = try await PeerTool.openssl.run(
      ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", package])
    for path in [log, package] {
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
    let signer = try keys.signer()
    #expect(signer.origin == "closeout.log/\(signer.logKey.fingerprint.hex.prefix(16))")

    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: log)
    #expect(throws: EvidenceError.self) { try keys.signer() }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: log)
    try FileManager.default.removeItem(atPath: package)
    #expect(throws: EvidenceError.self) { try keys.signer() }
    try FileManager.default.copyItem(atPath: log, toPath: package)
    #expect(throws: EvidenceError.self) { try keys.signer() }
  }
}
