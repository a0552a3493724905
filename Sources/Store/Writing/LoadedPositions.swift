import TransparencyLog

/// Where what a store's first load brought stands in the log, in memory, by a hash of 64 bits: twelve bytes for each.
struct LoadedPositions {
  /// A first load ends long before the log has 2³² entries.
  private var table = HashTable<UInt64, UInt32>(filler: 0)

  var count: Int { table.count }

  /// What `find` makes of the first position, in their order, that it takes; nil when it takes none.
  func first<Found>(of hash: UInt64, _ find: (Int64) throws -> Found?) rethrows -> Found? {
    try table.first(of: Self.key(hash)) { try find(Int64($0)) }
  }

  /// The position, of those noted under what a leaf begins with, at which the log has that leaf.
  func first(of leaf: LeafHash, in log: inout LogAppender) throws -> Int64? {
    try first(of: leaf.prefix) { try log.leaf(at: $0) == leaf ? $0 : nil }
  }

  /// Notes a position; they only grow.
  mutating func insert(_ hash: UInt64, at position: Int64) {
    table.add(UInt32(position), for: Self.key(hash))
  }

  /// Whoever looks compares all of what it finds: two hashes may share a key, and none is zero.
  private static func key(_ hash: UInt64) -> UInt64 { max(hash, 1) }
}

extension Statement {
  /// The first of the positions that the statement gives at which the log has a leaf; the statement is reset.
  borrowing func first(of leaf: LeafHash, in log: inout LogAppender) throws -> Int64? {
    defer { reset() }
    while try step() {
      if try log.leaf(at: int(0)) == leaf { return int(0) }
    }
    return nil
  }
}
