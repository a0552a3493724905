import TransparencyLog

/// Where the records of a store's first load are, in memory: twelve bytes for each.
struct LoadedRecords {
  /// By the first eight bytes of the hash.
  ///
  /// A first load ends long before the log has 2³² entries.
  private var positions: [UInt64: UInt32] = [:]
  /// Records that share these eight bytes with another: none, unless somebody looked for them.
  private var twins: [LeafHash: Int64] = [:]

  var count: Int { positions.count + twins.count }

  /// Where the record is; nil when it is not there.
  func position(of leaf: LeafHash, _ log: inout LogAppender) throws -> Int64? {
    guard let position = positions[leaf.prefix].map(Int64.init) else { return nil }
    return try log.leaf(at: position) == leaf ? position : twins[leaf]
  }

  /// Notes a record that was not there.
  mutating func insert(_ leaf: LeafHash, at position: Int64) {
    if let earlier = positions.updateValue(UInt32(position), forKey: leaf.prefix) {
      positions[leaf.prefix] = earlier
      twins[leaf] = position
    }
  }
}
