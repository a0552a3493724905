import Foundation

extension ListenAddress {
  /// The host to bind: for every address of the machine both families, where it has the newer one.
  var bindHost: String {
    guard host.isEmpty else { return host }
    #if canImport(Glibc)
      let descriptor = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET6, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { return "0.0.0.0" }
    close(descriptor)
    return "::"
  }

  /// The host as an address to open it by.
  var shownHost: String { host.isEmpty || host == "0.0.0.0" || host == "::" ? "localhost" : host }
}
