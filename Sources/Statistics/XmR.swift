/// The limits of an individuals chart: how far a number may move from period to period without meaning.
///
/// Mean ± 2.66 × mean moving range (D. J. Wheeler, *Understanding Variation*). 2.66 is 3 ÷ 1.128, the
/// expected range of two normal values in standard deviations.
public struct XmR: Sendable, Hashable {
  /// Something that chance alone seldom makes.
  public struct Signal: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      /// One value outside the limits.
      case beyondLimits
      /// Eight or more values in a row, all above or all below the mean.
      case run
    }

    public let kind: Kind
    /// Which values, by their position.
    public let points: Range<Int>
  }

  public let mean: Double
  public let meanMovingRange: Double
  /// May be negative, even where the values cannot be.
  public let limits: Bounds
  /// In the order of their first point.
  public let signals: [Signal]

  /// Computes the limits of values in the order of time, complete periods only.
  ///
  /// - Parameter runs: whether runs on one side of the mean count as signals too.
  /// - Returns: nil for fewer than two values, which have no moving range.
  public init?(_ values: [Double], runs: Bool = false) {
    guard values.count >= 2, let mean = OrderFreeSum.mean(of: values),
      let range = OrderFreeSum.mean(of: zip(values, values.dropFirst()).map { abs($1 - $0) })
    else { return nil }
    let limits = Bounds(lower: mean - 2.66 * range, upper: mean + 2.66 * range)
    let beyond = values.indices
      .filter { values[$0] < limits.lower || values[$0] > limits.upper }
      .map { Signal(kind: .beyondLimits, points: $0..<($0 + 1)) }
    self.mean = mean
    meanMovingRange = range
    self.limits = limits
    signals = (beyond + (runs ? Self.runs(values, around: mean) : []))
      .sorted { $0.points.lowerBound < $1.points.lowerBound }
  }

  static let runLength = 8

  /// The longest runs on one side; a value on the mean ends a run.
  private static func runs(_ values: [Double], around mean: Double) -> [Signal] {
    var found: [Signal] = []
    var start = 0
    for index in values.indices {
      let side = side(values[index], of: mean)
      if index > start, side != self.side(values[start], of: mean) { start = index }
      let isLast = index + 1 == values.count || self.side(values[index + 1], of: mean) != side
      if side != 0, isLast, index + 1 - start >= runLength {
        found.append(Signal(kind: .run, points: start..<(index + 1)))
      }
    }
    return found
  }

  private static func side(_ value: Double, of mean: Double) -> Int {
    value > mean ? 1 : value < mean ? -1 : 0
  }
}
