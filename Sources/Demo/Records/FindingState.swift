/// One finding as the source describes it at a moment; every change of it is delivered as a snapshot.
struct FindingState: Sendable {
  var id: String
  var form: Form
  var createdAt: Int64
  var firstObservedAt: Int64
  var updatedAt: Int64
  var lastObservedAt: Int64
  var processedAt: Int64
  /// Absent for a finding that is no control check.
  var compliance: String?
  var workflow = "NEW"
  var isArchived = false
  var verdict: String?
  var note: Note?
  var archival: Archival?
  var quirk = Quirk.none
  /// Another finding of the same violation has taken its place.
  var isRetired = false

  enum Form: Sendable {
    case consolidated
    case standard(Standard)
    case detection
  }

  struct Note: Sendable {
    let text: String
    let author: String
    let at: Int64
  }

  /// Why the source archived the finding, where it says so.
  enum Archival: Sendable { case consolidation, controlDisabled, resourceGone }

  /// Shapes that real exports have and that a reader must bear.
  enum Quirk: Sendable { case none, sparse, microseconds, offset }

  /// The fields that changed since an earlier state, as a finding history names them.
  func changes(since old: FindingState, severity: Severity) -> [JSONTree] {
    func label(_ state: FindingState) -> String {
      (state.compliance ?? "FAILED") == "FAILED" ? severity.rawValue : Severity.informational.rawValue
    }
    let fields: [(String, String?, String?)] = [
      ("Compliance.Status", old.compliance, compliance),
      ("Workflow.Status", old.workflow, workflow),
      ("VerificationState", old.verdict ?? "UNKNOWN", verdict ?? "UNKNOWN"),
      ("Severity.Label", label(old), label(self)),
      ("RecordState", old.isArchived ? "ARCHIVED" : "ACTIVE", isArchived ? "ARCHIVED" : "ACTIVE"),
      ("Note.Text", old.note?.text ?? "", note?.text ?? ""),
    ]
    return fields.compactMap { field, before, after in
      guard before != after, let before, let after else { return nil }
      return ["UpdatedField": .text(field), "OldValue": .text(before), "NewValue": .text(after)]
    }
  }
}
