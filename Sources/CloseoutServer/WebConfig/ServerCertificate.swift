import NIOSSL

/// A chain of certificates with its private key, read from PEM files.
struct ServerCertificate: Sendable {
  let chain: [NIOSSLCertificateSource]
  let key: NIOSSLPrivateKeySource

  init(certificateFile: String, keyFile: String) throws(ServerError) {
    do {
      let certificates = try NIOSSLCertificate.fromPEMFile(certificateFile)
      guard !certificates.isEmpty else {
        throw ServerError(.certificate, place: certificateFile, "the file holds no certificate")
      }
      chain = certificates.map { .certificate($0) }
    } catch let error as ServerError {
      throw error
    } catch {
      throw ServerError(
        .certificate, place: certificateFile, "the certificate cannot be read", hint: "cert_file is PEM")
    }
    do {
      key = .privateKey(try NIOSSLPrivateKey(file: keyFile, format: .pem))
    } catch {
      throw ServerError(
        .certificate, place: keyFile, "the private key cannot be read",
        hint: "key_file is PEM, without a passphrase, and readable by this user")
    }
  }
}

extension WebConfig.TLS {
  /// The configuration of NIOSSL; a context is made of it once, so that a key that does not fit shows at
  /// start.
  func configuration(_ credentials: ServerCertificate) throws(ServerError) -> TLSConfiguration {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: credentials.chain, privateKey: credentials.key)
    configuration.minimumTLSVersion = minimum.version
    configuration.maximumTLSVersion = maximum?.version
    configuration.applicationProtocols = ["http/1.1"]
    if let clientAuthoritiesFile {
      configuration.trustRoots = .file(clientAuthoritiesFile)
      configuration.certificateVerification =
        clientAuth == .verifyIfGiven ? .optionalVerification : .noHostnameVerification
    }
    do {
      _ = try NIOSSLContext(configuration: configuration)
    } catch {
      throw ServerError(
        .certificate, place: certificateFile, "certificate, key and authorities do not work together",
        hint: "check that key_file belongs to cert_file and that client_ca_file is PEM")
    }
    return configuration
  }
}

extension WebConfig.TLS.Version {
  var version: TLSVersion {
    switch self {
    case .tls12: .tlsv12
    case .tls13: .tlsv13
    }
  }
}
