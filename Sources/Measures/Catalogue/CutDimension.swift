import Queries

/// What numbers can be cut by.
public enum CutDimension: String, Sendable, CaseIterable {
  case severity, account, team, environment, region, control, standard, requirement, product, lane, method

  /// Whether a violation may stand in several cells, so that cells add up to more than the whole.
  public var overlaps: Bool { self == .standard || self == .requirement || self == .product }

  /// The statement that puts violations and episodes into cells.
  var statement: String {
    typealias Cuts = Queries.Measures.Cuts
    return switch self {
    case .severity: Cuts.severity
    case .account: Cuts.account
    case .team: Cuts.team
    case .environment: Cuts.environment
    case .region: Cuts.region
    case .control: Cuts.control
    case .standard: Cuts.standard
    case .requirement: Cuts.requirement
    case .product: Cuts.product
    case .lane: Cuts.lane
    case .method: Cuts.method
    }
  }
}
