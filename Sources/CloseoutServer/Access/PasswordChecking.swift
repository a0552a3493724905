import Synchronization
import TransparencyLog

/// Checks users and remembers the answers.
///
/// bcrypt is slow on purpose: a scrape that paid for it each time would miss its time. Remembered are salted
/// hashes, so that the memory of the process holds no password, and a bounded number of them.
final class PasswordChecking: Sendable {
  private static let mostRemembered = 256
  /// Compared with where a user is unknown, so that the time taken does not tell who exists.
  private static let nobody = "$2b$10$......................................................"

  private let salt: [UInt8]
  private let answers = Mutex<[Hash256: Bool]>([:])
  private let lane = WorkLane("passwords", threads: 1, waiting: 16, limit: .seconds(10))

  init() {
    var generator = SystemRandomNumberGenerator()
    salt = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// Whether the credentials are those of one of the users.
  ///
  /// - Throws: ``WorkRefusal`` when too many wait to be checked.
  func isAllowed(_ credentials: BasicCredentials, users: [String: String]) async throws -> Bool {
    let hash = users[credentials.user]
    // Each part is preceded by its length, so that none can pass for another.
    var key = salt
    for part in [Array(credentials.user.utf8), Array((hash ?? "").utf8), credentials.password] {
      key += Array("\(part.count):".utf8) + part
    }
    let digest = Hash256(sha256: key)
    if let known = answers.withLock({ $0[digest] }) { return known }
    let isRight = try await lane.run {
      let matches = Bcrypt.verify(credentials.password, against: hash ?? Self.nobody)
      return matches && hash != nil
    }
    answers.withLock { answers in
      // Guesses must not push the right ones out for long: whoever is right comes back at once.
      if answers.count >= Self.mostRemembered { answers = answers.filter(\.value) }
      if answers.count >= Self.mostRemembered { answers.removeAll() }
      answers[digest] = isRight
    }
    return isRight
  }
}
