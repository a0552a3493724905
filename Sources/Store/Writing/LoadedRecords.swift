import TransparencyLog

/// Where the records of a store's first load are, in memory: sixteen bytes for each.
struct LoadedRecords {
  /// By the first eight bytes of the hash.
  private var positions: [UInt64: Int64] = [:]
  /// Records that share these eight bytes with another: none, unless somebody looked for them.
  private var twins: [LeafHash: Int64] = [:]

  var count: Int { positions.count + twins.count }

  /// Where the record is; nil when it is not there.
  func position(of leaf: LeafHash, _ log: inout LogAppender) throws -> Int64? {
    guard let position = positions[leaf.prefix] else { return nil }
    return try log.leaf(at: position) == leaf ? position : twins[leaf]
  }

  /// Notes a record that was not there.
  mutating func insert(_ leaf: LeafHash, at position: Int64) {
    if let earlier = positions.updateValue(position, forKey: leaf.prefix) {
      positions[leaf.prefix] = earlier
      twins[leaf] = position
    }
  }
}
