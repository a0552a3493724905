import JSONKit

/// The members of a finding that are taken from it; their order is that of the reader's slots.
enum ASFFField: Int, CaseIterable {
  case region, productName, companyName, title, types, accountName, sample
  case createdAt, updatedAt, firstObservedAt, lastObservedAt, processedAt, noteUpdatedAt
  case severityLabel, severityNormalized, providerSeverityLabel, providerSeverityNormalized
  case compliance, securityControlID, associatedStandards, relatedRequirements, statusReasons
  case workflow, recordState, verificationState
  case controlID, ruleID, standardsArn, standardsGuideArn
  case ownerAccount, archivalCode, inspectorStatus, hubProductName
  case vulnerabilities

  var pointer: JSONPointer {
    switch self {
    case .region: "/Region"
    case .productName: "/ProductName"
    case .companyName: "/CompanyName"
    case .title: "/Title"
    case .types: "/Types"
    case .accountName: "/AwsAccountName"
    case .sample: "/Sample"
    case .createdAt: "/CreatedAt"
    case .updatedAt: "/UpdatedAt"
    case .firstObservedAt: "/FirstObservedAt"
    case .lastObservedAt: "/LastObservedAt"
    case .processedAt: "/ProcessedAt"
    case .noteUpdatedAt: "/Note/UpdatedAt"
    case .severityLabel: "/Severity/Label"
    case .severityNormalized: "/Severity/Normalized"
    case .providerSeverityLabel: "/FindingProviderFields/Severity/Label"
    case .providerSeverityNormalized: "/FindingProviderFields/Severity/Normalized"
    case .compliance: "/Compliance/Status"
    case .securityControlID: "/Compliance/SecurityControlId"
    case .associatedStandards: "/Compliance/AssociatedStandards"
    case .relatedRequirements: "/Compliance/RelatedRequirements"
    case .statusReasons: "/Compliance/StatusReasons"
    case .workflow: "/Workflow/Status"
    case .recordState: "/RecordState"
    case .verificationState: "/VerificationState"
    case .controlID: "/ProductFields/ControlId"
    case .ruleID: "/ProductFields/RuleId"
    case .standardsArn: "/ProductFields/StandardsArn"
    case .standardsGuideArn: "/ProductFields/StandardsGuideArn"
    case .ownerAccount: "/ProductFields/ResourceOwnerAccount"
    case .archivalCode: "/ProductFields/ArchivalReasons:0~1ReasonCode"
    case .inspectorStatus: "/ProductFields/aws~1inspector~1FindingStatus"
    case .hubProductName: "/ProductFields/aws~1securityhub~1ProductName"
    case .vulnerabilities: "/Vulnerabilities"
    }
  }
}

extension RecordView {
  subscript(_ field: ASFFField) -> JSONSlice? { value(field.rawValue) }
}
