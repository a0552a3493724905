import GRDB
import Queries
import TransparencyLog

/// Links the records that a transaction brought to the chain of their finding.
struct HeadWriter: ~Copyable {
  private struct Last {
    var leaf: LeafHash
    var sequence: Int
  }

  private let find: Statement
  private let insert: Statement
  private var last: [Int64: Last] = [:]
  /// In the order in which the transaction first touched them, so that the log is reproducible.
  private var touched: [(finding: Int64, digest: Hash256)] = []
  private var records: [Int64: [LeafHash]] = [:]

  init(_ database: Database) throws {
    let find = try Statement(Queries.Ingest.lastHead, on: database)
    let insert = try Statement(Queries.Ingest.insertHead, on: database)
    self.find = find
    self.insert = insert
  }

  mutating func add(_ leaf: LeafHash, finding: Int64, digest: Hash256) {
    if records[finding] == nil { touched.append((finding, digest)) }
    records[finding, default: []].append(leaf)
  }

  /// Appends one head for each finding touched.
  mutating func write(to log: inout LogAppender) throws {
    for (finding, digest) in touched {
      let before = try last[finding] ?? stored(finding, &log)
      let head = try HeadEntry(
        finding: digest, sequence: (before?.sequence ?? 0) + 1, previous: before?.leaf,
        records: records[finding] ?? [])
      let leaf = head.leafHash
      insert.bind(log.append(leaf), at: 1)
      insert.bind(finding, at: 2)
      insert.bind(head.sequence, at: 3)
      try insert.run()
      last[finding] = Last(leaf: leaf, sequence: head.sequence)
    }
    touched.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
  }

  private func stored(_ finding: Int64, _ log: inout LogAppender) throws -> Last? {
    find.bind(finding, at: 1)
    defer { find.reset() }
    guard try find.step() else { return nil }
    return Last(leaf: try log.leaf(at: find.int(0)), sequence: Int(find.int(1)))
  }
}
