public import Policy

/// What the queries need beside the store: the policy, and words that other modules own.
public struct MetricContext: Sendable {
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
  public var policy: Policy
  /// Names of the kinds of source, by the number that stands in the store.
  public var sources: [Int: String] = [:]
  /// The closed set of reasons for which records are rejected.
  public var rejectReasons: [String] = []
  public init(build: Build, policy: Policy = .builtIn) {
    self.build = build
    self.policy = policy
  }

  /// The upper limits of the histograms in milliseconds: the fixed ones and every target of the policy.
  var edges: [Int64] {
    let targets = policy.sla.terms.flatMap { $0.targets.map(\.within.milliseconds) }
    let seconds: [Int64] = [
      300, 3600, 14400, 86400, 259_200, 604_800, 1_209_600, 1_296_000, 2_592_000, 5_184_000, 7_776_000,
      15_552_000,
    ]
    return Set(seconds.map { $0 * 1000 } + targets).sorted()
  }
}
