import Foundation
import TestSupport

/// Certificates that openssl makes: `server.crt` and `clients.crt` with their keys, and a client's own.
enum Certificates {
  static func make(in folder: borrowing TemporaryFolder) async throws {
    for name in ["server", "clients"] {
      try await openssl(
        [
          "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
          "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
          "-keyout", folder.file("\(name).key").path, "-out", folder.file("\(name).crt").path,
        ])
    }
    try await openssl(
      [
        "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=client",
        "-keyout", folder.file("client.key").path, "-out", folder.file("client.csr").path,
      ])
    try await openssl(
      [
        "x509", "-req", "-in", folder.file("client.csr").path, "-CA", folder.file("clients.crt").path,
        "-CAkey", folder.file("clients.key").path, "-CAcreateserial", "-days", "2",
        "-out", folder.file("client.crt").path,
      ])
  }

  private static func openssl(_ arguments: [String]) async throws {
    let output = try await PeerTool.openssl.run(arguments)
    guard output.succeeded else { throw PeerError.failed("openssl", output.status, output.errorText) }
  }
}
