import GRDB
import Remediation

/// A table of names that repeat: each stands once and has a number.
struct NameTable: ~Copyable {
  private let upsert: Statement
  private var known: [ExactText: Int64] = [:]

  /// - Parameter query: inserts the name unless it is there, and returns its number.
  init(_ query: String, _ database: Database) throws {
    upsert = try Statement(query, on: database)
  }

  mutating func id(of name: String) throws -> Int64 {
    let exact = ExactText(name)
    if let id = known[exact] { return id }
    upsert.bind(name, at: 1)
    _ = try upsert.step()
    let id = upsert.int(0)
    upsert.reset()
    // A hostile source may name things without end; what is forgotten is found in the table again.
    if known.count >= 65_536 { known.removeAll() }
    known[exact] = id
    return id
  }
}
