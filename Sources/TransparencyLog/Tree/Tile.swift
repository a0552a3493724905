/// Up to 256 neighbouring hashes of the tree: one row of a store, one resource of tlog-tiles.
public struct Tile: Sendable, Hashable {
  public let coordinate: TileCoordinate
  public let hashes: [NodeHash]

  public init(_ coordinate: TileCoordinate, hashes: [NodeHash]) {
    self.coordinate = coordinate
    self.hashes = hashes
  }

  public var isFull: Bool { hashes.count == TileCoordinate.width }

  /// The hashes one after the other, 32 bytes each.
  public var bytes: [UInt8] { Hash256.bytes(of: hashes) }

  /// Reads the hashes of a tile.
  ///
  /// - Throws: `malformed` when they are not 1 to 256 times 32 bytes.
  public init(_ coordinate: TileCoordinate, bytes: [UInt8]) throws(LogError) {
    let count = bytes.count / Hash256.byteCount
    guard bytes.count % Hash256.byteCount == 0, (1...TileCoordinate.width).contains(count) else {
      throw LogError(.malformed, in: "\(coordinate)", "\(bytes.count) bytes are not 1 to 256 hashes")
    }
    let hashes = bytes.withUnsafeBytes { raw in
      (0..<count).map { Hash256(raw: raw, at: $0 * Hash256.byteCount) }
    }
    self.init(coordinate, hashes: hashes)
  }
}
