import GRDB
import Queries
import TransparencyLog

/// Links the records that a transaction brought to the chain of their finding.
struct HeadWriter: ~Copyable {
  private struct LastHead {
    var leaf: LeafHash
    /// 0 before the finding's first head.
    var sequence: Int
  }

  /// So many heads are in memory at once.
  private static let hashedTogether = 1024

  private let find: Statement
  private var rows: IntegerRows
  private var last: [Int64: LastHead] = [:]
  /// Set during a store's first load, when there is no index to ask: by the finding's number, from 0.
  private var loaded: [LastHead]?
  private var touched = TouchedFindings()

  init(_ database: Database, isFirstLoad: Bool) throws {
    let find = try Statement(Queries.Ingest.lastHead, on: database)
    let rows = try IntegerRows(Queries.Ingest.insertHead, columns: 3, endsInHash: true, on: database)
    self.find = find
    self.rows = rows
    loaded = isFirstLoad ? [] : nil
  }

  /// From now on the index is asked; what the memory held is let go.
  mutating func askIndex() {
    loaded = nil
    last = [:]
    touched = TouchedFindings()
  }

  mutating func add(_ leaf: LeafHash, finding: Int64, digest: Hash256) {
    touched.add(leaf, finding: finding, digest: digest)
  }

  /// Appends one head for each finding touched.
  mutating func write(to log: inout LogAppender) throws {
    let leaves = touched.leavesByFinding()
    let hashing = HeadHashing()
    defer { hashing.end() }
    var start = 0
    var heads = try heads(from: start, leaves)
    hashing.begin(heads)
    while !heads.isEmpty {
      // One part ahead, so that neither thread waits for the other.
      let next = try self.heads(from: start + heads.count, leaves)
      hashing.begin(next)
      for (place, (head, leaf)) in zip(start..., zip(heads, hashing.next())) {
        let finding = touched.findings[place].finding
        rows.append(log.append(leaf))
        rows.append(finding)
        rows.append(head.sequence)
        rows.append(leaf)
        try rows.endRow()
        note(LastHead(leaf: leaf, sequence: head.sequence), of: finding)
      }
      start += heads.count
      heads = next
    }
    // The next heads may have to be found behind these.
    try rows.flush()
    touched.removeAll()
  }

  /// The next heads of some of the touched findings; none behind the last.
  private func heads(
    from start: Int, _ byFinding: (leaves: [LeafHash], starts: [Int])
  ) throws -> [HeadEntry] {
    try (start..<min(start + Self.hashedTogether, touched.findings.count)).map { place in
      let (finding, digest) = touched.findings[place]
      let before = try lastHead(of: finding)
      return try HeadEntry(
        finding: digest, sequence: (before?.sequence ?? 0) + 1, previous: before?.leaf,
        records: Array(byFinding.leaves[byFinding.starts[place]..<byFinding.starts[place + 1]]))
    }
  }

  private func lastHead(of finding: Int64) throws -> LastHead? {
    guard let loaded else { return try last[finding] ?? stored(finding) }
    let index = Int(finding)
    return index < loaded.count && loaded[index].sequence > 0 ? loaded[index] : nil
  }

  private mutating func note(_ head: LastHead, of finding: Int64) {
    guard loaded != nil else {
      if last.count >= FindingDirectory.capacity { last.removeAll() }
      last[finding] = head
      return
    }
    // A first load numbers its findings one by one.
    while let count = loaded?.count, count <= Int(finding) {
      loaded?.append(LastHead(leaf: .emptyRoot, sequence: 0))
    }
    loaded?[Int(finding)] = head
  }

  private func stored(_ finding: Int64) throws -> LastHead? {
    find.bind(finding, at: 1)
    defer { find.reset() }
    guard try find.step() else { return nil }
    guard let leaf = Hash256(bytes: find.blob(1)) else {
      throw LogError(
        .malformed, in: "head", "the hash of the newest head of finding \(finding) is not 32 bytes")
    }
    return LastHead(leaf: leaf, sequence: Int(find.int(0)))
  }
}
