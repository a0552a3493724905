public import Remediation

/// How long violations may stay open, and since when.
///
/// An episode is judged by the terms in force when it opened: terms that change later never judge it.
public struct SLASchedule: Sendable, Hashable {
  /// By the instant from which they hold, each until the next; the first may hold from the beginning.
  public var terms: [SLATerms]
  /// The levels of risk that targets may name, in the order in which they are tried.
  public var risks: [RiskLevel]

  public init(terms: [SLATerms], risks: [RiskLevel] = []) {
    self.terms = terms
    self.risks = risks
  }

  /// 15, 30, 90 and 180 days for critical, high, medium and low.
  public static let builtIn = SLASchedule(terms: [
    SLATerms(targets: [
      SLATarget(severity: .critical, within: .days(15)), SLATarget(severity: .high, within: .days(30)),
      SLATarget(severity: .medium, within: .days(90)), SLATarget(severity: .low, within: .days(180)),
    ])
  ])

  /// The terms in force at an instant; nil before the first.
  public func terms(at instant: Instant) -> SLATerms? {
    terms.last { $0.effective.map { $0 <= instant } ?? true }
  }

  /// The target of an episode; nil where the terms in force when it opened have none for it.
  ///
  /// Of several that fit, the one counts that says more: risk and environment before either alone, risk
  /// before environment, either before none.
  public func target(
    severity: Severity, environment: String?, risk: String?, openedAt: Instant
  ) -> SLATarget? {
    terms(at: openedAt)?.targets
      .filter { target in
        target.severity == severity
          && (target.environment == nil || target.environment == environment)
          && (target.risk == nil || target.risk == risk)
      }
      .max { $0.precision < $1.precision }
  }

  /// The first level whose conditions the facts meet.
  public func risk(of facts: RiskFacts) -> String? {
    risks.first { $0.includes(facts) }?.name
  }
}

/// The targets that hold from one instant until the next terms.
public struct SLATerms: Sendable, Hashable {
  /// Nil from the beginning.
  public var effective: Instant?
  /// The share of decided episodes that shall meet their deadline.
  public var objective: Double
  /// No two for the same severity, environment and risk.
  public var targets: [SLATarget]

  public init(effective: Instant? = nil, objective: Double = 0.95, targets: [SLATarget]) {
    self.effective = effective
    self.objective = objective
    self.targets = targets
  }
}

/// How long a violation of one kind may stay open.
public struct SLATarget: Sendable, Hashable {
  public var severity: Severity
  /// The environment it is for; nil for those that have no target of their own.
  public var environment: String?
  /// The level of risk it is for; nil for those that have no target of their own.
  public var risk: String?
  public var within: TimeSpan

  public init(
    severity: Severity, environment: String? = nil, risk: String? = nil, within: TimeSpan
  ) {
    self.severity = severity
    self.environment = environment
    self.risk = risk
    self.within = within
  }

  /// What outputs call the tier: `default`, `production`, `exposed`, `production/exposed`.
  public var tier: String {
    let words = [environment, risk].compactMap { $0 }
    return words.isEmpty ? "default" : words.joined(separator: "/")
  }

  /// How much it says: the more precise of two that fit counts.
  public var precision: Int { (risk == nil ? 0 : 2) + (environment == nil ? 0 : 1) }
}
