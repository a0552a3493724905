import Ingest
import JSONKit
import Remediation
import Testing

@Suite("Findings (ASFF): what is refused or not trusted")
struct ASFFRefusalTests {
  @Test("11: GeneratorId, Description and the account may be absent or null")
  func absentRequired() throws {
    for gone in [JSONValue?.none, .null] {
      let observation = try ASFF.one(["/GeneratorId": gone, "/Description": gone, "/AwsAccountId": gone])
      #expect(observation.violation?.account == "123456789012")
      #expect(observation.violation?.control == "S3.8")
      #expect(observation.description?.value.generator == "")
    }
    let unknown = try ASFF.one(["/AwsAccountId": .null, "/Id": "finding-1"])
    #expect(unknown.violation?.account == "unknown")
    let byResource = try ASFF.one([
      "/AwsAccountId": .null, "/Id": "finding-1",
      "/Resources/0/Id": "arn:aws:ec2:eu-west-1:210987654321:instance/i-1",
    ])
    #expect(byResource.violation?.account == "210987654321")
  }

  @Test("24: foreign members are passed over, samples are refused")
  func foreignMembers() throws {
    let plain = try ASFF.one()
    #expect(
      try ASFF.one([
        "/approximateArrivalTimestamp": 1_562_861_589.38, "/updatedAt": "never", "/Sample": false,
      ]) == plain)
    #expect(try ASFF.refusal(["/Sample": true]).reason == .sampleFinding)
    #expect(try ASFF.refusal(["/Sample": "true"]).reason == .sampleFinding)
  }

  static let missingCases: [(ASFF.Changes, String)] = [
    (["/Id": ASFF.gone], "/Id"), (["/Id": ""], "/Id"), (["/ProductArn": ASFF.gone], "/ProductArn"),
    (["/Resources": ASFF.gone], "/Resources"), (["/Resources": []], "/Resources/0/Id"),
    (["/Resources/0/Id": ASFF.gone], "/Resources/0/Id"),
    (["/UpdatedAt": ASFF.gone, "/ProcessedAt": ASFF.gone, "/LastObservedAt": ASFF.gone], "/UpdatedAt"),
  ]

  @Test(
    "30: a finding without identity, resources or a time is refused with what is missing",
    arguments: missingCases)
  func missing(changes: ASFF.Changes, path: String) throws {
    let refusal = try ASFF.refusal(changes)
    #expect(refusal.reason == .missingField)
    #expect(refusal.path == path)
  }

  @Test("Values of another type are refused where they name the finding")
  func badTypes() throws {
    #expect(try ASFF.refusal(["/Id": 7]).reason == .badType)
    #expect(try ASFF.refusal(["/ProductArn": ["a"]]).reason == .badType)
    #expect(try ASFF.refusal(["/Resources": "arn"]).reason == .badType)
  }

  static let spoofs: [ASFF.Changes] = [
    ["/ProductName": "Default"], ["/Compliance/SecurityControlId": ASFF.gone],
    ["/Compliance": ASFF.gone, "/GeneratorId": "x", "/ProductName": "GuardDuty", "/ProductFields": [:]],
    [
      "/Compliance": ASFF.gone, "/GeneratorId": "x", "/ProductName": "Amazon Inspector",
      "/ProductFields": [:],
    ],
  ]

  @Test("45: what an account imports under AWS's names is marked and kept apart", arguments: spoofs)
  func spoofed(changes: ASFF.Changes) throws {
    var changes = changes
    changes["/ProductArn"] = "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default"
    let spoofed = try ASFF.one(changes)
    #expect(spoofed.description?.value.isTrusted == false)
    #expect(spoofed.violation?.control.hasPrefix("123456789012/default/") == true)
  }

  @Test("45: an account's own product under its own name is trusted for itself")
  func ownProduct() throws {
    let changes: ASFF.Changes = [
      "/ProductArn": "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default",
      "/ProductName": "Our scanner", "/Compliance": ["Status": "FAILED"], "/GeneratorId": "our-rule",
      "/ProductFields": [:],
    ]
    let observation = try ASFF.one(changes)
    #expect(observation.description?.value.isTrusted == true)
    #expect(observation.violation?.control == "our-rule")
    // AWS's own ARN has no account in it.
    let forged = try ASFF.one([
      "/ProductArn": "arn:aws:securityhub:eu-west-1:123456789012:product/aws/securityhub"
    ])
    #expect(forged.description?.value.isTrusted == false)
  }

  @Test("46: what is shown of a bad value is short, printable and no secret")
  func safeMessages() throws {
    let secret = "AKIAIOSFODNN7EXAMPLE\u{1B}[31m\u{202E}" + String(repeating: "x", count: 500)
    let refusal = try ASFF.refusal(["/UpdatedAt": .string(secret)])
    #expect(!refusal.explanation.contains("IOSFODNN7EXAMPLE"))
    #expect(refusal.explanation.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    #expect(refusal.explanation.count < 200)
  }
}
