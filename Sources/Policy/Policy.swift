public import Remediation

/// What an organisation decided about its findings: `closeout.yaml`, or the defaults that are built in.
///
/// Numbers are a function of records, policy and as-of. The format is `docs/policy.md`.
public struct Policy: Sendable, Hashable {
  /// What the policy calls itself; the name of its file where it says nothing.
  public var id: String
  public var version: String?
  /// SHA-256 of the file's bytes in hexadecimal; nil for the built-in defaults.
  public var digest: String?

  public var sla: SLASchedule
  /// By the account's number.
  public var accounts: [String: PolicyAccount]
  public var actions: ActionMatrix
  public var windows: PolicyWindows
  /// The first one that matches a note judges it.
  public var noteRules: [NoteRule]
  public var frameworks: [Framework]
  /// What a day open counts in the exposure, by severity; a severity that is missing counts nothing.
  public var exposureWeights: [Severity: Int]

  public init(
    id: String = "built-in defaults", version: String? = nil, digest: String? = nil,
    sla: SLASchedule = .builtIn, accounts: [String: PolicyAccount] = [:], actions: ActionMatrix = .init(),
    windows: PolicyWindows = .init(), noteRules: [NoteRule] = [], frameworks: [Framework] = [],
    exposureWeights: [Severity: Int] = [.critical: 10, .high: 5, .medium: 2, .low: 1]
  ) {
    self.id = id
    self.version = version
    self.digest = digest
    self.sla = sla
    self.accounts = accounts
    self.actions = actions
    self.windows = windows
    self.noteRules = noteRules
    self.frameworks = frameworks
    self.exposureWeights = exposureWeights
  }

  /// What holds where there is no file.
  public static let builtIn = Policy()
}

/// What the policy says of an account.
public struct PolicyAccount: Sendable, Hashable {
  public var name: String?
  public var team: String?
  public var environment: String?
  public var customer: String?

  public init(
    name: String? = nil, team: String? = nil, environment: String? = nil, customer: String? = nil
  ) {
    self.name = name
    self.team = team
    self.environment = environment
    self.customer = customer
  }
}
