import Remediation
import Statistics

extension TrendReport {
  /// From which share on, by the lower bound of its interval, contradictions or rollbacks need a decision.
  static let notableFailure = 0.05
  /// From how many returns on one control needs a decision.
  static let notableReturns = 3

  /// What needs a decision? The first that applies, the gravest first.
  var decision: Sentence {
    severeAndOld ?? contradictedFixes ?? frequentRollbacks ?? returningControl ?? standingClaims ?? nothing
  }

  /// Critical and high violations that have been open for 30 days and longer.
  private var severeAndOld: Sentence? {
    let severe = standing.filter { $0.severity >= .high }
    let old = severe.map { $0.open(from: .quarter) }.reduce(0, +)
    guard old > 0 else { return nil }
    let all = severe.map(\.openCount).reduce(0, +)
    var text =
      old == all
      ? "No other critical or high violation is open"
      : "\(Words.count(all)) critical and high violations are open in all"
    if let oldest = oldestSevere {
      let age = Double(asOf.milliseconds(since: oldest.oldestOpenedAt)) / 1000
      text += "; the oldest, of \(Words.folded(oldest.control, 60)), has been open for \(Words.duration(age))"
    }
    return Sentence(
      "severe-and-old", .bad,
      "Decide on \(Words.count(old, "critical or high violation")) open for 30 days and longer.",
      text + ". Each is to be remediated, or its risk accepted by name and until a date.")
  }

  private var contradictedFixes: Sentence? {
    let all = attempts
    guard all.settled >= Self.fewestJudged,
      let interval = Wilson.interval(successes: all.contradicted, of: all.settled),
      interval.lower >= Self.notableFailure
    else { return nil }
    return Sentence(
      "contradicted-fixes", .bad, "Decide whether all automatic remediation should keep running.",
      "Of \(Words.count(all.settled)) automatic attempts that reported success \(since), the scanner "
        + "contradicted \(Words.count(all.contradicted)) "
        + "(\(Words.percent(ratio(all.contradicted, all.settled)))).")
  }

  private var frequentRollbacks: Sentence? {
    let (undone, applied) = (rollbacks.succeeded, attempts.applied)
    guard applied >= Self.fewestJudged, undone <= applied,
      let interval = Wilson.interval(successes: undone, of: applied),
      interval.lower >= Self.notableFailure
    else { return nil }
    return Sentence(
      "frequent-rollbacks", .bad, "Decide how changes are tested before they are applied.",
      "Of \(Words.count(applied, "change")) applied \(since), \(Words.count(undone)) were rolled back "
        + "(\(Words.percent(ratio(undone, applied)))).")
  }

  private var returningControl: Sentence? {
    guard let worst = recurring.first, worst.recurred >= Self.notableReturns else { return nil }
    return Sentence(
      "returning-control", .neutral,
      "Decide who removes the cause behind \(Words.folded(worst.control, 60)).",
      "\(Words.count(worst.recurred)) of its \(Words.count(worst.followed)) closings \(since) that were "
        + "followed for 30 days came back: what is remediated there is put back by something.")
  }

  private var standingClaims: Sentence? {
    guard claimed > 0 else { return nil }
    return Sentence(
      "standing-claims", .neutral, "No decision stands out; some claims wait for a scanner.",
      "\(Words.count(claimed, "violation")) \(claimed == 1 ? "is" : "are") claimed to be dealt with and not "
        + "yet seen by the scanner; no critical or high violation has been open for 30 days.")
  }

  private var nothing: Sentence {
    Sentence(
      "nothing", .neutral, "Nothing on record calls for a decision.",
      "\(Words.count(open, "violation")) \(open == 1 ? "is" : "are") open, none of them critical or high for "
        + "30 days and longer; \(Words.count(rollbacks.succeeded, "rollback")) and "
        + "\(Words.count(attempts.contradicted, "contradicted attempt")) \(since).")
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double {
    Double(part) / Double(whole)
  }
}
