import Ingest
import Remediation

extension Statement {
  /// Adds what a snapshot says about its finding.
  ///
  /// - Parameter isFirst: whether it opened the episode; then the resource's settings are shown too.
  func describing(_ details: FindingDetails, isFirst: Bool) -> Statement {
    var statement = self
    statement.add("Severity", details.severity.label)
    statement.add("Workflow", details.workflowStatus)
    statement.add("Record state", details.recordState)
    statement.add("Verification state", details.verificationState)
    for reason in details.statusReasons {
      statement.add(
        "Status reason", [reason.code, reason.description].compactMap { $0 }.joined(separator: ": "))
    }
    statement.add("Vulnerabilities", details.vulnerabilities.joined(separator: ", "))
    for time in details.times { statement.add(Self.timeNames[time.name] ?? time.name, time.value) }
    if let note = details.note {
      statement.add("Note", note.text)
      statement.add("Note written by", note.updatedBy)
      statement.add("Note written at", note.updatedAt)
    }
    for field in details.userDefinedFields {
      statement.add("User-defined field", "\(field.name) = \(field.value)")
    }
    guard isFirst else { return statement }
    statement.add("Generator", details.generator, .code)
    for parameter in details.controlParameters {
      statement.add("Control parameter", "\(parameter.name) = \(parameter.value)")
    }
    for resource in details.resources { statement.add("Resource as seen", resource.settings, .code) }
    return statement
  }

  private static let timeNames = [
    "FirstObservedAt": "First observed", "CreatedAt": "Created", "UpdatedAt": "Evaluated",
    "LastObservedAt": "Last observed", "ProcessedAt": "Processed",
  ]

  /// What a record of the finding's history says.
  init(_ number: RecordNumber, at: Instant, change details: FindingChangeDetails) {
    let who = details.updatedBy ?? "Somebody"
    let what =
      switch details.changes.count {
      case 0: details.isCreation ? "created the finding" : "updated the finding"
      case 1: "changed " + details.changes[0].field
      case let count: "changed \(count) fields"
      }
    self.init(number, at: at, "\(who) \(what)")
    add("Kind of update", details.updateType, .code)
    add("Updated at", details.updateTime)
    for change in details.changes {
      add(change.field, "\(change.before ?? "nothing") → \(change.after ?? "nothing")")
    }
  }
}
