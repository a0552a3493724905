/// Where a tile stands: C2SP tlog-tiles, height 8.
///
/// A tile is up to 256 neighbouring hashes. On level 0 they are leaves; on each level above, a hash is the
/// root of a full tile of the level below.
public struct TileCoordinate: Sendable, Hashable {
  public let level: Int
  public let index: Int

  public init(level: Int, index: Int) {
    self.level = level
    self.index = index
  }

  /// How many hashes a full tile has.
  public static let width = 256
  static let height = 8

  /// How many hashes this tile has in a tree of `size` leaves: 0 where it does not exist, at most 256.
  public func width(inTreeOf size: Int) -> Int {
    min(Self.width, max(0, Self.hashes(onLevel: level, inTreeOf: size) - index * Self.width))
  }

  /// How many hashes a level has in all its tiles together.
  static func hashes(onLevel level: Int, inTreeOf size: Int) -> Int {
    // A shift by 64 bits or more gives 0, as it should.
    size >> (level * height)
  }

  /// How many levels have any hash.
  static func levels(inTreeOf size: Int) -> Int {
    (0...).prefix { hashes(onLevel: $0, inTreeOf: size) > 0 }.count
  }

  /// The path of the resource, as tlog-tiles spells it: `tile/0/x001/234`, and `.p/17` after a partial one.
  public func path(inTreeOf size: Int) -> String {
    var groups: [String] = []
    var rest = index
    repeat {
      let digits = String(rest % 1000)
      groups.insert(String(repeating: "0", count: 3 - digits.count) + digits, at: 0)
      rest /= 1000
    } while rest > 0
    let last = groups.removeLast()
    let number = (groups.map { "x" + $0 } + [last]).joined(separator: "/")
    let width = width(inTreeOf: size)
    return "tile/\(level)/\(number)" + (width < Self.width ? ".p/\(width)" : "")
  }
}

extension TileCoordinate: Comparable, CustomStringConvertible {
  public static func < (left: TileCoordinate, right: TileCoordinate) -> Bool {
    (left.level, left.index) < (right.level, right.index)
  }

  public var description: String { "tile \(level)/\(index)" }
}
