import JSONKit

/// The members of an entry that numbers are made of; their order is that of the readers' slots.
enum LedgerField: Int, CaseIterable, Sendable {
  case id, source, type, subject, time, correlation, productArn, control, resource, address, attempt
  case mode, executorKind, executorID, workflow, workflowVersion, started, ended, outcome, result
  case reason, reasonCode, trigger, lane, decision, verdict, claimedBy, reviewedBy, owner, team
  case ticketKey, ticketURL, due, to, approver, by, expires, waiverExpires, error

  /// The member's name in the open format, dots between its levels.
  var name: String {
    switch self {
    case .id: "id"
    case .source: "source"
    case .type: "type"
    case .subject: "subject"
    case .time: "time"
    case .correlation: "correlationid"
    case .productArn: "data.productArn"
    case .control: "data.control"
    case .resource: "data.resource"
    case .address: "data.address"
    case .attempt: "data.attempt"
    case .mode: "data.mode"
    case .executorKind: "data.executor.kind"
    case .executorID: "data.executor.id"
    case .workflow: "data.workflow.id"
    case .workflowVersion: "data.workflow.version"
    case .started: "data.started"
    case .ended: "data.ended"
    case .outcome: "data.outcome"
    case .result: "data.result"
    case .reason: "data.reason"
    case .reasonCode: "data.reason.code"
    case .trigger: "data.trigger"
    case .lane: "data.lane"
    case .decision: "data.decision"
    case .verdict: "data.verdict"
    case .claimedBy: "data.claimedBy"
    case .reviewedBy: "data.reviewedBy"
    case .owner: "data.owner"
    case .team: "data.team"
    case .ticketKey: "data.ticket.key"
    case .ticketURL: "data.ticket.url"
    case .due: "data.due"
    case .to: "data.to"
    case .approver: "data.approver"
    case .by: "data.by"
    case .expires: "data.expires"
    case .waiverExpires: "data.waiverExpires"
    case .error: "data.error"
    }
  }

  init?(name: String) {
    guard let field = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = field
  }

  /// Where the member stands in an entry of the open format.
  var pointer: JSONPointer { JSONPointer(tokens: name.split(separator: ".").map(String.init)) }
}
