import JSONKit

/// The 22 fields, as Foundation's decoder wants them.
struct Finding: Decodable {
  struct Severity: Decodable {
    var label: String?
    var normalized: Int?

    enum CodingKeys: String, CodingKey {
      case label = "Label", normalized = "Normalized"
    }
  }

  struct Recommendation: Decodable {
    var url: String?

    enum CodingKeys: String, CodingKey {
      case url = "Url"
    }
  }

  struct Remediation: Decodable {
    var recommendation: Recommendation?

    enum CodingKeys: String, CodingKey {
      case recommendation = "Recommendation"
    }
  }

  struct Resource: Decodable {
    var type: String?
    var id: String?

    enum CodingKeys: String, CodingKey {
      case type = "Type", id = "Id"
    }
  }

  struct Compliance: Decodable {
    var status: String?
    var securityControlId: String?

    enum CodingKeys: String, CodingKey {
      case status = "Status", securityControlId = "SecurityControlId"
    }
  }

  struct Workflow: Decodable {
    var status: String?

    enum CodingKeys: String, CodingKey {
      case status = "Status"
    }
  }

  struct Note: Decodable {
    var text: String?

    enum CodingKeys: String, CodingKey {
      case text = "Text"
    }
  }

  var id: String?
  var productArn: String?
  var productName: String?
  var region: String?
  var generatorId: String?
  var awsAccountId: String?
  var firstObservedAt: String?
  var lastObservedAt: String?
  var createdAt: String?
  var updatedAt: String?
  var title: String?
  var description: String?
  var workflowState: String?
  var recordState: String?
  var severity: Severity?
  var remediation: Remediation?
  var resources: [Resource]?
  var compliance: Compliance?
  var workflow: Workflow?
  var note: Note?

  enum CodingKeys: String, CodingKey {
    case id = "Id", productArn = "ProductArn", productName = "ProductName", region = "Region"
    case generatorId = "GeneratorId", awsAccountId = "AwsAccountId", firstObservedAt = "FirstObservedAt"
    case lastObservedAt = "LastObservedAt", createdAt = "CreatedAt", updatedAt = "UpdatedAt"
    case title = "Title", description = "Description", workflowState = "WorkflowState"
    case recordState = "RecordState", severity = "Severity", remediation = "Remediation"
    case resources = "Resources", compliance = "Compliance", workflow = "Workflow", note = "Note"
  }

  /// The same fields, as the scanner wants them.
  static let pointers: [JSONPointer] = [
    "/Id", "/ProductArn", "/ProductName", "/Region", "/GeneratorId", "/AwsAccountId", "/FirstObservedAt",
    "/LastObservedAt", "/CreatedAt", "/UpdatedAt", "/Title", "/Description", "/WorkflowState", "/RecordState",
    "/Severity/Label", "/Severity/Normalized", "/Remediation/Recommendation/Url", "/Resources",
    "/Compliance/Status", "/Compliance/SecurityControlId", "/Workflow/Status", "/Note/Text",
  ]
}
