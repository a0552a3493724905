/// The first half of a hash: a key for tables in memory that hold millions.
///
/// Half the size, and still too long for anybody to make two alike: that takes 2⁶⁴ tries.
public struct ShortHash: Sendable, Hashable {
  /// The first eight bytes, big-endian.
  public let first: UInt64
  private let second: UInt64

  init(_ first: UInt64, _ second: UInt64) {
    self.first = first
    self.second = second
  }

  /// No hash of anything that anybody knows.
  public static let zero = ShortHash(0, 0)

  public func hash(into hasher: inout Hasher) {
    hasher.combine(first)
  }
}
