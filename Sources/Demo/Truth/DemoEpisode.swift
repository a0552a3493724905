/// One open-to-closed span of a violation, as the estate was written.
public struct DemoEpisode: Sendable, Equatable {
  /// 1 for the first span of the violation, 2 after it opened again.
  public let number: Int
  /// Severity label of the record that opened the span.
  public let severity: String
  /// Epoch milliseconds.
  public let opened: Int64
  /// Epoch milliseconds; nil while the span is open or claimed.
  public var closed: Int64?
  public var reason: Reason?
  /// Since when somebody says that it is done, without the scanner's word; epoch milliseconds.
  public var claimed: Int64?
  /// Deadline of the policy, moved by exceptions; epoch milliseconds, nil without a tier.
  public var deadline: Int64?

  /// Why a span closed; only `verified` is the scanner's word that the problem is gone.
  public enum Reason: String, Sendable, CaseIterable {
    case verified, suppressed, benign, superseded, archived
    case falsePositive = "false_positive"
    case resourceGone = "resource_gone"
    case controlDisabled = "control_disabled"
  }

  /// The span cannot be: it starts before the year 2000 or ends before it starts.
  public var hasTimeDefect: Bool {
    opened < 946_684_800_000 || (closed.map { $0 < opened } ?? false)
  }

  public var isOpen: Bool { closed == nil && claimed == nil }
  public var isClaimed: Bool { closed == nil && claimed != nil }
}
