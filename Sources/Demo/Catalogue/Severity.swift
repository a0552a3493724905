/// The severity labels of the finding format, with what the estate's policy promises for each.
enum Severity: String, Sendable, CaseIterable {
  case critical = "CRITICAL"
  case high = "HIGH"
  case medium = "MEDIUM"
  case low = "LOW"
  case informational = "INFORMATIONAL"

  var normalized: Int64 {
    switch self {
    case .critical: 90
    case .high: 70
    case .medium: 40
    case .low: 1
    case .informational: 0
    }
  }

  /// Milliseconds from opening to deadline; an informational finding has none.
  var deadline: Int64? {
    switch self {
    case .critical: 15 * CivilTime.day
    case .high: 30 * CivilTime.day
    case .medium: 90 * CivilTime.day
    case .low: 180 * CivilTime.day
    case .informational: nil
    }
  }

  /// How long people typically take, before the trend and the incident week change it.
  var personMedian: Int64 {
    switch self {
    case .critical: 2 * CivilTime.day
    case .high: 5 * CivilTime.day
    case .medium: 11 * CivilTime.day
    case .low, .informational: 20 * CivilTime.day
    }
  }
}
