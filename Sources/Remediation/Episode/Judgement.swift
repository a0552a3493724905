/// What was last judged of a violation: true, false or benign, by the source or by a reviewed triage.
public struct Judgement: Equatable, Sendable {
  public var verdict: Verdict
  public var at: Instant

  /// The latest verdict on a violation; nil when there is none or the last one was withdrawn.
  ///
  /// A source repeats its verdict in every snapshot: what counts is when it changed. An `UNKNOWN` that no
  /// verdict of the same finding preceded says nothing, and takes no ledger verdict back.
  public static func latest(of records: [FoldingRecord]) -> Judgement? {
    // Nearly no violation is judged; those are told without sorting.
    guard records.contains(where: \.judges) else { return nil }
    var findings: [Int: FindingFold] = [:]
    var latest: Judgement?
    for record in records.sorted(by: { $0.order < $1.order }) {
      switch record.content {
      case .snapshot(let facts), .history(let facts):
        guard let index = record.finding else { continue }
        var finding = findings[index] ?? FindingFold()
        let before = finding.said.statedVerdict
        let sighting = Sighting(facts, record, isHistory: false, noteBefore: finding.noteUpdatedAt)
        finding.absorb(facts, sighting)
        findings[index] = finding
        let verdict = finding.said.statedVerdict
        guard verdict != before else { continue }
        latest = verdict == .unknown ? nil : Judgement(verdict: verdict, at: sighting.changedByPeopleAt)
      case .verdict(let verdict, let at):
        latest = verdict == .unknown ? nil : Judgement(verdict: verdict, at: at)
      case .claim, .rollback:
        break
      }
    }
    return latest
  }
}

extension FoldingRecord {
  fileprivate var judges: Bool {
    switch content {
    case .snapshot(let facts), .history(let facts):
      facts.noteVerdict != nil || (facts.verdict != nil && facts.verdict != .unknown)
    case .verdict: true
    case .claim, .rollback: false
    }
  }
}
