/// How bad a finding is, as its source says; raw values order the tiers and stand in the store.
public enum Severity: Int, CaseIterable, Comparable, Sendable {
  case unknown = 0
  case informational = 1
  case low = 2
  case medium = 3
  case high = 4
  case critical = 5

  /// The label of ASFF's `Severity.Label`, which is also how every output names the tier.
  public var label: String {
    switch self {
    case .unknown: "UNKNOWN"
    case .informational: "INFORMATIONAL"
    case .low: "LOW"
    case .medium: "MEDIUM"
    case .high: "HIGH"
    case .critical: "CRITICAL"
    }
  }

  public init?(label: String) {
    guard let severity = Severity.allCases.first(where: { $0.label == label }) else { return nil }
    self = severity
  }

  /// The tier of ASFF's `Severity.Normalized`; nil outside 0…100.
  ///
  /// Source: AWS Security Hub user guide, "Severity" (0 informational, 1–39 low, 40–69 medium,
  /// 70–89 high, 90–100 critical).
  public init?(normalized: Double) {
    switch normalized {
    case 0: self = .informational
    case let value where value > 0 && value < 40: self = .low
    case let value where value >= 40 && value < 70: self = .medium
    case let value where value >= 70 && value < 90: self = .high
    case let value where value >= 90 && value <= 100: self = .critical
    default: return nil
    }
  }

  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
