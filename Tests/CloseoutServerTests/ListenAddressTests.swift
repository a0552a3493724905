import Testing

@testable import CloseoutServer

@Suite("Addresses to listen on")
struct ListenAddressTests {
  @Test(
    "the forms of exporters are read",
    arguments: [
      ("127.0.0.1:9750", "127.0.0.1", 9750), (":9750", "", 9750), ("[::1]:80", "::1", 80),
      ("localhost:0", "localhost", 0), ("[fe80::1]:65535", "fe80::1", 65535),
    ])
  func reads(text: String, host: String, port: Int) throws {
    let address = try ListenAddress(text)
    #expect(address == ListenAddress(host: host, port: port))
    #expect(address.description == text)
  }

  @Test(
    "anything else is refused with a hint",
    arguments: [
      "", "9750", "localhost", "localhost:", "localhost:x", "localhost:65536", "localhost:-1", "::1:80",
      "[::1]",
      "[localhost]:80", "a b:80", "http://localhost:80", "localhost:80/", "user@host:80", "host:0080000",
    ])
  func refuses(text: String) {
    let error = #expect(throws: ServerError.self) { try ListenAddress(text) }
    #expect(error?.code == .address)
    #expect(error?.hint != nil)
  }

  @Test(
    "only what no other machine can reach is loopback",
    arguments: [
      ("127.0.0.1", true), ("127.255.0.9", true), ("::1", true), ("localhost", true), ("LOCALHOST", true),
      ("", false), ("0.0.0.0", false), ("::", false), ("127.0.0.1.example.com", false), ("127.1", false),
      ("127.0.0.256", false), ("localhost.example.com", false), ("10.0.0.1", false), ("127.+1.0.1", false),
    ])
  func loopback(host: String, isLoopback: Bool) {
    #expect(ListenAddress(host: host, port: 1).isLoopback == isLoopback)
  }
}
