import Ingest
import Policy
public import Remediation

extension ProofOfFix {
  /// Makes the proof of a finding from its records.
  ///
  /// - Parameters:
  ///   - records: those of the finding, of the other findings of its violation, and all ledger entries
  ///     about them, in any order.
  ///   - withholding: which of them count and are not told of.
  /// - Throws: `EvidenceError` with `noRecords`.
  public init(
    of finding: FindingIdentity, records: [EvidenceRecord], policy: EvidencePolicy = .builtIn, asOf: Instant,
    withholding: Withholding = .nothing
  ) throws(EvidenceError) {
    var reader = RecordRereader()
    try self.init(
      of: finding, records: records, policy: policy, asOf: asOf, withholding: withholding, reader: &reader)
  }

  init(
    of finding: FindingIdentity, records: [EvidenceRecord], policy: EvidencePolicy, asOf: Instant,
    withholding: Withholding = .nothing, reader: inout RecordRereader
  ) throws(EvidenceError) {
    var read: [ReadRecord] = []
    read.reserveCapacity(records.count)
    for record in records { read.append(reader.read(record)) }
    let violation = try ViolationRecords(
      of: finding, read, asOf: asOf, noteRules: policy.policy.noteRules, withholding: withholding)
    let grounds = VerdictGrounds(violation, policy: policy)
    let exceptions = grounds.exceptions
    self.asOf = asOf
    self.policy = policy
    subject = ProofSubject(finding, violation, policy.policy)
    verdict = ProofVerdict(grounds)
    episodes = violation.folded.episodes.map { EpisodeStory($0, grounds, exceptions) }
    related = violation.findings.enumerated().dropFirst().map { index, identity in
      RelatedFinding(identity, violation, index)
    }
    self.records = violation.records.enumerated().map { ListedRecord($1, number: $0 + 1, of: finding) }
  }
}

extension ProofSubject {
  fileprivate init(_ finding: FindingIdentity, _ violation: ViolationRecords, _ policy: Policy) {
    identity = finding
    digest = finding.digest
    title = shortened(finding.id, to: 500)
    severity =
      violation.folded.episodes.last?.severity ?? violation.folded.findings.first?.severity ?? .unknown
    self.violation = violation.violation
    // The latest snapshot that may be told of describes it.
    for record in violation.records.reversed() where record.finding == finding && !record.isWithheld {
      guard case .finding(let details) = record.details else { continue }
      title = details.title ?? finding.id
      explanation = details.description.map { shortened($0) }
      product = details.productName
      remediationText = details.remediationText.map { shortened($0) }
      remediationURL = details.remediationURL
      let described = record.observation?.description?.value
      title = shortened(title, to: 500)
      accountName = details.accountName
      standards = described?.standards ?? details.standards
      requirements = described?.requirements ?? details.requirements
      break
    }
    // What the policy says of the account and the control stands beside what the findings say.
    guard let key = violation.violation else { return }
    accountName = policy.accounts[key.account]?.name ?? accountName
    for framework in policy.frameworks {
      requirements += (framework.controls[key.control] ?? []).map { "\(framework.name) \($0)" }
    }
  }
}

extension EpisodeStory {
  fileprivate init(_ episode: Episode, _ grounds: VerdictGrounds, _ exceptions: [SLAStanding.Exception]) {
    number = episode.number
    state = episode.state
    severity = episode.severity
    openedAt = episode.openedAt
    openedBy = grounds.number(episode.openedBy)
    isOpeningEstimated = episode.isOpeningEstimated
    closedAt = episode.closedAt
    closedBy = episode.closedBy.map { grounds.number($0) }
    isClosingEstimated = episode.isClosingEstimated
    reason = episode.reason
    timeDefect = episode.timeDefect
    claims = episode.claims.map { Claim($0, record: grounds.number($0.record)) }
    suppressions = episode.suppressions.map { Suppression(from: $0.from, to: $0.to, reason: $0.reason) }
    sla = SLAStanding(
      of: episode, target: grounds.violation.target(of: episode, grounds.policy.policy),
      exceptions: exceptions,
      asOf: grounds.asOf)
    chapters = StoryTeller(grounds, episode).tell()
  }
}

extension EpisodeStory.Claim {
  fileprivate init(_ claim: Remediation.Claim, record: RecordNumber) {
    origin = claim.origin == .workflow ? "workflow" : "ledger"
    at = claim.at
    self.record = record
    switch claim.outcome {
    case .standing: (outcome, settledAt) = ("standing", nil)
    case .confirmed(let instant): (outcome, settledAt) = ("confirmed", instant)
    case .contradicted(let instant): (outcome, settledAt) = ("contradicted", instant)
    case .withdrawn(let instant): (outcome, settledAt) = ("withdrawn", instant)
    case .lapsed(let instant): (outcome, settledAt) = ("lapsed", instant)
    }
  }
}

extension RelatedFinding {
  fileprivate init(_ identity: FindingIdentity, _ violation: ViolationRecords, _ index: Int) {
    self.identity = identity
    digest = identity.digest
    let state = violation.folded.findings[index]
    isFailing = state.isFailing
    workflow = state.workflow
    records = violation.records.indices.filter { violation.records[$0].finding == identity }
      .map { RecordNumber($0 + 1) }
  }
}

extension ListedRecord {
  fileprivate init(_ read: ReadRecord, number: Int, of finding: FindingIdentity) {
    self.number = RecordNumber(number)
    leaf = read.record.leaf
    source = read.record.source
    size = read.record.bytes.count
    eventTime = read.content == nil ? nil : read.order.eventTime
    // Only where the record lacks a time of its own does the envelope date it.
    let times = read.observation?.times
    envelopeTime =
      times != nil && times?.processedAt == nil && times?.changedAt == nil ? read.record.envelopeTime : nil
    mapping = read.mappingDigest
    isRelated = read.finding.map { $0 != finding } ?? false
    isWithheld = read.isWithheld
    kind =
      switch read.content {
      case .observation(let observation): observation.value.kind == .history ? .history : .snapshot
      case .entry: read.isNeighbour ? .neighbour : read.isConflicting ? .conflicting : .ledger
      case nil: .unread
      }
  }
}

extension VerdictGrounds {
  /// The spans in which an exception was in force: from its grant to its end, its revocation or as-of.
  var exceptions: [SLAStanding.Exception] {
    var spans: [SLAStanding.Exception] = []
    for (index, entry) in entries {
      switch entry.type {
      case .exceptionGranted:
        spans.append(.init(from: entry.time, to: entry.expires ?? asOf, records: [number(index)]))
      case .exceptionRevoked:
        // It ends all that were in force then.
        for span in spans.indices where spans[span].from <= entry.time && spans[span].to > entry.time {
          spans[span].to = entry.time
          spans[span].records.append(number(index))
        }
      default: break
      }
    }
    return spans.filter { $0.to > $0.from }
  }
}
