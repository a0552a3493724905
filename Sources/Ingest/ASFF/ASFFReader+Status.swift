import JSONKit
import Remediation

extension ASFFReader {
  /// The finding's state, as far as the snapshot states it.
  func readStatus(_ record: RecordView, _ product: ASFFProduct, into observation: inout Observation) {
    let bytes = record.bytes
    observation.severity = severity(record)
    observation.compliance = record[.compliance].flatMap { ComplianceStatus(asff: $0, in: bytes) }
    observation.workflow = record[.workflow].flatMap { WorkflowStatus(asff: $0, in: bytes) }
    observation.recordState = record[.recordState].flatMap { RecordState(asff: $0, in: bytes) }
    observation.verdict = record[.verificationState].flatMap { Verdict(asff: $0, in: bytes) }
    observation.archivalCause = archivalCause(record, observation.recordState)
    if product.isInspector, let status = record[.inspectorStatus] {
      observation.closedByProduct = status.equals("CLOSED", in: bytes)
    }
  }

  /// `Severity.Label`, else from `Severity.Normalized`, else what the finding's provider said first.
  private func severity(_ record: RecordView) -> Severity? {
    label(record[.severityLabel], record.bytes)
      ?? normalized(record[.severityNormalized], record.bytes)
      ?? label(record[.providerSeverityLabel], record.bytes)
      ?? normalized(record[.providerSeverityNormalized], record.bytes)
  }

  private func label(_ slice: JSONSlice?, _ bytes: [UInt8]) -> Severity? {
    guard let slice else { return nil }
    if slice.equals("HIGH", in: bytes) { return .high }
    if slice.equals("MEDIUM", in: bytes) { return .medium }
    if slice.equals("LOW", in: bytes) { return .low }
    if slice.equals("CRITICAL", in: bytes) { return .critical }
    return slice.equals("INFORMATIONAL", in: bytes) ? .informational : nil
  }

  /// A number, or a number written as text.
  private func normalized(_ slice: JSONSlice?, _ bytes: [UInt8]) -> Severity? {
    guard let slice else { return nil }
    let value = slice.kind == .string ? Double(slice.string(in: bytes)) : slice.double(in: bytes)
    return value.flatMap { Severity(normalized: $0) }
  }

  /// Why the finding was archived. Only what says so itself counts, or a reason on a finding that is not
  /// active.
  private func archivalCause(_ record: RecordView, _ state: RecordState?) -> ArchivalCause? {
    if let code = record[.archivalCode]?.ifText,
      let cause = ArchivalCause(code: code.string(in: record.bytes))
    {
      return cause
    }
    guard state != .active, let reasons = record[.statusReasons] else { return nil }
    for reason in reasons.elements(in: record.bytes) {
      guard let code = reason.member("ReasonCode", in: record.bytes)?.ifText else { continue }
      if let cause = ArchivalCause(code: code.string(in: record.bytes)) { return cause }
    }
    return nil
  }
}

extension ComplianceStatus {
  /// ASFF's words; any other text is a result that is not known.
  init?(asff slice: JSONSlice, in bytes: [UInt8]) {
    guard slice.ifText != nil else { return nil }
    if slice.equals("FAILED", in: bytes) {
      self = .failed
    } else if slice.equals("PASSED", in: bytes) {
      self = .passed
    } else if slice.equals("WARNING", in: bytes) {
      self = .warning
    } else if slice.equals("NOT_AVAILABLE", in: bytes) {
      self = .notAvailable
    } else {
      self = .unrecognised
    }
  }
}

extension WorkflowStatus {
  init?(asff slice: JSONSlice, in bytes: [UInt8]) {
    if slice.equals("NEW", in: bytes) {
      self = .new
    } else if slice.equals("NOTIFIED", in: bytes) {
      self = .notified
    } else if slice.equals("RESOLVED", in: bytes) {
      self = .resolved
    } else if slice.equals("SUPPRESSED", in: bytes) {
      self = .suppressed
    } else {
      return nil
    }
  }
}

extension RecordState {
  init?(asff slice: JSONSlice, in bytes: [UInt8]) {
    if slice.equals("ACTIVE", in: bytes) {
      self = .active
    } else if slice.equals("ARCHIVED", in: bytes) {
      self = .archived
    } else {
      return nil
    }
  }
}

extension Verdict {
  init?(asff slice: JSONSlice, in bytes: [UInt8]) {
    if slice.equals("UNKNOWN", in: bytes) {
      self = .unknown
    } else if slice.equals("TRUE_POSITIVE", in: bytes) {
      self = .truePositive
    } else if slice.equals("FALSE_POSITIVE", in: bytes) {
      self = .falsePositive
    } else if slice.equals("BENIGN_POSITIVE", in: bytes) {
      self = .benign
    } else {
      return nil
    }
  }
}

extension ArchivalCause {
  /// The codes of `ArchivalReasons:0/ReasonCode` and of `Compliance.StatusReasons[].ReasonCode`.
  init?(code: String) {
    switch code {
    case "CONSOLIDATED_CONTROL_FINDINGS_UPDATE": self = .consolidated
    case "CONFIG_RETURNS_NOT_APPLICABLE", "CONFIG_EVALUATIONS_EMPTY": self = .resourceGone
    case "CONTROL_DISABLED", "STANDARD_DISABLED": self = .controlDisabled
    default: return nil
    }
  }
}
