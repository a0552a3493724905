/// Why the server cannot start, with the place and a hint for the person who has to mend it.
public struct ServerError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// An address to listen on is malformed.
    case address
    /// The address is one that others can reach, and nothing keeps them out.
    case unprotected
    /// The web configuration is not what exporter-toolkit describes, or uses a part of it that is not served.
    case webConfig
    /// A certificate, its key or the authorities of clients cannot be used.
    case certificate
    /// The address is taken, or not this machine's.
    case listening
    /// The folder to watch cannot be read.
    case watching
  }

  public let code: Code
  /// A file with its line, or an address.
  public let place: String?
  public let cause: String
  public let hint: String?

  public init(_ code: Code, place: String? = nil, _ cause: String, hint: String? = nil) {
    self.code = code
    self.place = place
    self.cause = cause
    self.hint = hint
  }

  public var description: String {
    let first = place.map { "\($0): \(cause)" } ?? cause
    return hint.map { "\(first)\n\nhint: \($0)" } ?? first
  }
}
