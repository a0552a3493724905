/// Where the ledger entries of a store's first load are, in memory: sixteen bytes for each.
struct LoadedEntries {
  /// By the hash of source and id.
  private var positions: [Int64: Int64] = [:]
  /// Lines that share the hash with another: of one event, as a rule.
  private var others: [Int64: [Int64]] = [:]

  /// The lines whose source and id have the hash, by position.
  func positions(of uid: Int64) -> [Int64] {
    guard let first = positions[uid] else { return [] }
    return [first] + (others[uid] ?? [])
  }

  /// Notes a line; positions only grow.
  mutating func insert(_ uid: Int64, at position: Int64) {
    if let earlier = positions.updateValue(position, forKey: uid) {
      positions[uid] = earlier
      others[uid, default: []].append(position)
    }
  }
}
