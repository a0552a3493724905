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

  /// The tile whose hashes its root is one of, or is made of.
  var tile: TileCoordinate {
    TileCoordinate(level: height / TileCoordinate.height, index: index / acrossTile)
  }

  /// How far above the tile's hashes its root stands, and which of the nodes there it is.
  var placeInTile: (row: Int, index: Int) {
    (height % TileCoordinate.height, index % acrossTile)
  }

  /// How many subtrees of its height stand side by side in one tile.
  private var acrossTile: Int { TileCoordinate.width >> (height % TileCoordinate.height) }
}
