import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import CloseoutServer

@Suite("Names and passwords")
struct AuthenticationTests {
  @Test(
    "hashes of all three prefixes are verified as other programs made them",
    arguments: [
      ("correct horse", "$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e"),
      ("pass", "$2a$04$abcdefghijklmnopqrstuufznL8bkzdtHwLhca4To/v9Lo9bA7fR6"),
      ("päss", "$2y$04$abcdefghijklmnopqrstuuF7KK/SfP9IRGj0pPJMr8GdtCS8xpmpC"),
    ])
  func bcrypt(password: String, hash: String) {
    let bytes = Array(password.utf8)
    #expect(Bcrypt.isHash(hash))
    #expect(Bcrypt.verify(bytes, against: hash))
    #expect(!Bcrypt.verify(bytes + [UInt8(ascii: "x")], against: hash))
    #expect(!Bcrypt.verify(bytes + [0], against: hash))
    #expect(!Bcrypt.verify([], against: hash))
    #expect(!Bcrypt.verify(bytes, against: hash.replacing("$04$", with: "$05$")))
    #expect(!Bcrypt.verify(bytes, against: String(hash.dropLast())))
    #expect(!Bcrypt.verify([UInt8](repeating: 0x61, count: 4096), against: hash))
  }

  @Test(
    "only bcrypt counts as a hash",
    arguments: [
      "", "secret", "$1$abc$def", "$2x$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e",
      "$2b$03$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e",
      "$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6é",
      "$2b$4$aabcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e",
    ])
  func noHash(text: String) {
    #expect(!Bcrypt.isHash(text))
  }

  @Test("who is named comes in, everywhere; everybody else is asked who they are")
  func access() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("basic_auth_users: {alice: '\(WebConfigTests.hash)'}", to: "web.yml").path
    let portal = try TestPortal(SampleStore.store(in: folder, [])) { $0.webConfigFile = file }
    for path in ["/", "/metrics", "/-/healthy", "/findings", "/nothing"] {
      #expect(
        try await portal.get(path, Self.basic("alice", "correct horse")).status
          == (path == "/nothing" ? 404 : 200))
      for headers in [
        [:], Self.basic("alice", "correct"), Self.basic("bob", "correct horse"), Self.basic("", ""),
        [.authorization: "Basic !"], [.authorization: "Bearer correct horse"], [.authorization: "Basic"],
      ] as [HTTPFields] {
        let answer = try await portal.get(path, headers)
        #expect(answer.status == 401, "\(path)")
        #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Basic realm=") == true)
      }
    }
    // With a web configuration the server may have any name.
    #expect(
      try await portal.get("/", Self.basic("alice", "correct horse"), host: "closeout.example").status == 200)
  }

  @Test("an answer is remembered, a changed hash is not confused with the old one")
  func remembering() async throws {
    let checking = PasswordChecking()
    let credentials = try #require(BasicCredentials(authorization: Self.value("alice", "correct horse")))
    // Cost 12 takes a good part of a second, a remembered answer none of it.
    let slow = "$2b$12$abcdefghijklmnopqrstuuZMrhpe6fTcJuW7Pm9Y3Yc3uK2yKpVZi"
    let clock = ContinuousClock()
    let first = try await clock.measure {
      _ = try await checking.isAllowed(credentials, users: ["alice": slow])
    }
    let second = try await clock.measure {
      _ = try await checking.isAllowed(credentials, users: ["alice": slow])
    }
    #expect(second < first / 10)
    #expect(try await !checking.isAllowed(credentials, users: ["alice": slow]))
    #expect(try await checking.isAllowed(credentials, users: ["alice": WebConfigTests.hash]))
    #expect(try await !checking.isAllowed(credentials, users: ["alicE": WebConfigTests.hash]))
    #expect(try await !checking.isAllowed(credentials, users: [:]))
  }

  @Test("a new password counts without a restart, and a broken file leaves the old one in force")
  func rereading() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("basic_auth_users: {alice: '\(WebConfigTests.hash)'}", to: "web.yml").path
    let portal = try TestPortal(SampleStore.store(in: folder, [])) { $0.webConfigFile = file }
    #expect(try await portal.get("/", Self.basic("alice", "correct horse")).status == 200)
    try folder.write("basic_auth_users: {alice: broken}", to: "web.yml")
    try await Task.sleep(for: .milliseconds(1100))
    #expect(try await portal.get("/", Self.basic("alice", "correct horse")).status == 200)
    try folder.write(
      "basic_auth_users: {alice: '$2a$04$abcdefghijklmnopqrstuufznL8bkzdtHwLhca4To/v9Lo9bA7fR6'}",
      to: "web.yml")
    try await Task.sleep(for: .milliseconds(1100))
    #expect(try await portal.get("/", Self.basic("alice", "correct horse")).status == 401)
    #expect(try await portal.get("/", Self.basic("alice", "pass")).status == 200)
  }

  static func value(_ user: String, _ password: String) -> String {
    "Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
  }

  static func basic(_ user: String, _ password: String) -> HTTPFields {
    [.authorization: value(user, password)]
  }
}
