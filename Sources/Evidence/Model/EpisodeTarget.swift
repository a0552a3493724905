import Ingest
import Policy
import Remediation

/// How long the policy in force when an episode opened let it stay open.
struct EpisodeTarget: Hashable {
  var target: SLATarget?
  /// The terms that it is from; nil where none held then.
  var terms: SLATerms?
  /// The entry that scored the risk.
  var scoredBy: Int?
}

extension ViolationRecords {
  /// The target of an episode, by its severity, its environment and its risk.
  func target(of episode: Episode, _ policy: Policy) -> EpisodeTarget {
    let scored = risk(of: episode, policy)
    let target = policy.sla.target(
      severity: episode.severity, environment: environment(policy), risk: scored?.level,
      openedAt: episode.openedAt)
    return EpisodeTarget(
      target: target, terms: policy.sla.terms(at: episode.openedAt),
      scoredBy: target?.risk == nil ? nil : scored?.record)
  }

  /// What the policy says of the account, else the tag of the resource: of several the first of the alphabet.
  private func environment(_ policy: Policy) -> String? {
    if let account = violation?.account, let known = policy.accounts[account]?.environment { return known }
    var latest: [FindingIdentity: String?] = [:]
    for record in records {
      guard let observation = record.observation, let description = observation.description else { continue }
      latest[observation.finding] = .some(description.value.environment)
    }
    return latest.values.compactMap { $0 }.min()
  }

  /// The level that the ledger gave last before the episode opened, else first after.
  private func risk(of episode: Episode, _ policy: Policy) -> (level: String?, record: Int)? {
    guard !policy.sla.risks.isEmpty else { return nil }
    let scored = records.indices.filter { records[$0].entry?.type == .riskScored }
    let before = scored.last { (records[$0].entry?.time).map { $0 <= episode.openedAt } ?? false }
    let first = scored.compactMap { records[$0].entry?.time }.min()
    let after = scored.last { records[$0].entry?.time == first }
    guard let record = before ?? after, case .entry(let details) = records[record].details else { return nil }
    let facts = RiskFacts(
      score: details.score.flatMap(Double.init),
      internetReachable: details.internetReachable.flatMap(Bool.init),
      sensitiveData: details.sensitiveData.flatMap(Bool.init),
      attackPath: details.attackPath.flatMap(Bool.init))
    return (policy.sla.risk(of: facts), record)
  }
}

extension RecordDetails {
  /// The text of the note that a snapshot carries, or that a change wrote.
  var noteText: String? {
    switch self {
    case .finding(let finding): finding.note?.text
    case .change(let change): change.changes.last { $0.field.hasPrefix("Note") }?.after
    case .entry: nil
    }
  }
}
