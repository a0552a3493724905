/// The first half of a hash: a key for tables in memory that hold millions.
///
/// Half the size, and still too long for anybody to make two alike: that takes 2⁶⁴ tries.
public struct ShortHash: Sendable, Hashable {
  private let first: UInt64
  private let second: UInt64

  init(_ first: UInt64, _ second: UInt64) {
    self.first = first
    self.second = second
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(first)
  }
}
