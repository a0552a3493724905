/// The running state of a violation while its sorted records are folded.
///
/// Each finding is followed on its own (``FindingFold``); the violation opens with the first that fails
/// and closes when none fails any more. Claims change no opening and no closing, so they are only
/// written down on the way and weighed at the end (``ClaimLog``).
struct ViolationFold {
  var findings: [FindingFold]
  var episodes: [Episode] = []
  private var failedEvaluations: Set<EvaluationKey> = []
  var claims: ClaimLog?

  /// Reads all records once for what has to be known before the first is folded.
  init(surveying records: [FoldingRecord], findings count: Int) {
    findings = [FindingFold](repeating: FindingFold(), count: count)
    var mayContest = false
    var mayClaim = false
    for record in records {
      switch record.content {
      case .snapshot(let facts):
        guard let index = record.finding else { continue }
        if facts.compliance != nil { findings[index].said.isCheck = true }
        if findings[index].survey.mayContest(facts) { mayContest = true }
        if facts.workflow == .resolved, facts.compliance != .passed { mayClaim = true }
      case .history(let facts):
        guard let index = record.finding else { continue }
        if facts.compliance != nil { findings[index].said.isCheck = true }
        if facts.workflow == .resolved { mayClaim = true }
      case .claim:
        mayClaim = true
      case .rollback, .verdict:
        break
      }
    }
    if mayContest { failedEvaluations = EvaluationKey.failed(in: records) }
    if mayClaim { claims = ClaimLog() }
  }

  /// Whether an episode is open or claimed.
  var isActive: Bool { !episodes.isEmpty && episodes[episodes.count - 1].closedAt == nil }

  mutating func apply(_ record: FoldingRecord) {
    switch record.content {
    case .snapshot(var facts):
      guard let index = record.finding else { return }
      let cameWithPassed = facts.compliance == .passed
      if cameWithPassed, let evaluated = facts.updatedAt, !failedEvaluations.isEmpty,
        failedEvaluations.contains(EvaluationKey(finding: index, at: evaluated))
      {
        facts.compliance = nil
        facts.severity = nil
      }
      refine(index, facts)
      observe(index, facts, record, isHistory: false, cameWithPassed: cameWithPassed)
    case .history(let facts):
      guard let index = record.finding else { return }
      observe(index, facts, record, isHistory: true, cameWithPassed: facts.compliance == .passed)
    case .claim(let at):
      claims?.stake(.ledger, at: at, record)
    case .rollback(let at):
      claims?.withdraw(at: at, finding: nil)
    case .verdict(let verdict, let at):
      for index in record.finding.map({ $0..<$0 + 1 }) ?? findings.indices {
        judge(index, verdict, at: at, record)
      }
    }
  }

  /// Ends the fold: weighs the claims, says whether what is open is claimed, marks impossible times.
  consuming func finish() -> FoldedViolation {
    if let claims { claims.weigh(against: &episodes) }
    var previousEnd: Instant?
    for index in episodes.indices {
      episodes[index].timeDefect = episodes[index].impossibility(afterEndOf: previousEnd)
      previousEnd = episodes[index].closedAt
    }
    let standing = isActive ? episodes.last?.claims.filter { $0.outcome == .standing } ?? [] : []
    let results = findings.indices.map { index in
      findings[index].result(isClaimed: standing.contains { $0.covers(index) })
    }
    if isActive {
      let isClaimed = results.allSatisfy { !$0.isFailing || $0.isClaimed }
      episodes[episodes.count - 1].state = isClaimed ? .claimed : .open
    }
    return FoldedViolation(episodes: episodes, findings: results)
  }
}
