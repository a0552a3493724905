/// How a finding stopped failing.
struct FindingClosing {
  var reason: CloseReason
  var at: Instant
  var record: Int64
  var order: RecordOrder
  var isEstimated: Bool
  var isWeak: Bool
  /// Failing again is a new episode: the source closed it, or it passed since.
  var isFinal: Bool

  /// Later closings decide; at the same instant the stronger reason, then the earlier record.
  func isLessDecisive(than other: FindingClosing) -> Bool {
    if at != other.at { return at < other.at }
    if reason != other.reason { return reason.precedence > other.reason.precedence }
    return other.order < order
  }
}

/// A PASSED of the scanner: when it was evaluated, and which record says so.
struct Pass {
  var at: Instant
  var record: Int64
  var order: RecordOrder
}

/// A PASSED or FAILED known from a history record, whose evaluation time a later snapshot may give.
struct UnconfirmedChange {
  var compliance: ComplianceStatus
  var at: Instant
  /// The evaluation before: the true instant lies after it.
  var after: Instant?
}

extension Verdict {
  var closeReason: CloseReason? {
    switch self {
    case .falsePositive: .falsePositive
    case .benign: .benign
    case .unknown, .truePositive: nil
    }
  }
}
