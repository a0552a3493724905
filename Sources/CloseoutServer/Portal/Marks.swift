import Remediation
import Reports
import Store

extension SeverityMark {
  init(_ severity: Severity?) {
    self =
      switch severity {
      case .critical: .critical
      case .high: .high
      case .medium: .medium
      case .low: .low
      case .informational: .informational
      case .unknown, nil: .unknown
      }
  }
}

extension StateMark {
  /// - Parameter reason: why it was closed, where it is closed.
  static func of(_ state: Episode.State?, _ reason: CloseReason?) -> StateMark {
    switch state {
    case .open: .open
    case .claimed: .claimed
    case .closed where reason == .verified: .verified
    case .closed: .closed(reason?.words ?? "closed")
    case nil: .neverFailed
    }
  }
}

extension CloseReason {
  /// The reason's name as a page has it: `false positive`.
  var words: String { name.replacing("_", with: " ") }
}

extension Row {
  /// The names in a column that holds a JSON array of texts.
  func names(_ column: String) -> [String] { NameArray.names(text(column) ?? "[]") }
}
