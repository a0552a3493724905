import GRDB
import Queries

/// A whole number or a text that the store remembers under a name.
struct Setting {
  let name: String

  /// How many leaves the log has.
  static let logSize = Setting(name: "log_size")
  /// The position in the log up to which records have been folded.
  static let foldedPosition = Setting(name: "folded")

  /// The rules of the policy that ``policyRead`` is about.
  static let policyRules = Setting(name: "policy_rules")
  /// The position in the log up to which the policy's rules have been applied to records.
  static let policyRead = Setting(name: "policy_read")
  /// Whether the last check of the log found it as it was written: 1 yes, 0 no.
  static let logIntact = Setting(name: "log_intact")
  /// When the log was last checked, in milliseconds since 1970.
  static let logVerifiedAt = Setting(name: "log_verified_at")

  func read(_ database: Database) throws -> Int64? {
    try readText(database).flatMap { Int64($0) }
  }

  func readText(_ database: Database) throws -> String? {
    let statement = try Statement(Queries.Setting.get, on: database)
    statement.bind(name, at: 1)
    return try statement.step() ? statement.text(0) : nil
  }

  func write(_ value: Int64, _ database: Database) throws {
    try writeText(String(value), database)
  }

  func writeText(_ value: String, _ database: Database) throws {
    let statement = try Statement(Queries.Setting.set, on: database)
    statement.bind(name, at: 1)
    statement.bind(value, at: 2)
    try statement.run()
  }
}
