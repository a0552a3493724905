/// What a `finding.risk-scored` entry says; nil where it says nothing.
public struct RiskFacts: Hashable, Sendable {
  public var score: Double?
  public var internetReachable: Bool?
  public var sensitiveData: Bool?
  public var attackPath: Bool?

  public init(
    score: Double? = nil, internetReachable: Bool? = nil, sensitiveData: Bool? = nil, attackPath: Bool? = nil
  ) {
    self.score = score
    self.internetReachable = internetReachable
    self.sensitiveData = sensitiveData
    self.attackPath = attackPath
  }
}
