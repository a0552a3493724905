import Ingest
import JSONKit
import Remediation
import Testing

@Suite("Findings (ASFF): what they are about")
struct ASFFKeyTests {
  @Test("7: a Prowler check is keyed by its generator and keeps its own times")
  func prowler() throws {
    let observation = try ASFF.one([
      "/ProductArn": "arn:aws:securityhub:eu-west-1::product/prowler/prowler", "/ProductName": "Prowler",
      "/GeneratorId": "prowler-s3_bucket_public_access", "/Compliance": ["Status": "WARNING"],
      "/ProductFields": ["ProwlerResourceName": "x"], "/Workflow": ASFF.gone, "/Types": ["a"],
    ])
    #expect(observation.violation?.control == "prowler-s3_bucket_public_access")
    #expect(observation.description?.value.product == "prowler/prowler")
    #expect(observation.description?.value.isTrusted == true)
  }

  static let accountCases: [(JSONValue, String)] = [
    ("12345678910", "12345678910"), ("0123456789", "0123456789"), ("XXXXXXXXXXXX", "XXXXXXXXXXXX"),
    ("xxx", "xxx"), (123_456_789_012, "123456789012"), (1_234_567_890, "001234567890"), (1, "000000000001"),
    (1.2e11, "120000000000"), (1.5, "123456789012"), (-1, "123456789012"), (1e15, "123456789012"),
    (true, "123456789012"),
  ]

  @Test("12: account ids written as text are kept, numbers get their zeros back", arguments: accountCases)
  func accounts(value: JSONValue, account: String) throws {
    #expect(try ASFF.one(["/AwsAccountId": value]).violation?.account == account)
  }

  static let fsbp = "aws-foundational-security-best-practices/v/1.0.0"

  static let cis12 = "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0"

  static let controlCases: [(ASFF.Changes, String)] = [
    (["/Compliance/SecurityControlId": "EC2.172", "/GeneratorId": .string(fsbp + "/EC2.1")], "EC2.172"),
    (["/ProductFields": ["ControlId": "EC2.2"], "/GeneratorId": .string(fsbp + "/EC2.1")], "EC2.2"),
    (["/ProductFields": ["ControlId": "PCI.S3.1"], "/GeneratorId": "pci-dss/v/3.2.1/PCI.S3.1"], "PCI.S3.1"),
    (["/ProductFields": ["RuleId": "1.3", "StandardsGuideArn": .string(cis12)]], cis12Rule),
    (["/ProductFields": ["RuleId": "1.3"], "/GeneratorId": .string(cis12 + "/rule/1.3")], cis12Rule),
    (["/GeneratorId": "security-control/S3.8"], "S3.8"),
    (["/GeneratorId": .string(fsbp + "/EC2.1")], "EC2.1"),
    (["/GeneratorId": .string(cis12 + "/rule/1.3")], cis12Rule),
    (
      ["/GeneratorId": "cis-aws-foundations-benchmark/v/1.4.0/1.3"],
      "cis-aws-foundations-benchmark/v/1.4.0/1.3"
    ),
    (["/GeneratorId": ASFF.gone, "/Title": "EC2.1 snapshots should not be public"], "EC2.1"),
  ]

  static let cis12Rule = "cis-aws-foundations-benchmark/v/1.2.0/1.3"

  @Test("15 and 18: the control is found in each of its five places", arguments: controlCases)
  func controls(changes: ASFF.Changes, control: String) throws {
    var changes = changes
    if changes["/Compliance/SecurityControlId"] == nil {
      changes["/Compliance/SecurityControlId"] = ASFF.gone
    }
    #expect(try ASFF.one(changes).violation?.control == control)
  }

  @Test("16: the same check in two standards is one violation with two findings")
  func twoStandards() throws {
    let one = try ASFF.one()
    let other = try ASFF.one([
      "/Id": "arn:aws:securityhub:eu-west-1:123456789012:subscription/x/S3.8/finding/9",
      "/GeneratorId": .string(Self.fsbp + "/S3.8"),
    ])
    #expect(one.violation == other.violation)
    #expect(one.finding != other.finding)
  }

  @Test(
    "18: a control has one spelling",
    arguments: [
      ("iam.9", "IAM.9"), ("IAM.9", "IAM.9"), ("CLOUDTRAIL.1", "CloudTrail.1"), ("pci.s3.1", "PCI.S3.1"),
      ("NewService.3", "NewService.3"), ("custom-rule", "custom-rule"), ("1.3", "1.3"),
    ])
  func spelling(text: String, control: String) throws {
    #expect(try ASFF.one(["/Compliance/SecurityControlId": .string(text)]).violation?.control == control)
  }

