/// How long things last when some of them have not ended yet.
///
/// The product-limit estimate S(t), the share that is still going on after the time t (E. L. Kaplan and
/// P. Meier, *Nonparametric Estimation from Incomplete Observations*, 1958). What ends and what is censored
/// at the same time: the end comes first, so that the censored one was still at risk.
public struct KaplanMeier: Sendable, Hashable {
  /// One thing that was watched.
  public struct Sample: Sendable, Hashable {
    /// How long it was watched, in any unit.
    public let time: Double
    /// Whether it ended then; otherwise it was last seen going on, and is censored.
    public let ended: Bool

    public init(time: Double, ended: Bool) {
      self.time = time
      self.ended = ended
    }

    public static func event(_ time: Double) -> Sample { Sample(time: time, ended: true) }
    public static func censored(_ time: Double) -> Sample { Sample(time: time, ended: false) }
  }

  /// What happened at one time.
  public struct Step: Sendable, Hashable {
    public let time: Double
    /// How many were still going on just before.
    public let atRisk: Int
    public let events: Int
    public let censored: Int
    /// S from this time until the next step.
    public let survival: Double
    /// Greenwood's sum of d ÷ (n (n − d)), the variance of log S.
    let logVariance: Double
  }

  /// One for each time in the samples, ascending.
  public let steps: [Step]
  /// How many samples were used.
  public let count: Int
  /// How many were left out because their time is negative or no number.
  public let excluded: Int

  public init(_ samples: [Sample]) {
    let usable = samples.filter { $0.time >= 0 && $0.time.isFinite }.sorted { $0.time < $1.time }
    count = usable.count
    excluded = samples.count - usable.count
    var steps: [Step] = []
    var (survival, logVariance) = (1.0, 0.0)
    var start = 0
    while start < usable.count {
      let time = usable[start].time
      var (end, events) = (start, 0)
      while end < usable.count, usable[end].time == time {
        events += usable[end].ended ? 1 : 0
        end += 1
      }
      let atRisk = usable.count - start
      let left = Double(atRisk - events)
      survival *= left / Double(atRisk)
      // Nobody left: S is 0 and its bounds are 0 as well, whatever the variance.
      if left > 0 { logVariance += Double(events) / (Double(atRisk) * left) }
      steps.append(
        Step(
          time: time, atRisk: atRisk, events: events, censored: end - start - events, survival: survival,
          logVariance: logVariance))
      start = end
    }
    self.steps = steps
  }

  /// The longest time in the samples: past it S(t) is only carried on.
  public var followUp: Double? { steps.last?.time }

  /// The share still going on after the time `t`; nil when there are no samples.
  public func survival(at t: Double) -> Double? {
    steps.isEmpty ? nil : step(at: t)?.survival ?? 1
  }

  /// The last step that is not after `t`.
  func step(at t: Double) -> Step? {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].time <= t { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : steps[low - 1]
  }
}
