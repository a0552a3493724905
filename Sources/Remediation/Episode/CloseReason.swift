/// Why an episode ended. Reasons are never merged; only `verified` is a fix. Raw values stand in the store.
public enum CloseReason: Int, CaseIterable, Sendable {
  /// The scanner reported PASSED.
  case verified = 1
  /// Someone accepted the risk.
  case suppressed = 2
  case falsePositive = 3
  case benign = 4
  /// The resource is no longer there.
  case resourceGone = 5
  /// Control findings were consolidated and no other finding carried on.
  case superseded = 6
  case controlDisabled = 7
  /// Archived, and nobody said why.
  case archived = 8

  /// The word that outputs and queries use.
  public var name: String {
    switch self {
    case .verified: "verified"
    case .suppressed: "suppressed"
    case .falsePositive: "false_positive"
    case .benign: "benign"
    case .resourceGone: "resource_gone"
    case .superseded: "superseded"
    case .controlDisabled: "control_disabled"
    case .archived: "archived"
    }
  }

  /// Which reason counts when one snapshot gives several; the lowest wins.
  var precedence: Int {
    switch self {
    case .falsePositive: 0
    case .benign: 1
    case .superseded: 2
    case .controlDisabled: 3
    case .resourceGone: 4
    case .verified: 5
    case .suppressed: 6
    case .archived: 7
    }
  }

  /// Whether lifting it, without a PASSED in between, goes on with the same episode.
  var isHumanJudgement: Bool {
    self == .suppressed || self == .falsePositive || self == .benign
  }
}
