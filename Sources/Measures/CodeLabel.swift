import Queries
import Remediation
public import Store

/// A word for a number that stands in the store.
public struct CodeLabel: Sendable, Hashable {
  public var kind: String
  public var code: Int
  public var label: String

  public init(_ kind: String, _ code: Int, _ label: String) {
    self.kind = kind
    self.code = code
    self.label = label
  }

  /// The words of the domain.
  static let domain: [CodeLabel] =
    Severity.allCases.map { CodeLabel("severity", $0.rawValue, $0.label) }
    + WorkflowStatus.allCases.map { CodeLabel("workflow", $0.rawValue, $0.label) }
    + CloseReason.allCases.map { CodeLabel("close_reason", $0.rawValue, $0.name) }
    + TimeDefect.allCases.map { CodeLabel("time_defect", $0.rawValue, $0.name) }
    + AttemptOutcome.allCases.map { CodeLabel("attempt_outcome", $0.rawValue, $0.name) }
}

extension Snapshot {
  /// Adds words to those that queries read.
  public func add(_ labels: [CodeLabel]) throws(StoreError) {
    for label in labels {
      try run(
        Queries.Measures.insertCode,
        ["kind": .text(label.kind), "code": SQLValue(label.code), "label": .text(label.label)])
    }
  }
}