  @Test("19: rule 1.3 of two versions of a standard is two controls")
  func ruleVersions() throws {
    let rules = try ["1.2.0", "1.4.0"].map { version in
      try ASFF.one([
        "/Compliance/SecurityControlId": ASFF.gone, "/GeneratorId": ASFF.gone,
        "/ProductFields": [
          "RuleId": "1.3",
          "StandardsArn": .string(
            "arn:aws:securityhub:::standards/cis-aws-foundations-benchmark/v/\(version)"),
        ],
      ]).violation?.control
    }
    #expect(
      rules == ["cis-aws-foundations-benchmark/v/1.2.0/1.3", "cis-aws-foundations-benchmark/v/1.4.0/1.3"])
  }

  @Test(
    "20: resource ids that are no ARNs are kept as they are",
    arguments: [
      "AWS::::Account:123456789012", "123456789012", "AWS::IAM::AccessKey:null",
      "golang:1.12-alpine (alpine 3.11.3)",
      "No trails", "i-0abc", "élan/é",
    ])
  func plainResources(id: String) throws {
    #expect(try ASFF.one(["/Resources/0/Id": .string(id)]).violation?.resources == [id])
  }

  @Test("21: several resources are sorted, in any order of the record one violation")
  func severalResources() throws {
    let ids = ["arn:b", "arn:a", "arn:c", "arn:a"]
    func resources(_ ids: [String]) -> JSONValue {
      .array(ids.map { ["Type": .string("T" + $0), "Id": .string($0)] })
    }
    let observation = try ASFF.one(["/Resources": resources(ids)])
    #expect(observation.violation?.resources == ["arn:a", "arn:b", "arn:c"])
    #expect(observation.violation == (try ASFF.one(["/Resources": resources(ids.reversed())]).violation))
    #expect(observation.description?.value.resourceTypes == ["Tarn:b", "Tarn:a", "Tarn:c"])
  }

  @Test("22: an organisation's analyzer reports for the owner of the resource")
  func accessAnalyzer() throws {
    let changes: ASFF.Changes = [
      "/ProductArn": "arn:aws:securityhub:eu-west-1::product/aws/access-analyzer",
      "/ProductName": "IAM Access Analyzer",
      "/GeneratorId": "aws/access-analyzer", "/Compliance": ASFF.gone,
      "/ProductFields": ["ResourceOwnerAccount": "210987654321"],
    ]
    #expect(try ASFF.one(changes).violation?.account == "210987654321")
    #expect(
      try ASFF.one(["/ProductFields": ["ResourceOwnerAccount": "210987654321"]]).violation?.account
        == "123456789012")
  }

  @Test("23: the region is taken from the resource, then the ARN, where the top has none")
  func regions() throws {
    let byResource: ASFF.Changes = ["/Region": ASFF.gone, "/Resources/0/Region": "eu-central-1"]
    #expect(try ASFF.one(byResource).violation?.region == "eu-central-1")
    let byFinding: ASFF.Changes = ["/Region": ASFF.gone, "/Resources/0/Region": ASFF.gone]
    #expect(try ASFF.one(byFinding).violation?.region == "eu-west-1")
    var nowhere = byFinding
    nowhere["/Id"] = "f"
    nowhere["/ProductArn"] = "my-product"
    #expect(try ASFF.one(nowhere).violation?.region == "unknown")
  }

  @Test("28: documents stored in Types do not become part of what the finding is about")
  func documentsInTypes() throws {
    let changes: ASFF.Changes = [
      "/ProductArn": "arn:aws:securityhub:eu-west-1::product/aws/guardduty", "/Compliance": ASFF.gone,
      "/GeneratorId": "g", "/Types": ["b", "a", .string(String(repeating: "x", count: 30_000))],
    ]
    #expect(try ASFF.one(changes).violation?.control == "g | a | b")
  }

  @Test("A finding that is no check is about its generator, types and CVE")
  func nonChecks() throws {
    let changes: ASFF.Changes = [
      "/ProductArn": "arn:aws:securityhub:eu-west-1::product/aws/inspector", "/GeneratorId": "AWSInspector",
      "/Compliance": ASFF.gone, "/ProductFields": ["aws/inspector/FindingStatus": "ACTIVE"],
      "/Types": ["Software and Configuration Checks/Vulnerabilities/CVE"],
      "/Vulnerabilities": [["Id": "CVE-2026-1"]],
    ]
    let observation = try ASFF.one(changes)
    #expect(
      observation.violation?.control
        == "AWSInspector | Software and Configuration Checks/Vulnerabilities/CVE | CVE-2026-1")
    #expect(observation.closedByProduct == false)
    var closed = changes
    closed["/ProductFields"] = ["aws/inspector/FindingStatus": "CLOSED"]
    #expect(try ASFF.one(closed).closedByProduct)
    closed["/ProductArn"] = "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default"
    #expect(try ASFF.one(closed).closedByProduct == false)
  }

  @Test("Partitions are taken from the product's ARN")
  func partitions() throws {
    let changes: ASFF.Changes = [
      "/ProductArn": "arn:aws-us-gov:securityhub:us-gov-west-1::product/aws/securityhub"
    ]
    #expect(try ASFF.one(changes).violation?.partition == "aws-us-gov")
  }
}
