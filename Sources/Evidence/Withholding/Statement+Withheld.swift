import Ingest
import Remediation

extension Statement {
  /// All that is told of a record that is withheld: words that the formats define, and its time.
  init(withheld record: ReadRecord, _ number: RecordNumber) {
    let words: [String?] =
      switch record.content {
      case .observation(let observation):
        [
          observation.value.kind == .history ? "A record of the history" : "A snapshot",
          observation.value.compliance?.word, observation.value.workflow.map { "workflow \($0.label)" },
          observation.value.recordState.map { $0 == .archived ? "ARCHIVED" : "ACTIVE" },
          observation.value.closedByProduct ? "closed by the product" : nil,
        ]
      case .entry(let entry):
        [
          "An entry of a ledger", entry.value.type.name,
          entry.value.attempt?.mode.map { $0 == .dryRun ? "dry run" : "enforced" },
          entry.value.outcome?.name,
        ]
      case nil: ["A record that is not read"]
      }
    self.init(
      number, at: record.order.eventTime, "Withheld. " + words.compactMap { $0 }.joined(separator: ", "))
  }
}

extension ComplianceStatus {
  /// The word of the format; a word outside of its list is not repeated.
  fileprivate var word: String {
    switch self {
    case .passed: "PASSED"
    case .failed: "FAILED"
    case .warning: "WARNING"
    case .notAvailable: "NOT_AVAILABLE"
    case .unrecognised: "another result"
    }
  }
}
