import JSONKit
import Measures
public import Remediation
public import Statistics

extension EstateSummary {
  /// Seconds from opening to the scanner's PASSED, over the episodes closed verified in the window, and beside
  /// them what is still open.
  public struct Durations: Sendable, Equatable {
    public var n = 0
    public var mean: Double?
    public var median: Double?
    public var p90: Double?
    /// Left out because a time cannot be, by what is wrong with it.
    public var excluded: [TimeDefect: Int] = [:]
    public var open = 0
    public var claimed = 0
    /// Seconds from opening to as-of, over open episodes.
    public var meanOpenAge: Double?
    public var survival = Survival()
  }

  /// The Kaplan–Meier estimate of how long violations stay open, with 95 % bounds (Greenwood, log–log).
  public struct Survival: Sendable, Equatable {
    /// How many episodes it is made of.
    public var n = 0
    /// How many of them ended verified; the others are censored.
    public var ended = 0
    /// Seconds; nil where the curve, or its bound, stays above one half.
    public var median: Double?
    public var medianLower: Double?
    public var medianUpper: Double?
    /// The share still open after so many days, with its bounds.
    public var openShare: [Int: Double] = [:]
    public var openShareBounds: [Int: Bounds] = [:]

    /// The days that the share still open is told for.
    public static let days = [7, 30, 90]
  }

  /// Seconds from opening to the first of each stage, over the episodes that reached it.
  public struct Stages: Sendable, Equatable {
    public struct Stage: Sendable, Equatable {
      public var n = 0
      public var mean: Double?
      public var median: Double?
      public var p90: Double?
    }

    public var assigned = Stage()
    public var firstAttempt = Stage()
    public var applied = Stage()
    public var verified = Stage()
  }
}

extension EstateSummary.Durations {
  init(_ cell: MeasureReadings.Cell) {
    let stage = EstateSummary.Stages.Stage(cell, .timeToRemediate)
    n = stage.n
    mean = stage.mean
    median = stage.median
    p90 = stage.p90
    let leftOut = cell[.timeToRemediate].kinds(where: \.isLeftOut)
    for defect in TimeDefect.allCases { excluded[defect] = leftOut[defect.name] }
    open = cell[.openAge].denominator + cell[.openAge].leftOut
    claimed = cell[.claimed].numerator
    let age = cell[.openAge]
    meanOpenAge = age.numerator == 0 ? nil : Double(age.total) / Double(age.numerator) / 1000
    survival = EstateSummary.Survival(cell.amounts(.survival))
  }

  var json: JSONValue {
    [
      "n": .count(n),
      "mean_seconds": .optional(mean),
      "median_seconds": .optional(median),
      "p90_seconds": .optional(p90),
      "excluded": .count(excluded.values.reduce(0, +)),
      "excluded_by_reason": .object(
        TimeDefect.allCases.map { JSONValue.Member($0.name, .count(excluded[$0] ?? 0)) }),
      "open": .count(open),
      "claimed": .count(claimed),
      "mean_open_age_seconds": .optional(meanOpenAge),
      "km_n": .count(survival.n),
      "km_median_seconds": .optional(survival.median),
      "km_median_interval": survival.medianLower == nil && survival.medianUpper == nil
        ? .null
        : ["lower": .optional(survival.medianLower), "upper": .optional(survival.medianUpper)],
      "open_share": .object(
        EstateSummary.Survival.days.map { JSONValue.Member("\($0)d", .optional(survival.openShare[$0])) }),
      "open_share_interval": .object(
        EstateSummary.Survival.days.map {
          JSONValue.Member("\($0)d", .interval(survival.openShareBounds[$0]))
        }),
    ]
  }
}

extension EstateSummary.Survival {
  init(_ amounts: [MeasureAmount]) {
    let estimate = KaplanMeier(
      amounts.map { KaplanMeier.Sample(time: Double($0.value) / 1000, ended: $0.isNumerator) })
    n = estimate.count
    ended = amounts.count { $0.isNumerator }
    let half = estimate.medianWithBounds()
    median = half.time
    medianLower = half.lower
    medianUpper = half.upper
    for days in Self.days {
      let seconds = Double(days) * 86_400
      openShare[days] = estimate.survival(at: seconds)
      openShareBounds[days] = estimate.bounds(at: seconds)
    }
  }
}

extension EstateSummary.Stages {
  init(_ cell: MeasureReadings.Cell) {
    assigned = Stage(cell, .stageAssigned)
    firstAttempt = Stage(cell, .stageAttempted)
    applied = Stage(cell, .stageApplied)
    verified = Stage(cell, .timeToRemediate)
  }

  var json: JSONValue {
    [
      "assigned": assigned.json, "first_attempt": firstAttempt.json, "applied": applied.json,
      "verified": verified.json,
    ]
  }
}

extension EstateSummary.Stages.Stage {
  init(_ cell: MeasureReadings.Cell, _ name: MeasureName) {
    let amounts = cell.amounts(name)
    let seconds = amounts.map { Double($0.value) / 1000 }
    n = seconds.count
    // Whole milliseconds are added up exactly, in any order.
    let total = amounts.reduce(Int64(0)) { $0 + $1.value }
    mean = seconds.isEmpty ? nil : Double(total) / Double(seconds.count) / 1000
    median = Quantile.of(0.5, sorted: seconds)
    p90 = Quantile.of(0.9, sorted: seconds)
  }

  var json: JSONValue {
    [
      "n": .count(n), "mean_seconds": .optional(mean), "median_seconds": .optional(median),
      "p90_seconds": .optional(p90),
    ]
  }
}
