extension TileCoordinate {
  /// The tiles that are new or have grown when a tree goes from `old` to `new` leaves, in order.
  public static func changed(from old: Int, to new: Int) -> [TileCoordinate] {
    (0..<levels(inTreeOf: new)).flatMap { level in
      let before = hashes(onLevel: level, inTreeOf: old)
      let after = hashes(onLevel: level, inTreeOf: new)
      let indices = before < after ? before / width..<(after + width - 1) / width : 0..<0
      return indices.map { TileCoordinate(level: level, index: $0) }
    }
  }

  /// The tile at the right end of each level that is not full yet: what is needed to go on appending.
  public static func rightEdge(ofTreeOf size: Int) -> [TileCoordinate] {
    (0..<levels(inTreeOf: size)).compactMap { level in
      let hashes = hashes(onLevel: level, inTreeOf: size)
      return hashes % width == 0 ? nil : TileCoordinate(level: level, index: hashes / width)
    }
  }

  /// The tiles that hold what an inclusion proof is made of, in order; none when there is no such leaf.
  public static func needed(forInclusionOf index: Int, inTreeOf size: Int) -> [TileCoordinate] {
    guard (0..<max(size, 0)).contains(index) else { return [] }
    return holding(ProofRanges.inclusion(of: index, in: size))
  }

  /// The tiles that hold what a consistency proof is made of, in order; none when `old` is not within `new`.
  public static func needed(forConsistencyFrom old: Int, to new: Int) -> [TileCoordinate] {
    guard old >= 0, old <= new else { return [] }
    return holding(ProofRanges.consistency(from: old, to: new))
  }

  private static func holding(_ ranges: [Range<Int>]) -> [TileCoordinate] {
    Set(ranges.flatMap { Subtree.complete(in: $0) }.map(\.tile)).sorted()
  }
}
