import Foundation

/// A name and a password as a request carries them (RFC 7617).
struct BasicCredentials: Sendable {
  let user: String
  let password: [UInt8]

  /// - Parameter authorization: the header Authorization.
  init?(authorization: String) {
    let parts = authorization.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "basic",
      let data = Data(base64Encoded: parts[1].trimmingCharacters(in: .whitespaces)),
      let colon = data.firstIndex(of: UInt8(ascii: ":")),
      let user = String(validating: data[..<colon], as: UTF8.self)
    else { return nil }
    self.user = user
    password = Array(data[data.index(after: colon)...])
  }
}
