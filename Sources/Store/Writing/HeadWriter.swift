import Dispatch
import GRDB
import Queries
import TransparencyLog

/// Links the records that a transaction brought to the chain of their finding.
struct HeadWriter: ~Copyable {
  private struct Last {
    var leaf: LeafHash
    /// 0 before the finding's first head.
    var sequence: Int
  }

  /// So many heads are in memory at once.
  private static let hashedTogether = 1024

  private let find: Statement
  private let insert: Statement
  private var last: [Int64: Last] = [:]
  /// Set during a store's first load, when there is no index to ask: by the finding's number, from 0.
  private var loaded: [Last]?
  private var touched = TouchedFindings()

  init(_ database: Database, isFirstLoad: Bool) throws {
    let find = try Statement(Queries.Ingest.lastHead, on: database)
    let insert = try Statement(Queries.Ingest.insertHead, on: database)
    self.find = find
    self.insert = insert
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
    let findings = touched.findings
    let before = try findings.map { try lastHead(of: $0.finding) }
    let hashed = Self.hash(touched, after: before)
    var hashes: ArraySlice<LeafHash> = []
    for ((finding, _), before) in zip(findings, before) {
      if hashes.isEmpty { hashes = try hashed.receive()?.get()[...] ?? [] }
      guard let leaf = hashes.popFirst() else { break }
      let head = Last(leaf: leaf, sequence: (before?.sequence ?? 0) + 1)
      insert.bind(log.append(leaf), at: 1)
      insert.bind(finding, at: 2)
      insert.bind(head.sequence, at: 3)
      insert.bind(leaf.bytes, at: 4)
      try insert.run()
      note(head, of: finding)
    }
    touched.removeAll()
  }

  /// The leaves of the heads of the touched findings, some at a time: they are made on another thread, which has
  /// nothing else to do while a transaction ends.
  private static func hash(
    _ touched: TouchedFindings, after before: [Last?]
  ) -> Handoff<Result<[LeafHash], LogError>> {
    let hashed = Handoff<Result<[LeafHash], LogError>>()
    DispatchQueue(label: "heads").async {
      let (leaves, starts) = touched.leavesByFinding()
      for start in stride(from: 0, to: before.count, by: hashedTogether) {
        hashed.send(
          Result { () throws(LogError) in
            let part = start..<min(start + hashedTogether, before.count)
            return HeadEntry.leafHashes(
              of: try part.map { place throws(LogError) in
                try HeadEntry(
                  finding: touched.findings[place].digest, sequence: (before[place]?.sequence ?? 0) + 1,
                  previous: before[place]?.leaf, records: Array(leaves[starts[place]..<starts[place + 1]]))
              })
          })
      }
      hashed.close()
    }
    return hashed
  }

  private func lastHead(of finding: Int64) throws -> Last? {
    guard let loaded else { return try last[finding] ?? stored(finding) }
    let index = Int(finding)
    return index < loaded.count && loaded[index].sequence > 0 ? loaded[index] : nil
  }

  private mutating func note(_ head: Last, of finding: Int64) {
    guard loaded != nil else {
      if last.count >= FindingDirectory.capacity { last.removeAll() }
      last[finding] = head
      return
    }
    // A first load numbers its findings one by one.
    while let count = loaded?.count, count <= Int(finding) {
      loaded?.append(Last(leaf: .emptyRoot, sequence: 0))
    }
    loaded?[Int(finding)] = head
  }

  private func stored(_ finding: Int64) throws -> Last? {
    find.bind(finding, at: 1)
    defer { find.reset() }
    guard try find.step() else { return nil }
    guard let leaf = Hash256(bytes: find.blob(1)) else {
      throw LogError(
        .malformed, in: "head", "the hash of the newest head of finding \(finding) is not 32 bytes")
    }
    return Last(leaf: leaf, sequence: Int(find.int(0)))
  }
}
