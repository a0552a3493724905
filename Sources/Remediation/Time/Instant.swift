/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// Sources write zero to nine fractional digits; what is finer than a millisecond is cut off, so that
/// the same text gives the same instant everywhere.
public struct Instant: Hashable, Comparable, Sendable {
  public let milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The instant that lies `milliseconds` later; saturates at the ends of the range.
  public func advanced(byMilliseconds delta: Int64) -> Instant {
    let (sum, overflow) = milliseconds.addingReportingOverflow(delta)
    return Instant(milliseconds: overflow ? (delta < 0 ? .min : .max) : sum)
  }

  /// Milliseconds from `earlier` to this instant; negative when `earlier` is later.
  public func milliseconds(since earlier: Instant) -> Int64 {
    let (difference, overflow) = milliseconds.subtractingReportingOverflow(earlier.milliseconds)
    return overflow ? (milliseconds < earlier.milliseconds ? .min : .max) : difference
  }

  /// The later of two; the one that is there when the other is absent.
  static func latest(_ first: Instant?, _ second: Instant?) -> Instant? {
    guard let first, let second else { return first ?? second }
    return max(first, second)
  }

  /// The earlier of two; the one that is there when the other is absent.
  public static func earliest(_ first: Instant?, _ second: Instant?) -> Instant? {
    guard let first, let second else { return first ?? second }
    return min(first, second)
  }

  /// 2000-01-01T00:00:00Z: a record that claims to be older than cloud computing has a defect.
  public static let year2000 = Instant(milliseconds: 946_684_800_000)
}

extension Int64 {
  /// One day in milliseconds.
  public static let day: Int64 = 86_400_000
}
