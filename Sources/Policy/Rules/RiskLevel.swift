public import Remediation

/// A level of risk: what the ledger has to say of a finding for a target to name it.
public struct RiskLevel: Sendable, Hashable {
  public var name: String
  /// The least score.
  public var score: Double?
  public var internetReachable: Bool?
  public var sensitiveData: Bool?
  public var attackPath: Bool?

  public init(
    name: String, score: Double? = nil, internetReachable: Bool? = nil, sensitiveData: Bool? = nil,
    attackPath: Bool? = nil
  ) {
    self.name = name
    self.score = score
    self.internetReachable = internetReachable
    self.sensitiveData = sensitiveData
    self.attackPath = attackPath
  }

  /// Whether the facts meet every condition; what the ledger leaves out meets none.
  public func includes(_ facts: RiskFacts) -> Bool {
    (score.map { least in facts.score.map { $0 >= least } ?? false } ?? true)
      && (internetReachable.map { $0 == facts.internetReachable } ?? true)
      && (sensitiveData.map { $0 == facts.sensitiveData } ?? true)
      && (attackPath.map { $0 == facts.attackPath } ?? true)
  }
}
