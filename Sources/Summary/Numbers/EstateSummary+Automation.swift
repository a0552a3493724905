import JSONKit
import Measures
public import Statistics

extension EstateSummary {
  public struct Autofix: Sendable, Equatable {
    public var attempts = 0
    public var succeeded = 0
    public var dryRuns = 0
    public var noOps = 0
    public var notRun = 0
    public var notRunByReason: [String: Int] = [:]
    /// Of the attempts that are old enough to be judged.
    public var proven = Share()
    /// Those of the proven that the scanner did not look at again.
    public var unobserved = 0
    /// Of the attempts that say they succeeded, long enough ago.
    public var contradicted = Share()
    public var coverage = Coverage()

    public var successRatio: Double? { Share(count: succeeded, of: attempts).ratio }
    public var interval: Bounds? { Share(count: succeeded, of: attempts).interval }
  }

  /// Findings that reached an attempt, of those in a lane of the automation.
  public struct Coverage: Sendable, Equatable {
    public var reached = Share()
    /// Why the others did not.
    public var missedByReason: [String: Int] = [:]
    public var withoutLane = 0
    /// In the lanes prevent and escalate.
    public var otherLane = 0
  }

  public struct Rollbacks: Sendable, Equatable {
    public var count = 0
    public var failed = 0
    public var applied = 0
    /// Of the verified episodes in which a change was applied.
    public var regressions = Share()
    public var ratio: Double? { applied == 0 ? nil : Double(count) / Double(applied) }
  }

  public struct Loops: Sendable, Equatable {
    public var count = 0
  }
}

extension EstateSummary.Autofix {
  init(_ cell: MeasureReadings.Cell) {
    let measured = cell[.autofixAttempts]
    attempts = measured.denominator
    succeeded = measured.numerator
    dryRuns = measured.of("dry-run")
    noOps = measured.of("no-op")
    notRun = measured.of("not-run")
    notRunByReason = cell[.autofixNotRun].kinds(where: \.isNumerator)
    proven = cell.share(.autofixProven)
    unobserved = cell[.autofixProven].of("unobserved")
    contradicted = cell.share(.autofixContradicted)
    coverage = EstateSummary.Coverage(cell[.coverage])
  }

  var json: JSONValue {
    [
      "attempts": .count(attempts),
      "succeeded": .count(succeeded),
      "dry_runs": .count(dryRuns),
      "no_ops": .count(noOps),
      "not_run": .count(notRun),
      "success_ratio": .optional(successRatio),
      "interval": .interval(interval),
      "not_run_by_reason": .counts(notRunByReason),
      "proven": .count(proven.count),
      "judged": .count(proven.total),
      "proven_ratio": .optional(proven.ratio),
      "proven_interval": .interval(proven.interval),
      "unobserved": .count(unobserved),
      "contradicted": .count(contradicted.count),
      "contradicted_of": .count(contradicted.total),
      "contradicted_ratio": .optional(contradicted.ratio),
      "coverage": coverage.json,
    ]
  }
}

extension EstateSummary.Coverage {
  init(_ measured: MeasureCount) {
    reached = Share(measured)
    missedByReason = measured.kinds { $0.isDenominator && !$0.isNumerator }
    withoutLane = measured.of("no lane")
    otherLane = measured.leftOut - withoutLane
  }

  var json: JSONValue {
    [
      "attempted": .count(reached.count),
      "eligible": .count(reached.total),
      "ratio": .optional(reached.ratio),
      "missed_by_reason": .counts(missedByReason),
      "without_lane": .count(withoutLane),
      "other_lane": .count(otherLane),
    ]
  }
}

extension EstateSummary.Rollbacks {
  init(_ cell: MeasureReadings.Cell) {
    let measured = cell[.rollbacks]
    count = measured.numerator
    failed = measured.leftOut
    applied = measured.denominator
    regressions = cell.share(.regressions)
  }

  var json: JSONValue {
    [
      "count": .count(count),
      "failed": .count(failed),
      "applied": .count(applied),
      "ratio": .optional(ratio),
      "regressions": .count(regressions.count),
      "regressions_of": .count(regressions.total),
      "regressions_ratio": .optional(regressions.ratio),
    ]
  }
}
