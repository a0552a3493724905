import GRDB
import Queries

/// A whole number that the store remembers under a name.
struct Setting {
  let name: String

  /// How many leaves the log has.
  static let logSize = Setting(name: "log_size")
  /// The position in the log up to which records have been folded.
  static let foldedPosition = Setting(name: "folded")

  func read(_ database: Database) throws -> Int64? {
    let statement = try Statement(Queries.Setting.get, on: database)
    statement.bind(name, at: 1)
    return try statement.step() ? Int64(statement.text(0)) : nil
  }

  func write(_ value: Int64, _ database: Database) throws {
    let statement = try Statement(Queries.Setting.set, on: database)
    statement.bind(name, at: 1)
    statement.bind(String(value), at: 2)
    try statement.run()
  }
}
