/// Count, total, least and greatest of durations in whole milliseconds.
///
/// The total is an exact integer: the durations may be added in any order, in parts, and the parts merged.
public struct DurationTotal: Sendable, Hashable {
  public private(set) var count = 0
  /// Milliseconds. 128 bits cannot overflow with any number of 64-bit durations that fits in memory.
  public private(set) var total: Int128 = 0
  /// Milliseconds; nil before the first.
  public private(set) var least: Int64?
  public private(set) var greatest: Int64?

  public init() {}

  public init(_ milliseconds: some Sequence<Int64>) {
    for duration in milliseconds { add(duration) }
  }

  public mutating func add(_ milliseconds: Int64) {
    count += 1
    total += Int128(milliseconds)
    least = min(least ?? milliseconds, milliseconds)
    greatest = max(greatest ?? milliseconds, milliseconds)
  }

  public mutating func merge(_ other: DurationTotal) {
    guard let otherLeast = other.least, let otherGreatest = other.greatest else { return }
    count += other.count
    total += other.total
    least = min(least ?? otherLeast, otherLeast)
    greatest = max(greatest ?? otherGreatest, otherGreatest)
  }

  /// The mean in milliseconds; nil for no durations.
  public var mean: Double? {
    count == 0 ? nil : Double(total) / Double(count)
  }
}
