public import Remediation

/// What the queries need beside the store: the policy, and words that other modules own.
public struct MetricContext: Sendable {
  /// How long a violation of one kind may stay open.
  public struct SLATarget: Sendable, Hashable {
    /// The label `sla_tier`.
    public var tier: String
    public var severity: Severity
    /// The environment it is for; nil for those that have no target of their own.
    public var environment: String?
    /// It judges episodes opened from then on; nil from the beginning.
    public var effective: Instant?
    /// Milliseconds.
    public var target: Int64
    /// The share that shall be met.
    public var objective: Double

    public init(
      tier: String = "default", severity: Severity, environment: String? = nil, effective: Instant? = nil,
      target: Int64, objective: Double = 0.95
    ) {
      self.tier = tier
      self.severity = severity
      self.environment = environment
      self.effective = effective
      self.target = target
      self.objective = objective
    }

    /// 15, 30, 90 and 180 days for critical, high, medium and low.
    public static let defaults = [
      SLATarget(severity: .critical, target: 15 * .day), SLATarget(severity: .high, target: 30 * .day),
      SLATarget(severity: .medium, target: 90 * .day), SLATarget(severity: .low, target: 180 * .day),
    ]
  }

  /// What the policy says of an account.
  public struct Account: Sendable, Hashable {
    public var id: String
    public var name: String?
    public var team: String?
    public var environment: String?

    public init(id: String, name: String? = nil, team: String? = nil, environment: String? = nil) {
      self.id = id
      self.name = name
      self.team = team
      self.environment = environment
    }
  }

  /// The labels of `closeout_build_info`.
  public struct Build: Sendable, Hashable {
    public var version: String
    public var revision: String
    public var swiftVersion: String

    public init(version: String, revision: String, swiftVersion: String) {
      self.version = version
      self.revision = revision
      self.swiftVersion = swiftVersion
    }
  }

  public var build: Build
  public var slaTargets = SLATarget.defaults
  public var accounts: [Account] = []
  /// Names of the kinds of source, by the number that stands in the store.
  public var sources: [Int: String] = [:]
  /// The closed set of reasons for which records are rejected.
  public var rejectReasons: [String] = []
  /// V: a fix is verified when the scanner passes within this time after it, in milliseconds.
  public var verifyWithin: Int64 = .day
  /// N: a fix is proven when it held this long, in milliseconds.
  public var holdFor: Int64 = 30 * .day
  /// More automatic attempts than this on one violation within ``loopWithin`` are a loop.
  public var loopAttempts = 3
  /// Milliseconds.
  public var loopWithin: Int64 = 600_000

  public init(build: Build) {
    self.build = build
  }

  /// The upper limits of the histograms in milliseconds: the fixed ones and every target of the policy.
  var edges: [Int64] {
    let seconds: [Int64] = [
      300, 3600, 14400, 86400, 259_200, 604_800, 1_209_600, 1_296_000, 2_592_000, 5_184_000, 7_776_000,
      15_552_000,
    ]
    return Set(seconds.map { $0 * 1000 } + slaTargets.map(\.target).filter { $0 > 0 }).sorted()
  }
}
