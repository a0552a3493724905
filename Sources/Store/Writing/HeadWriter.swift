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
  private static let hashedTogether = 4096

  private let find: Statement
  private let insert: Statement
  private var last: [Int64: Last] = [:]
  /// Set during a store's first load, when there is no index to ask: by the finding's number, from 0.
  private var loaded: [Last]?
  /// Findings in the order in which the transaction first touched them, so that the log is reproducible.
  private var touched: [(finding: Int64, digest: Hash256)] = []
  private var places: [Int64: Int32] = [:]
  /// Each record with the place of its finding among the touched.
  private var records: [(place: Int32, leaf: LeafHash)] = []

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
    touched = []
    places = [:]
    records = []
  }

  mutating func add(_ leaf: LeafHash, finding: Int64, digest: Hash256) {
    let next = Int32(touched.count)
    let place = places[finding] ?? next
    if place == next {
      places[finding] = next
      touched.append((finding, digest))
    }
    records.append((place, leaf))
  }

  /// Appends one head for each finding touched.
  mutating func write(to log: inout LogAppender) throws {
    var ends = counts()
    let leaves = sorted(&ends)
    for start in stride(from: 0, to: touched.count, by: Self.hashedTogether) {
      let part = start..<min(start + Self.hashedTogether, touched.count)
      let heads = try part.map { try head(of: $0, leaves, ends) }
      // Nobody else has work while a transaction ends.
      let hashes = heads.mapInParallel(\.leafHash)
      for (place, (head, leaf)) in zip(part, zip(heads, hashes)) {
        let finding = touched[place].finding
        insert.bind(log.append(leaf), at: 1)
        insert.bind(finding, at: 2)
        insert.bind(head.sequence, at: 3)
        insert.bind(leaf.bytes, at: 4)
        try insert.run()
        note(Last(leaf: leaf, sequence: head.sequence), of: finding)
      }
    }
    touched.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
  }

  /// The next head of one of the touched findings, whose leaves end where `ends` says.
  private func head(of place: Int, _ leaves: [LeafHash], _ ends: [Int]) throws -> HeadEntry {
    let (finding, digest) = touched[place]
    let before = try lastHead(of: finding)
    return try HeadEntry(
      finding: digest, sequence: (before?.sequence ?? 0) + 1, previous: before?.leaf,
      records: Array(leaves[(place == 0 ? 0 : ends[place - 1])..<ends[place]]))
  }

  /// How many records each of the touched findings has.
  private func counts() -> [Int] {
    var counts = [Int](repeating: 0, count: touched.count)
    for record in records { counts[Int(record.place)] += 1 }
    return counts
  }

  /// The leaves by finding, in each in their order; `counts` become the ends of the findings' parts.
  private func sorted(_ counts: inout [Int]) -> [LeafHash] {
    guard let first = records.first else { return [] }
    var next = 0
    for place in counts.indices {
      next += counts[place]
      counts[place] = next - counts[place]
    }
    var leaves = [LeafHash](repeating: first.leaf, count: records.count)
    for record in records {
      leaves[counts[Int(record.place)]] = record.leaf
      counts[Int(record.place)] += 1
    }
    return leaves
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
