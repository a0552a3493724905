import JSONKit
import Measures

extension EstateSummary {
  public struct Verdicts: Sendable, Equatable {
    public var confirmed = 0
    public var judged = 0
    public var benign = 0
    public var truePositive = 0
    /// Violations judged, of all.
    public var share = Share()
    /// Reviewed within the policy's target, of those reviewed or overdue.
    public var reviewed = Share()
    /// Seconds from claim to review.
    public var review = Stages.Stage()
    public var ratio: Double? { Share(count: confirmed, of: judged).ratio }
  }

  public struct Recurrence: Sendable, Equatable {
    public var recurred = 0
    public var followed = 0
    public var ratio: Double? { Share(count: recurred, of: followed).ratio }
  }

  /// A control whose violations came back within 30 days, and what had "fixed" them.
  public struct Churn: Sendable, Equatable {
    public var control: String
    /// Nil where no change was recorded.
    public var workflow: String?
    public var version: String?
    public var recurred: Int
    public var followed: Int
  }

  public struct Gates: Sendable, Equatable {
    /// Of the evaluations that blocked or let pass.
    public var blocked = Share()
    public var waived = 0
    public var waiversExpired = 0
  }
}

extension EstateSummary.Verdicts {
  init(_ cell: MeasureReadings.Cell) {
    let measured = cell[.falsePositives]
    confirmed = measured.numerator
    judged = measured.denominator
    benign = measured.of("benign")
    truePositive = measured.of("true_positive")
    share = cell.share(.judged)
    reviewed = cell.share(.reviewTime)
    review = EstateSummary.Stages.Stage(cell, .reviewTime)
  }

  var json: JSONValue {
    [
      "confirmed": .count(confirmed),
      "judged": .count(judged),
      "ratio": .optional(ratio),
      "interval": .interval(Share(count: confirmed, of: judged).interval),
      "benign": .count(benign),
      "true": .count(truePositive),
      "judged_share": .optional(share.ratio),
      "review": [
        "in_time": .count(reviewed.count), "decided": .count(reviewed.total),
        "ratio": .optional(reviewed.ratio), "median_seconds": .optional(review.median),
      ],
    ]
  }
}

extension EstateSummary.Recurrence {
  init(_ measured: MeasureCount) {
    recurred = measured.numerator
    followed = measured.denominator
  }

  var json: JSONValue {
    ["recurred": .count(recurred), "followed": .count(followed), "ratio": .optional(ratio)]
  }
}

extension EstateSummary.Churn {
  var json: JSONValue {
    [
      "control": .string(control), "workflow": .optional(workflow), "version": .optional(version),
      "recurred": .count(recurred), "followed": .count(followed),
    ]
  }
}

extension EstateSummary.Gates {
  init(_ measured: MeasureCount) {
    blocked = Share(measured)
    waived = measured.leftOut
    waiversExpired = measured.of("waiver expired")
  }

  var json: JSONValue {
    [
      "blocked": .count(blocked.count), "evaluated": .count(blocked.total), "ratio": .optional(blocked.ratio),
      "waived": .count(waived), "waivers_expired": .count(waiversExpired),
    ]
  }
}
