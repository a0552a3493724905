private import Foundation

extension KaplanMeier {
  /// The time at which half have ended, with its bounds.
  public struct Median: Sendable, Hashable {
    /// The first time with S(t) ≤ 0.5; nil when S stays above.
    public let time: Double?
    /// The first time at which the lower bound of S is ≤ 0.5; nil when it stays above.
    public let lower: Double?
    /// The first time at which the upper bound of S is ≤ 0.5; nil when it stays above.
    public let upper: Double?
  }

  /// The first time with S(t) ≤ 0.5; nil when S stays above, or there are no samples.
  public var median: Double? {
    steps.first { Self.reachesHalf($0.survival) }?.time
  }

  /// The bounds of S(t), by Greenwood's formula on the log–log scale, which keeps them within 0…1.
  ///
  /// - Parameter z: the normal quantile; ``Normal/z95`` gives 95 %.
  /// - Returns: nil when there are no samples; both 1 before the first event, both 0 once all have ended.
  public func bounds(at t: Double, z: Double = Normal.z95) -> Bounds? {
    guard !steps.isEmpty else { return nil }
    return step(at: t).map { $0.bounds(z: z) } ?? Bounds(lower: 1, upper: 1)
  }

  /// The median with the interval of R. Brookmeyer and J. Crowley, *A Confidence Interval for the Median
  /// Survival Time* (1982): the times whose own interval for S holds 0.5, here on the log–log scale.
  public func medianWithBounds(z: Double = Normal.z95) -> Median {
    Median(
      time: median,
      lower: steps.first { Self.reachesHalf($0.bounds(z: z).lower) }?.time,
      // The upper bound is never below S: while S is above one half, so is it.
      upper: steps.first { $0.survival < 0.51 && Self.reachesHalf($0.bounds(z: z).upper) }?.time)
  }

  /// S is a product of fractions: where it is exactly one half, rounding may leave it a hair above.
  private static func reachesHalf(_ share: Double) -> Bool {
    share <= 0.5 + 1e-12
  }
}

extension KaplanMeier.Step {
  /// The log–log bounds from this step until the next.
  public func bounds(z: Double = Normal.z95) -> Bounds {
    if survival >= 1 { return Bounds(lower: 1, upper: 1) }
    if survival <= 0 { return Bounds(lower: 0, upper: 0) }
    let logSurvival = log(survival)
    let spread = z * logVariance.squareRoot() / abs(logSurvival)
    return Bounds(lower: exp(logSurvival * exp(spread)), upper: exp(logSurvival * exp(-spread)))
  }
}
