import JSONKit
import Remediation

/// Reads records of Security Hub's GetFindingHistory: what changed in a finding, when and by whom.
///
/// Only what the record says changed is stated; everything else stays as it was. Source: AWS Security Hub API
/// Reference, FindingHistoryRecord.
struct FindingHistoryReader: SourceReader {
  let source = SourceKind.findingHistory
  let pointers = Field.allCases.map(\.pointer)
  private var cache = TextCache()

  init() {}

  enum Field: Int, CaseIterable {
    case id, productArn, updateTime, created, updates

    var pointer: JSONPointer {
      switch self {
      case .id: "/FindingIdentifier/Id"
      case .productArn: "/FindingIdentifier/ProductArn"
      case .updateTime: "/UpdateTime"
      case .created: "/FindingCreated"
      case .updates: "/Updates"
      }
    }
  }

  func recognises(_ fields: JSONFields) -> Bool { fields.has(.findingIdentifier) && !fields.has(.productArn) }

  mutating func read(_ record: RecordView) throws(Rejection) -> RecordContent {
    let bytes = record.bytes
    let id = try required(.id, record).string(in: bytes)
    let product = cache.text(try required(.productArn, record), in: bytes)
    guard let time = record.value(Field.updateTime.rawValue) else { throw missing(.updateTime) }
    var times = ObservationTimes()
    times.changedAt = try Timestamp.read(time, path: { Field.updateTime.pointer }, in: bytes)
    // A boolean by the API's model, text in the command line's own example.
    let created = record.value(Field.created.rawValue)
    if created?.bool ?? created?.equals("true", in: bytes) ?? false { times.createdAt = times.changedAt }
    var observation = Observation(
      kind: .history, finding: FindingIdentity(productArn: product, id: id), times: times)
    if let updates = record.value(Field.updates.rawValue) {
      guard updates.kind == .array else {
        throw Rejection(
          reason: .badType, path: "/Updates",
          explanation: "expected a list, found \(updates.shown(in: bytes))")
      }
      for update in updates.elements(in: bytes) { apply(FieldUpdate(update, in: bytes), to: &observation) }
    }
    return .observation(Shared(observation))
  }

  private func required(_ field: Field, _ record: RecordView) throws(Rejection) -> JSONSlice {
    guard let text = record.value(field.rawValue)?.ifText else { throw missing(field) }
    return text
  }

  private func missing(_ field: Field) -> Rejection {
    let path = field.pointer.description
    return Rejection(
      reason: .missingField, path: path, explanation: "expected \(path.dropFirst()), found none")
  }

  private func apply(_ update: FieldUpdate, to observation: inout Observation) {
    switch update.field {
    case "Compliance.Status", "Compliance":
      observation.compliance = update.new("Status").map(ComplianceStatus.init(asff:))
      observation.priorCompliance = update.old("Status").map(ComplianceStatus.init(asff:))
    case "Workflow.Status", "Workflow":
      observation.workflow = update.new("Status").flatMap(WorkflowStatus.init(asff:))
    case "RecordState":
      observation.recordState = update.new(nil).flatMap(RecordState.init(asff:))
    case "VerificationState":
      observation.verdict = update.new(nil).flatMap(Verdict.init(asff:))
    case "Severity.Label", "Severity":
      observation.severity = update.new("Label").flatMap(Severity.init(label:))
    case "Note.UpdatedAt", "Note":
      observation.times.noteUpdatedAt = update.new("UpdatedAt").flatMap { Instant($0) }
    default: break
    }
  }
}

/// One entry of `Updates[]`: scalars stand as raw text, lists and objects as JSON text.
private struct FieldUpdate {
  let field: String
  private let oldValue: String?
  private let newValue: String?

  init(_ update: JSONSlice, in bytes: [UInt8]) {
    func text(_ name: StaticString) -> String? { update.member(name, in: bytes)?.ifText?.string(in: bytes) }
    field = text("UpdatedField") ?? ""
    oldValue = text("OldValue")
    newValue = text("NewValue")
  }

  func new(_ member: String?) -> String? { scalar(newValue, member) }
  func old(_ member: String?) -> String? { scalar(oldValue, member) }

  /// The text itself, or the member of the object that it holds.
  private func scalar(_ value: String?, _ member: String?) -> String? {
    guard let value else { return nil }
    guard value.utf8.first == UInt8(ascii: "{") else { return value }
    guard let member, let object = try? JSONValue.parse(value) else { return nil }
    return object[member]?.string
  }
}

extension ComplianceStatus {
  fileprivate init(asff text: String) {
    switch text {
    case "FAILED": self = .failed
    case "PASSED": self = .passed
    case "WARNING": self = .warning
    case "NOT_AVAILABLE": self = .notAvailable
    default: self = .unrecognised
    }
  }
}

extension WorkflowStatus {
  fileprivate init?(asff text: String) {
    guard let status = WorkflowStatus.allCases.first(where: { $0.label == text }) else { return nil }
    self = status
  }
}

extension RecordState {
  fileprivate init?(asff text: String) {
    switch text {
    case "ACTIVE": self = .active
    case "ARCHIVED": self = .archived
    default: return nil
    }
  }
}

extension Verdict {
  fileprivate init?(asff text: String) {
    switch text {
    case "UNKNOWN": self = .unknown
    case "TRUE_POSITIVE": self = .truePositive
    case "FALSE_POSITIVE": self = .falsePositive
    case "BENIGN_POSITIVE": self = .benign
    default: return nil
    }
  }
}
