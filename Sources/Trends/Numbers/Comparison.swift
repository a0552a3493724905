public import Remediation

/// Four whole weeks beside the four before them.
public struct Comparison: Sendable, Equatable {
  /// How many weeks each period has.
  static let weeks = 4
  /// Fewer durations than this on either side are not compared.
  static let fewestTimes = 10

  public struct Period: Sendable, Equatable {
    public var start: CivilDate
    public var end: CivilDate
    public var flow = Flow()
    /// Opened and not closed when the period began and when it ended.
    public var unresolvedBefore = 0
    public var unresolvedAfter = 0
    /// Durations in milliseconds, ascending.
    var durations: [Int64] = []

    public var n: Int { durations.count }
    /// Median time to remediate in seconds.
    public var median: Double? { durations.median }
    public var growth: Int { unresolvedAfter - unresolvedBefore }
  }

  public var earlier: Period
  public var later: Period
  /// How far the later durations lie above the earlier ones, in standard errors; nil where there are too
  /// few on either side.
  public var shift: Double?

  init(earlier: Period, later: Period) {
    self.earlier = earlier
    self.later = later
    if min(earlier.n, later.n) >= Self.fewestTimes {
      shift = RankComparison.shift(of: later.durations, over: earlier.durations)
    }
  }

  public enum Change: String, Sendable {
    case better, worse, unclear
  }

  /// Whether the backlog grew or shrank by more than openings and closings vary by chance: as if each were
  /// a Poisson count, two standard deviations of their difference.
  public var backlog: Change {
    let spread = 2 * Double(later.flow.opened + later.flow.closed).squareRoot()
    return Double(abs(later.growth)) <= spread ? .unclear : later.growth < 0 ? .better : .worse
  }

  /// Whether violations now take longer or shorter until the scanner reports PASSED: ranks and medians
  /// must agree, and chance alone must give such ranks in less than one of twenty cases.
  public var times: Change {
    guard let shift, let before = earlier.median, let now = later.median else { return .unclear }
    if shift <= -1.96, now < before { return .better }
    return shift >= 1.96 && now > before ? .worse : .unclear
  }
}

extension [Int64] {
  /// The median in seconds of ascending milliseconds; nil for none.
  var median: Double? {
    isEmpty ? nil : (Double(self[(count - 1) / 2]) + Double(self[count / 2])) / 2000
  }
}
