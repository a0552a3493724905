/// One statement about remediation: decided, attempted, verified, rolled back, assigned, triaged…
///
/// The fields are those that numbers are made of; the record's exact bytes hold the rest. Source:
/// `docs/ledger-format.md`.
public struct LedgerEntry: Equatable, Sendable {
  /// URI of the pipeline that wrote the entry.
  public var source: String
  /// Unique within `source`.
  public var id: String
  public var type: LedgerEntryType
  public var time: Instant
  public var subject: LedgerSubject
  /// Ties a decision, its attempts and their verification.
  public var correlation: String?

  public var attempt: AttemptFacts?
  public var outcome: AttemptOutcome?
  public var reason: String?
  public var trigger: String?
  public var lane: String?
  public var decision: String?
  public var verdict: Verdict?
  /// A verdict counts only when someone other than its author reviewed it.
  public var reviewedBy: String?
  /// Who did it: owner, approver, escalation target, whichever the type has.
  public var actor: String?
  public var team: String?
  public var ticket: String?
  public var due: Instant?
  public var expires: Instant?
  public var gateResult: String?
  public var chain: LedgerChainLink?

  public init(source: String, id: String, type: LedgerEntryType, time: Instant, subject: LedgerSubject) {
    self.source = source
    self.id = id
    self.type = type
    self.time = time
    self.subject = subject
  }
}

/// What an entry is about.
public enum LedgerSubject: Hashable, Sendable {
  /// A finding's Id; without a product it covers every finding of that Id.
  case finding(id: String, productArn: String?)
  /// Every violation of a control on a resource.
  case resource(control: String, resource: String)
  case none
}

/// The link of a ledger that carries its own hash chain.
public struct LedgerChainLink: Equatable, Sendable {
  public var sequence: Int64?
  public var previousHash: String?
  public var hash: String?
  /// Whether `hash` is that of the entry's own bytes.
  public var isIntact: Bool

  public init(sequence: Int64?, previousHash: String?, hash: String?, isIntact: Bool) {
    self.sequence = sequence
    self.previousHash = previousHash
    self.hash = hash
    self.isIntact = isIntact
  }
}
