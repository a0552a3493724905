import GRDB
import Queries
import TransparencyLog

/// Records that could not be read, with their exact bytes and the reason.
struct RejectionTable: ~Copyable {
  private let insert: Statement

  init(_ database: Database) throws {
    insert = try Statement(Queries.Ingest.insertRejected, on: database)
  }

  func insert(_ rejection: PreparedRejection, file: Int64) throws {
    // The same bytes rejected for the same reason are one rejected record, as often as they come.
    let digest = Hash256(sha256: Array(rejection.reason.utf8) + [0x0A] + rejection.bytes)
    insert.bind(digest, at: 1)
    insert.bind(file, at: 2)
    insert.bind(rejection.line, at: 3)
    insert.bind(rejection.byteOffset, at: 4)
    insert.bind(rejection.path, at: 5)
    insert.bind(rejection.reason, at: 6)
    insert.bind(rejection.explanation, at: 7)
    insert.bind(rejection.hint, at: 8)
    insert.bind(rejection.bytes.count, at: 9)
    insert.bind(rejection.bytes, at: 10)
    try insert.run()
  }
}
