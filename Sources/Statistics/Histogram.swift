/// Counts of values at or below each of some edges, as Prometheus histograms have them.
public struct Histogram: Sendable, Hashable {
  /// One cumulative count.
  public struct Bucket: Sendable, Hashable {
    /// The values counted are those not greater than this; the last bucket's edge is +infinity.
    public let edge: Double
    public let count: Int
  }

  /// Ascending; the last one counts all.
  public let buckets: [Bucket]
  /// The sum of the values, the same for any order of them.
  public let sum: Double

  /// How many values there are in all.
  public var count: Int { buckets.last?.count ?? 0 }

  /// Counts finite values.
  ///
  /// - Parameter edges: the upper limits, in any order; one at +infinity is added where it is missing.
  public init(edges: [Double], values: [Double]) {
    let limits = Set(edges).subtracting([.infinity]).filter { !$0.isNaN }.sorted() + [.infinity]
    var inside = [Int](repeating: 0, count: limits.count)
    for value in values {
      inside[Self.firstIndex(in: limits, notBelow: value)] += 1
    }
    var running = 0
    buckets = zip(limits, inside).map { edge, count in
      running += count
      return Bucket(edge: edge, count: running)
    }
    sum = OrderFreeSum.of(values)
  }

  /// The first limit that the value does not exceed; the last, infinite one takes whatever is left.
  private static func firstIndex(in limits: [Double], notBelow value: Double) -> Int {
    var (low, high) = (0, limits.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if value <= limits[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
