/// Where what a store's first load brought stands in the log, in memory, by a hash of 64 bits: twelve bytes for each.
struct LoadedPositions {
  /// A first load ends long before the log has 2³² entries.
  private var positions: [UInt64: UInt32] = [:]
  /// Those that share the hash with an earlier one: lines about one event, and else none, unless somebody looked
  /// for them.
  private var others: [UInt64: [UInt32]] = [:]

  var count: Int { positions.count + others.values.reduce(0) { $0 + $1.count } }

  /// What `find` makes of the first position, in their order, that it takes; nil when it takes none.
  func first<Found>(of hash: UInt64, _ find: (Int64) throws -> Found?) rethrows -> Found? {
    guard let position = positions[hash] else { return nil }
    if let found = try find(Int64(position)) { return found }
    for other in others[hash] ?? [] {
      if let found = try find(Int64(other)) { return found }
    }
    return nil
  }

  /// Notes a position; they only grow.
  mutating func insert(_ hash: UInt64, at position: Int64) {
    if let earlier = positions.updateValue(UInt32(position), forKey: hash) {
      positions[hash] = earlier
      others[hash, default: []].append(UInt32(position))
    }
  }
}
