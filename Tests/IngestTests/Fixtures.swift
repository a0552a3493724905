import Ingest
import JSONKit
import Remediation

/// Small invented records, in accounts such as 123456789012.
enum Fixture {
  static let findingID = "arn:aws:securityhub:eu-west-1:123456789012:security-control/S3.8/finding/0a1b2c3d"
  static let productArn = "arn:aws:securityhub:eu-west-1::product/aws/securityhub"

  /// A consolidated control finding; `changes` replaces members by RFC 6901 pointer, `nil` removes them.
  static func finding(_ changes: [String: JSONValue?] = [:]) -> String {
    var value = base
    for (pointer, change) in changes.sorted(by: { $0.key < $1.key }) {
      value = value.setting(JSONPointer(pointer)?.tokens ?? [], to: change)
    }
    return value.text()
  }

  /// The finding under another id.
  static func finding(numbered number: Int) -> String {
    finding(["/Id": .string(findingID + "-\(number)")])
  }

  private static let base: JSONValue = [
    "SchemaVersion": "2018-10-08", "Id": .string(findingID), "ProductArn": .string(productArn),
    "ProductName": "Security Hub", "CompanyName": "AWS", "Region": "eu-west-1",
    "GeneratorId": "security-control/S3.8", "AwsAccountId": "123456789012",
    "Types": ["Software and Configuration Checks/Industry and Regulatory Standards"],
    "FirstObservedAt": "2026-01-01T00:00:01.500Z", "LastObservedAt": "2026-01-02T00:00:09Z",
    "CreatedAt": "2026-01-01T00:00:01.500Z", "UpdatedAt": "2026-01-02T00:00:05.123Z",
    "Severity": ["Label": "HIGH", "Normalized": 70, "Original": "HIGH"],
    "Title": "S3 general purpose buckets should block public access",
    "Description": "A check of one bucket.",
    "Remediation": ["Recommendation": ["Text": "Block public access.", "Url": "https://example.com/S3.8"]],
    "ProductFields": ["aws/securityhub/ProductName": "Security Hub", "RelatedAWSResources:0/name": "rule-1"],
    "Resources": [
      [
        "Type": "AwsS3Bucket", "Id": "arn:aws:s3:::example-bucket", "Partition": "aws", "Region": "eu-west-1",
        "Tags": ["Environment": "test", "Owner": "team-1"],
        "Details": ["AwsS3Bucket": ["OwnerId": "abc", "CreatedAt": "2025-12-01T00:00:00Z"]],
      ]
    ],
    "Compliance": [
      "Status": "FAILED", "SecurityControlId": "S3.8",
      "RelatedRequirements": ["NIST.800-53.r5 AC-3", "PCI DSS 1.2.1"],
      "AssociatedStandards": [["StandardsId": "standards/aws-foundational-security-best-practices/v/1.0.0"]],
    ],
    "WorkflowState": "NEW", "Workflow": ["Status": "NEW"], "RecordState": "ACTIVE",
    "ProcessedAt": "2026-01-02T00:00:11.250Z", "AwsAccountName": "example-test",
  ]

  static func history(_ updates: JSONValue, created: JSONValue = false) -> String {
    let record: JSONValue = [
      "FindingIdentifier": ["Id": .string(findingID), "ProductArn": .string(productArn)],
      "UpdateTime": "2026-01-03T08:00:00.123456+00:00", "FindingCreated": created,
      "UpdateSource": [
        "Type": "BATCH_UPDATE_FINDINGS", "Identity": "arn:aws:sts::123456789012:assumed-role/Sec/ann",
      ],
      "Updates": updates,
    ]
    return record.text()
  }

  static func event(_ type: String, _ data: JSONValue, _ changes: [String: JSONValue?] = [:]) -> String {
    var value: JSONValue = [
      "specversion": "1.0", "id": "e-1", "source": "urn:example:pipeline",
      "type": .string("closeout." + type),
      "subject": .string(findingID), "time": "2026-01-03T10:15:30Z", "correlationid": "case-17", "data": data,
    ]
    for (pointer, change) in changes.sorted(by: { $0.key < $1.key }) {
      value = value.setting(JSONPointer(pointer)?.tokens ?? [], to: change)
    }
    return value.text()
  }
}

extension JSONValue {
  /// The value with the one at a path of member names and array places replaced, added or, for nil, removed.
  func setting(_ path: [String], to value: JSONValue?) -> JSONValue {
    guard let name = path.first else { return value ?? .null }
    let rest = Array(path.dropFirst())
    switch self {
    case .array(var elements):
      guard let index = Int(name), index <= elements.count else { return self }
      let inner = index < elements.count ? elements[index] : .null
      if rest.isEmpty, value == nil {
        elements.remove(at: index)
      } else {
        elements.replaceSubrange(
          index..<min(index + 1, elements.count),
          with: [rest.isEmpty ? value ?? .null : inner.setting(rest, to: value)])
      }
      return .array(elements)
    case .object(var members):
      let place = members.firstIndex { $0.name == name }
      if rest.isEmpty, value == nil {
        members.removeAll { $0.name == name }
        return .object(members)
      }
      let inner = place.map { members[$0].value } ?? .object([])
      let member = Member(name, rest.isEmpty ? value ?? .null : inner.setting(rest, to: value))
      if let place { members[place] = member } else { members.append(member) }
      return .object(members)
    default: return JSONValue.object([]).setting(path, to: value)
    }
  }

  /// The value as the text of a JSON string, escapes and quotes included.
  static func quoted(_ text: String) -> String { JSONValue.string(text).text() }
}
