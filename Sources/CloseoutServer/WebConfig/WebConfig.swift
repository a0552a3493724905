/// A web configuration in the form that exporters of Prometheus share.
///
/// Source: github.com/prometheus/exporter-toolkit, `docs/web-configuration.md`; `promtool check web-config`
/// accepts the same files. Of what is described there, certificates given in the file itself, ciphers,
/// curves, names of clients and headers are refused rather than passed over.
struct WebConfig: Sendable, Hashable {
  struct TLS: Sendable, Hashable {
    enum Version: String, Sendable, CaseIterable {
      case tls12 = "TLS12"
      case tls13 = "TLS13"
    }

    /// Whether clients show a certificate.
    enum ClientAuth: String, Sendable, CaseIterable {
      case none = "NoClientCert"
      case verifyIfGiven = "VerifyClientCertIfGiven"
      case requireAndVerify = "RequireAndVerifyClientCert"
    }

    var certificateFile: String
    var keyFile: String
    var clientAuth: ClientAuth
    var clientAuthoritiesFile: String?
    var minimum: Version
    var maximum: Version?
  }

  var tls: TLS?
  /// The bcrypt hash of each user's password; empty where everybody may come in.
  var users: [String: String] = [:]
}
