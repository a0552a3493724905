/// Where what a store's first load brought stands in the log, in memory, by a hash of 64 bits: twelve bytes for each.
struct LoadedPositions {
  /// In parts by the hash's first bits: each grows on its own, and while one does it stands there twice. A first load
  /// ends long before the log has 2³² entries.
  private var parts = [[UInt64: UInt32]](repeating: [:], count: 16)
  /// Those that share the hash with an earlier one: lines about one event, and else none, unless somebody looked
  /// for them.
  private var others: [UInt64: [UInt32]] = [:]

  var count: Int { parts.reduce(0) { $0 + $1.count } + others.values.reduce(0) { $0 + $1.count } }

  /// What `find` makes of the first position, in their order, that it takes; nil when it takes none.
  func first<Found>(of hash: UInt64, _ find: (Int64) throws -> Found?) rethrows -> Found? {
    guard let position = parts[Self.part(of: hash)][hash] else { return nil }
    if let found = try find(Int64(position)) { return found }
    for other in others[hash] ?? [] {
      if let found = try find(Int64(other)) { return found }
    }
    return nil
  }

  /// Notes a position; they only grow.
  mutating func insert(_ hash: UInt64, at position: Int64) {
    let part = Self.part(of: hash)
    if let earlier = parts[part].updateValue(UInt32(position), forKey: hash) {
      parts[part][hash] = earlier
      others[hash, default: []].append(UInt32(position))
    }
  }

  private static func part(of hash: UInt64) -> Int { Int(hash >> 60) }
}
