import JSONKit

/// The members by which envelopes, containers and documents that are not read are known.
enum EnvelopeFields: Int, CaseIterable {
  case findings, lowerFindings, records, dataFindings, dataLowerFindings, finding
  case detail, detailFindings, detailType, time
  case type, message, messages, body, lowerBody, snsMessage
  case classUID, cloudEventType

  var pointer: JSONPointer {
    switch self {
    case .findings: "/Findings"
    case .lowerFindings: "/findings"
    case .records: "/Records"
    case .dataFindings: "/data/Findings"
    case .dataLowerFindings: "/data/findings"
    case .finding: "/Finding"
    case .detail: "/detail"
    case .detailFindings: "/detail/findings"
    case .detailType: "/detail-type"
    case .time: "/time"
    case .type: "/Type"
    case .message: "/Message"
    case .messages: "/Messages"
    case .body: "/Body"
    case .lowerBody: "/body"
    case .snsMessage: "/Sns/Message"
    case .classUID: "/class_uid"
    case .cloudEventType: "/type"
    }
  }

  static let pointers = allCases.map(\.pointer) + KnownDocument.all.map(\.pointer)
}

/// A document that is known by one member, and not read.
struct KnownDocument: Sendable {
  let pointer: JSONPointer
  let name: String
  var hint: String?

  static let all: [KnownDocument] = [
    KnownDocument(pointer: "/class_uid", name: "an OCSF event"),
    KnownDocument(pointer: "/AutomationExecution", name: "an SSM automation execution"),
    KnownDocument(pointer: "/AutomationExecutionMetadataList", name: "SSM automation executions"),
    KnownDocument(pointer: "/AutomationExecutionId", name: "a started SSM automation execution"),
    KnownDocument(pointer: "/StepExecutions", name: "a list of SSM automation steps"),
    KnownDocument(pointer: "/RemediationExecutionStatuses", name: "AWS Config remediation status"),
    KnownDocument(pointer: "/EvaluationResults", name: "AWS Config evaluation results"),
    KnownDocument(pointer: "/ComplianceByConfigRules", name: "AWS Config compliance by rule"),
    KnownDocument(pointer: "/invokingEvent", name: "an AWS Config rule event"),
    KnownDocument(pointer: "/resource_changes", name: "a Terraform plan"),
    KnownDocument(pointer: "/eventVersion", name: "a CloudTrail event"),
    KnownDocument(pointer: "/Events", name: "CloudTrail events"),
    KnownDocument(pointer: "/Item", name: "a DynamoDB item"),
    KnownDocument(pointer: "/Items", name: "DynamoDB items"),
    KnownDocument(pointer: "/policy", name: "Cloud Custodian metadata"),
    KnownDocument(pointer: "/FailedFindings", name: "an answer to BatchImportFindings"),
    KnownDocument(pointer: "/ProcessedFindings", name: "an answer to BatchUpdateFindings"),
    KnownDocument(
      pointer: "/FindingIdentifiers", name: "a BatchUpdateFindings request",
      hint: "it carries no time; ingest GetFindingHistory or the findings after the update"),
    KnownDocument(
      pointer: "/InsightResults", name: "insight results",
      hint: "they hold counts only; export the findings"),
    KnownDocument(
      pointer: "/detail/insightResults", name: "an insight result event",
      hint: "it holds counts only; export the findings"),
    KnownDocument(pointer: "/Insights", name: "a list of insights"),
    KnownDocument(pointer: "/Rules", name: "a list of automation rules"),
    KnownDocument(pointer: "/AutomationRulesMetadata", name: "a list of automation rules"),
    KnownDocument(pointer: "/SecurityControls", name: "a list of security controls"),
    KnownDocument(pointer: "/Controls", name: "a list of standards controls"),
    KnownDocument(pointer: "/ActionTargets", name: "a list of custom actions"),
    KnownDocument(pointer: "/FindingAggregatorArn", name: "a finding aggregator"),
    KnownDocument(
      pointer: "/findingArn", name: "an Inspector finding in Inspector's own format",
      hint: "export it through Security Hub (ASFF)"),
    KnownDocument(pointer: "/detail", name: "an EventBridge event without findings"),
  ]
}
