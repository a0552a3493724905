import JSONKit

/// Everything that an entry of a ledger says, for people. The members are those of `docs/ledger-format.md`.
public struct LedgerDetails: Sendable, Equatable {
  public var source: String?
  public var id: String?
  public var type: String?
  public var subject: String?
  public var time: String?
  public var correlation: String?
  public var control: String?
  public var resource: String?

  public var lane: String?
  public var decision: String?
  public var policy = Policy()
  public var checks: [Check] = []
  public var reason: String?
  public var reasonText: String?

  public var attempt: String?
  public var mode: String?
  public var phase: String?
  public var executor = Executor()
  public var workflow = Workflow()
  public var change = Change()
  public var started: String?
  public var ended: String?
  public var outcome: String?

  public var result: String?
  public var method: String?
  public var by: String?
  public var evidence: String?
  public var trigger: String?
  public var restored: String?

  public var owner: String?
  public var team: String?
  public var ticket = Ticket()
  public var due: String?
  public var verdict: String?
  public var claimedBy: String?
  public var reviewedBy: String?
  public var score: String?
  public var internetReachable: String?
  public var sensitiveData: String?
  public var attackPath: String?
  public var to: String?
  public var channel: String?
  public var approver: String?
  public var justification: String?
  public var expires: String?

  public var address: String?
  public var commit: String?
  public var pullRequest: String?
  public var waiverExpires: String?
  public var queue: String?
  public var attempts: String?
  public var error: String?

  /// The policy that a decision was taken by.
  public struct Policy: Sendable, Equatable {
    public var id: String?
    public var version: String?
    public var digest: String?

    public init(id: String? = nil, version: String? = nil, digest: String? = nil) {
      self.id = id
      self.version = version
      self.digest = digest
    }
  }

  /// One condition that was looked at before a decision.
  public struct Check: Sendable, Equatable {
    public var name: String
    public var expected: String?
    public var actual: String?
    public var passed: Bool?

    public init(name: String, expected: String? = nil, actual: String? = nil, passed: Bool? = nil) {
      self.name = name
      self.expected = expected
      self.actual = actual
      self.passed = passed
    }
  }

  /// Who or what carried a change out.
  public struct Executor: Sendable, Equatable {
    public var kind: String?
    public var id: String?
    public var session: String?
    public var role: String?

    public init(kind: String? = nil, id: String? = nil, session: String? = nil, role: String? = nil) {
      self.kind = kind
      self.id = id
      self.session = session
      self.role = role
    }
  }

  /// The runbook or workflow that ran.
  public struct Workflow: Sendable, Equatable {
    public var id: String?
    public var version: String?

    public init(id: String? = nil, version: String? = nil) {
      self.id = id
      self.version = version
    }
  }

  /// What was changed. `before` and `after` are JSON text as written, or the text that was written instead.
  public struct Change: Sendable, Equatable {
    public var summary: String?
    /// Pull request, commit, execution or event ids: text, or a list of them as JSON text.
    public var reference: String?
    public var before: String?
    public var after: String?

    public init(
      summary: String? = nil, reference: String? = nil, before: String? = nil, after: String? = nil
    ) {
      self.summary = summary
      self.reference = reference
      self.before = before
      self.after = after
    }
  }

  public struct Ticket: Sendable, Equatable {
    public var system: String?
    public var key: String?
    public var url: String?

    public init(system: String? = nil, key: String? = nil, url: String? = nil) {
      self.system = system
      self.key = key
      self.url = url
    }
  }

  public init() {}
}
