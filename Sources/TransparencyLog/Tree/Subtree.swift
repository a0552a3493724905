/// A complete subtree: 2^height leaves, of which the first is a multiple of that.
struct Subtree: Sendable, Hashable {
  let height: Int
  /// Its place among the subtrees of its height.
  let index: Int

  /// The complete subtrees that a range of leaves is made of, the largest first.
  ///
  /// The range is one that RFC 6962 §2.1 divides a tree into: it starts at a multiple of the largest.
  static func complete(in range: Range<Int>) -> [Subtree] {
    var subtrees: [Subtree] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let height = Int.bitWidth - 1 - (range.upperBound - start).leadingZeroBitCount
      subtrees.append(Subtree(height: height, index: start >> height))
      start += 1 << height
    }
    return subtrees
  }

  /// The tile that holds its root, or the hashes right below from which the root is made.
  var tile: TileCoordinate {
    TileCoordinate(level: height / TileCoordinate.height, index: first / TileCoordinate.width)
  }

  /// The hashes of the tile that are the leaves of this subtree, or of the part of it within the tile.
  var hashes: Range<Int> {
    let start = first % TileCoordinate.width
    return start..<start + (1 << (height % TileCoordinate.height))
  }

  /// The first of its hashes among all hashes of the level.
  private var first: Int { index << (height % TileCoordinate.height) }
}
