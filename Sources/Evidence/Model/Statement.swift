public import Remediation

/// The part of the story that a statement belongs to, in the order of the page.
public enum Chapter: String, Sendable, CaseIterable {
  case detection, assignment, decision, approval, action, result, verification, afterwards, exceptions, other

  /// The heading on the page.
  public var title: String {
    switch self {
    case .detection: "Detection"
    case .assignment: "Assignment"
    case .decision: "Decision"
    case .approval: "Approval"
    case .action: "Action"
    case .result: "Result"
    case .verification: "Verification"
    case .afterwards: "Afterwards"
    case .exceptions: "Exceptions and suppressions"
    case .other: "Other entries"
    }
  }

  /// What the page says where nothing is recorded; nil where the chapter is then left out.
  public var absence: String? {
    switch self {
    case .detection: "No failing observation is recorded in this episode."
    case .assignment: "No assignment is recorded."
    case .decision: "No decision is recorded."
    case .approval: "No approval is recorded."
    case .action: "No action is recorded."
    case .result: "No result and no claim are recorded."
    case .verification: "No evaluation by the scanner is recorded after the first claim or attempt."
    case .afterwards: "Nothing is recorded after the close."
    case .exceptions, .other: nil
    }
  }
}

/// What one record says, or several in a row that say the same; every statement cites them.
public struct Statement: Sendable, Hashable {
  public var records: [RecordNumber]
  public var at: Instant
  /// The time of the last of several records.
  public var until: Instant?
  public var summary: String
  public var facts: [Fact] = []
  public var checks: [Check] = []
  public var difference: StructuredDiff?

  public struct Fact: Sendable, Hashable {
    public enum Style: Sendable, Hashable {
      case text, code, link
    }

    /// As the page shows it: "Change reference".
    public var name: String
    public var value: String
    public var style: Style
  }

  /// One condition that was looked at before a decision.
  public struct Check: Sendable, Hashable {
    public var name: String
    public var expected: String?
    public var actual: String?
    public var passed: Bool?
  }

  init(_ number: RecordNumber, at: Instant, _ summary: String) {
    records = [number]
    self.at = at
    self.summary = shortened(summary, to: 300)
  }

  /// Adds a fact unless there is no value.
  mutating func add(_ name: String, _ value: String?, _ style: Fact.Style = .text) {
    guard let value, !value.isEmpty else { return }
    facts.append(Fact(name: shortened(name, to: 300), value: shortened(value), style: style))
  }
}
