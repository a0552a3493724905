import Foundation
import Yams

extension WebConfig {
  /// Reads a web configuration; file names in it are relative to its own folder.
  init(file: String) throws(ServerError) {
    let limit = 1 << 20
    guard let handle = FileHandle(forReadingAtPath: file), let data = try? handle.read(upToCount: limit + 1)
    else {
      throw ServerError(.webConfig, place: file, "the file cannot be read")
    }
    guard data.count <= limit, let text = String(validating: data, as: UTF8.self) else {
      throw ServerError(.webConfig, place: file, "the file is larger than 1 MB or is not UTF-8")
    }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    try self.init(yaml: text, file: file) { name in
      URL(fileURLWithPath: name, relativeTo: folder).path
    }
  }

  /// - Parameter resolve: the path that a file name in the text stands for.
  init(yaml text: String, file: String, resolve: (String) -> String = { $0 }) throws(ServerError) {
    let reader = WebConfigReader(file: file)
    guard let top = try reader.top(text) else { return }
    try reader.allow(
      ["tls_server_config", "http_server_config", "basic_auth_users"], in: top, of: "the file")
    if let http = try reader.mapping(top, "http_server_config") {
      // HTTP/2 may be offered; this server never needs to.
      try reader.allow(["http2"], unsupported: ["headers"], in: http, of: "http_server_config")
      _ = try reader.bool(http, "http2")
    }
    if let tls = try reader.mapping(top, "tls_server_config") {
      self.tls = try TLS(tls, reader, resolve)
    }
    if let users = try reader.mapping(top, "basic_auth_users") {
      for (name, hash) in users {
        let user = try reader.key(name)
        self.users[user] = try reader.bcryptHash(hash, of: user)
      }
    }
  }
}

extension WebConfig.TLS {
  fileprivate init(
    _ mapping: WebConfigReader.Mapping, _ reader: WebConfigReader, _ resolve: (String) -> String
  ) throws(ServerError) {
    try reader.allow(
      ["cert_file", "key_file", "client_auth_type", "client_ca_file", "min_version", "max_version"],
      unsupported: [
        "cert", "key", "client_ca", "client_allowed_sans", "cipher_suites", "prefer_server_cipher_suites",
        "curve_preferences",
      ], in: mapping, of: "tls_server_config")
    certificateFile = resolve(try reader.text(mapping, "cert_file", in: "tls_server_config"))
    keyFile = resolve(try reader.text(mapping, "key_file", in: "tls_server_config"))
    clientAuth = try reader.word(mapping, "client_auth_type") ?? .none
    clientAuthoritiesFile = try reader.optionalText(mapping, "client_ca_file").map(resolve)
    minimum = try reader.word(mapping, "min_version") ?? .tls12
    maximum = try reader.word(mapping, "max_version")
    if minimum == .tls13, maximum == .tls12 {
      throw reader.error(mapping["max_version"], "max_version is below min_version", hint: nil)
    }
    if (clientAuthoritiesFile != nil) != (clientAuth != .none) {
      throw reader.error(
        mapping["client_ca_file"] ?? mapping["client_auth_type"],
        "client_ca_file and client_auth_type are only useful together",
        hint: "give both, the type as VerifyClientCertIfGiven or RequireAndVerifyClientCert, or neither")
    }
  }
}
