public import Remediation
public import TransparencyLog

/// Everything that is said about one finding, computed from its records: the page and the XML show this.
///
/// A pure function of (the finding's name, the set of records, the policy, as-of): no row id, no position
/// of the log, no name of a file and no clock, so that any order of arrival gives the same bytes.
public struct ProofOfFix: Sendable, Hashable {
  public var asOf: Instant
  public var policy: EvidencePolicy
  public var subject: ProofSubject
  public var verdict: ProofVerdict
  /// In order; the last is the one that the verdict is about, unless that regressed into it.
  public var episodes: [EpisodeStory]
  /// The violation's other findings.
  public var related: [RelatedFinding]
  /// All records that the proof was made from, in the order of their own times and hashes.
  public var records: [ListedRecord]

  /// The episode that stands last.
  public var current: EpisodeStory? { episodes.last }
}

/// What the proof is about.
public struct ProofSubject: Sendable, Hashable {
  public var identity: FindingIdentity
  /// SHA-256 of the finding's name: ProductArn, LF, Id. It names the finding in the log.
  public var digest: Hash256
  public var title: String
  /// What the scanner says that is wrong.
  public var explanation: String?
  public var severity: Severity
  public var product: String?
  public var remediationText: String?
  public var remediationURL: String?
  /// Nil for a finding that is known from its history alone.
  public var violation: ViolationKey?
  public var accountName: String?
  public var standards: [String] = []
  public var requirements: [String] = []
}

/// An episode with what is recorded of it.
public struct EpisodeStory: Sendable, Hashable {
  public struct Claim: Sendable, Hashable {
    public var origin: String
    public var at: Instant
    public var outcome: String
    public var settledAt: Instant?
    public var record: RecordNumber
  }

  public struct Suppression: Sendable, Hashable {
    public var from: Instant
    public var to: Instant?
    public var reason: CloseReason
  }

  public var number: Int
  public var state: Episode.State
  public var severity: Severity
  public var openedAt: Instant
  public var openedBy: RecordNumber
  public var isOpeningEstimated: Bool
  public var closedAt: Instant?
  public var closedBy: RecordNumber?
  public var isClosingEstimated: Bool
  public var reason: CloseReason?
  public var timeDefect: TimeDefect?
  public var claims: [Claim]
  public var suppressions: [Suppression]
  public var sla: SLAStanding
  public var chapters: [Chapter: [Statement]]

  /// All statements in order of time, for an episode that is told in short.
  public var statements: [Statement] {
    Chapter.allCases.flatMap { chapters[$0] ?? [] }.sorted { ($0.at, $0.records) < ($1.at, $1.records) }
  }
}

/// Another finding that shows the same violation.
public struct RelatedFinding: Sendable, Hashable {
  public var identity: FindingIdentity
  public var digest: Hash256
  public var isFailing: Bool
  public var workflow: WorkflowStatus
  public var records: [RecordNumber]
}

extension Episode.State {
  /// The word that outputs use.
  public var name: String {
    switch self {
    case .open: "open"
    case .claimed: "claimed"
    case .closed: "closed"
    }
  }
}

private func < (left: (Instant, [RecordNumber]), right: (Instant, [RecordNumber])) -> Bool {
  left.0 == right.0 ? left.1.lexicographicallyPrecedes(right.1) : left.0 < right.0
}
