/// The claims made on a violation, and what was said after them.
///
/// A claim lasts until the scanner's next evaluation, its withdrawal, or the end of the episode. Which of
/// these came first is decided by their own instants, since a ledger entry may become known long after
/// the evaluation that answers it.
struct ClaimLog {
  private struct Evaluation {
    var finding: Int
    var at: Instant
    var passed: Bool
  }

  private struct Withdrawal {
    var finding: Int?
    var at: Instant
  }

  private var claims: [(claim: Claim, order: RecordOrder)] = []
  private var evaluations: [Evaluation] = []
  private var withdrawals: [Withdrawal] = []

  mutating func stake(_ origin: Claim.Origin, at instant: Instant, _ record: FoldingRecord) {
    // An entry whose subject is several findings of the violation is one claim.
    if origin == .ledger, claims.contains(where: { $0.claim.record == record.record }) { return }
    let claim = Claim(origin: origin, at: instant, record: record.record, finding: record.finding ?? 0)
    claims.append((claim, record.order))
  }

  /// - Parameter finding: the finding whose workflow was reset; nil for a rollback.
  mutating func withdraw(at instant: Instant, finding: Int?) {
    withdrawals.append(Withdrawal(finding: finding, at: instant))
  }

  mutating func evaluate(_ finding: Int, at instant: Instant, passed: Bool) {
    evaluations.append(Evaluation(finding: finding, at: instant, passed: passed))
  }

  /// Gives each claim to the episode it was made in, with what became of it.
  func weigh(against episodes: inout [Episode]) {
    guard !claims.isEmpty else { return }
    for (claim, _) in claims.sorted(by: { ($0.claim.at, $0.order) < ($1.claim.at, $1.order) }) {
      // A claim on what was not open then, PASSED or not yet seen, is none.
      guard let index = episodes.lastIndex(where: { $0.openedAt <= claim.at }),
        episodes[index].closedAt.map({ claim.at < $0 }) ?? true
      else { continue }
      var weighed = claim
      weighed.outcome = outcome(of: claim, in: episodes[index])
      episodes[index].claims.append(weighed)
    }
  }

  /// The first thing that ended the claim; at one instant the scanner goes before a person.
  private func outcome(of claim: Claim, in episode: Episode) -> Claim.Outcome {
    var first: (at: Instant, outcome: Claim.Outcome)?
    func consider(_ at: Instant, _ outcome: Claim.Outcome) {
      if first.map({ at < $0.at }) ?? true { first = (at, outcome) }
    }
    for evaluation in evaluations where evaluation.at > claim.at && claim.covers(evaluation.finding) {
      if !evaluation.passed {
        consider(evaluation.at, .contradicted(at: evaluation.at))
      } else if claim.origin == .workflow {
        consider(evaluation.at, .confirmed(at: evaluation.at))
      }
    }
    if let closedAt = episode.closedAt {
      consider(closedAt, episode.reason == .verified ? .confirmed(at: closedAt) : .lapsed(at: closedAt))
    }
    for withdrawal in withdrawals
    where withdrawal.at >= claim.at && (withdrawal.finding.map(claim.covers) ?? true) {
      consider(withdrawal.at, .withdrawn(at: withdrawal.at))
    }
    return first?.outcome ?? .standing
  }
}

extension Claim {
  /// Whether it says that this finding is dealt with.
  func covers(_ index: Int) -> Bool { origin == .ledger || finding == index }
}
