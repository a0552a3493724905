/// An address to listen on, as exporters of Prometheus write it: `host:port`, `[::1]:port` or `:port`.
public struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
  /// A name or a number without brackets; empty for every address of the machine.
  public let host: String
  /// 0 lets the system choose.
  public let port: Int

  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Loopback only, port 9750.
  public static let standard = ListenAddress(host: "127.0.0.1", port: 9750)

  public init(_ text: String) throws(ServerError) {
    func malformed(_ cause: String) -> ServerError {
      ServerError(.address, place: text, cause, hint: "write host:port, [::1]:port or :port")
    }
    guard let colon = text.lastIndex(of: ":") else { throw malformed("the port is missing") }
    let digits = text[text.index(after: colon)...]
    guard !digits.isEmpty, digits.utf8.count <= 5, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(digits), port <= 65535
    else { throw malformed("the port is not a number from 0 to 65535") }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
      guard host.contains(":") else { throw malformed("there is no IPv6 address in the brackets") }
    } else if host.contains(":") {
      throw malformed("an IPv6 address stands in brackets")
    }
    guard
      host.unicodeScalars.allSatisfy({
        $0.isASCII && $0.value > 0x20 && !"/[]@\u{7F}".unicodeScalars.contains($0)
      })
    else { throw malformed("the host is neither a name nor a number") }
    self.host = String(host)
    self.port = port
  }

  /// Whether only this machine can reach it. A name other than `localhost` is never trusted to be so.
  public var isLoopback: Bool { Self.isLoopback(host: host) }

  static func isLoopback(host: String) -> Bool {
    if host == "::1" || host.lowercased() == "localhost" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { UInt8($0) != nil && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  public var description: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
