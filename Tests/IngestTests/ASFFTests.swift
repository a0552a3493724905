import Ingest
import JSONKit
import Remediation
import Testing

@Suite("Findings (ASFF), by pitfall")
struct ASFFTests {
  typealias Changes = [String: JSONValue?]

  /// Removes a member.
  static let gone = JSONValue?.none

  static func one(_ changes: Changes = [:]) throws -> Observation { try Reading.one(Fixture.finding(changes)) }
  static func refusal(_ changes: Changes) throws -> RejectedRecord {
    try Reading.refusal(Fixture.finding(changes))
  }
  static func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  @Test("A whole finding becomes an observation with every field in its place")
  func whole() throws {
    let observation = try Self.one()
    #expect(observation.kind == .snapshot)
    #expect(observation.finding == FindingIdentity(productArn: Fixture.productArn, id: Fixture.findingID))
    #expect(
      observation.violation
        == ViolationKey(
          partition: "aws", account: "123456789012", region: "eu-west-1", control: "S3.8",
          resources: ["arn:aws:s3:::example-bucket"]))
    #expect(observation.severity == .high)
    #expect(observation.compliance == .failed)
    #expect(observation.workflow == .new)
    #expect(observation.recordState == .active)
    #expect(observation.verdict == nil)
    #expect(observation.archivalCause == nil)
    #expect(observation.closedByProduct == false)
    #expect(observation.times.updatedAt == (try Self.instant("2026-01-02T00:00:05.123Z")))
    #expect(observation.times.processedAt == (try Self.instant("2026-01-02T00:00:11.250Z")))
    #expect(observation.times.lastObservedAt == (try Self.instant("2026-01-02T00:00:09Z")))
    #expect(observation.times.firstObservedAt == (try Self.instant("2026-01-01T00:00:01.500Z")))
    #expect(observation.times.createdAt == (try Self.instant("2026-01-01T00:00:01.500Z")))
    #expect(observation.times.noteUpdatedAt == nil)
    let description = try #require(observation.description)
    #expect(description.title == "S3 general purpose buckets should block public access")
    #expect(description.product == "aws/securityhub")
    #expect(description.generator == "security-control/S3.8")
    #expect(description.accountName == "example-test")
    #expect(description.resourceTypes == ["AwsS3Bucket"])
    #expect(description.standards == ["standards/aws-foundational-security-best-practices/v/1.0.0"])
    #expect(description.requirements == ["NIST.800-53.r5 AC-3", "PCI DSS 1.2.1"])
    #expect(description.environment == "test")
    #expect(description.isTrusted)
  }

  @Test("1: LastObservedAt may be later or earlier than UpdatedAt; the latest time dates the record", arguments: [
    "2026-01-02T00:00:22Z", "2026-01-01T00:00:00Z",
  ])
  func observedAt(text: String) throws {
    let times = try Self.one(["/LastObservedAt": .string(text)]).times
    #expect(times.lastObservedAt == Instant(text))
    #expect(times.latest == [Instant(text), times.processedAt].compactMap { $0 }.max())
  }

  @Test("2: a person's change that leaves UpdatedAt alone moves the event time")
  func humanChange() throws {
    let observation = try Self.one([
      "/Workflow/Status": "SUPPRESSED", "/ProcessedAt": "2026-01-05T12:45:06.702Z",
      "/Note": ["Text": "accepted", "UpdatedBy": "ann", "UpdatedAt": "2026-01-05T12:45:06.677Z"],
    ])
    #expect(observation.workflow == .suppressed)
    #expect(observation.times.updatedAt == Instant("2026-01-02T00:00:05.123Z"))
    #expect(observation.times.noteUpdatedAt == Instant("2026-01-05T12:45:06.677Z"))
    #expect(observation.times.latest == Instant("2026-01-05T12:45:06.702Z"))
  }

  @Test("3: WorkflowState is legacy and not read")
  func legacyWorkflow() throws {
    #expect(try Self.one(["/WorkflowState": "NEW", "/Workflow/Status": "RESOLVED"]).workflow == .resolved)
    #expect(try Self.one(["/WorkflowState": "RESOLVED", "/Workflow": Self.gone]).workflow == nil)
  }

  @Test("4: absent and null states are stated as absent")
  func absentStates() throws {
    for gone in [JSONValue?.none, .null] {
      let observation = try Self.one(["/Workflow": gone, "/RecordState": gone, "/VerificationState": gone])
      #expect(observation.workflow == nil && observation.recordState == nil && observation.verdict == nil)
    }
  }

  @Test("5: PASSED with workflow NEW is PASSED and NEW")
  func passedAndNew() throws {
    let observation = try Self.one(["/Compliance/Status": "PASSED", "/Workflow/Status": "NEW"])
    #expect(observation.compliance == .passed && observation.workflow == .new)
  }

  @Test("6: an unknown result is unrecognised, a missing one absent; neither is PASSED")
  func unknownCompliance() throws {
    #expect(try Self.one(["/Compliance/Status": "INFOED"]).compliance == .unrecognised)
    #expect(try Self.one(["/Compliance/Status": Self.gone]).compliance == nil)
    #expect(try Self.one(["/Compliance": Self.gone]).compliance == nil)
    #expect(try Self.one(["/Compliance/Status": "WARNING"]).compliance == .warning)
    #expect(try Self.one(["/Compliance/Status": "NOT_AVAILABLE"]).compliance == .notAvailable)
  }

  @Test("7: a Prowler check is keyed by its generator and keeps its own times")
  func prowler() throws {
    let observation = try Self.one([
      "/ProductArn": "arn:aws:securityhub:eu-west-1::product/prowler/prowler", "/ProductName": "Prowler",
      "/GeneratorId": "prowler-s3_bucket_public_access", "/Compliance": ["Status": "WARNING"],
      "/ProductFields": ["ProwlerResourceName": "x"], "/Workflow": Self.gone, "/Types": ["a"],
    ])
    #expect(observation.violation?.control == "prowler-s3_bucket_public_access")
    #expect(observation.description?.product == "prowler/prowler")
    #expect(observation.description?.isTrusted == true)
  }

  @Test("8 and 9: one Id with two results or other content gives two observations")
  func sameID() throws {
    let texts = [Fixture.finding(["/Compliance/Status": "PASSED"]), Fixture.finding(["/RecordState": "ARCHIVED"])]
    let reading = try Reading(texts.joined(separator: "\n"))
    #expect(reading.observations.map(\.compliance) == [.passed, .failed])
    #expect(reading.observations.map(\.recordState) == [.active, .archived])
    #expect(Set(reading.observations.map(\.finding)).count == 1)
  }

  @Test("10: every shape of timestamp is read", arguments: [
    ("2026-01-02T03:04:05Z", 0), ("2026-01-02T03:04:05.678Z", 678), ("2026-01-02T03:04:05.678901Z", 678),
    ("2026-01-02T03:04:05.678901+00:00", 678), ("2026-01-01T23:04:05.6789-04:00", 678),
    ("2026-01-01T23:04:05.67890-04:00", 678), ("2026-01-01T23:04:05.678901-0400", 678), ("2026-01-02T03:04:05+00:00", 0),
    ("2026-01-02T05:04:05.1+02", 100), ("2026-01-02 03:04:05.678901+00:00", 678), ("2026-01-02T03:04:05.123456789Z", 123),
    ("2026-01-02T21:04:05+18:00", 0),
  ])
  func timestamps(text: String, milliseconds: Int64) throws {
    let expected = try Self.instant("2026-01-02T03:04:05Z").advanced(byMilliseconds: milliseconds)
    #expect(try Self.one(["/UpdatedAt": .string(text)]).times.updatedAt == expected)
  }

  @Test("10: a leap second is the next midnight")
  func leapSecond() throws {
    let times = try Self.one(["/UpdatedAt": "2025-12-31T23:59:60Z"]).times
    #expect(times.updatedAt == Instant("2026-01-01T00:00:00Z"))
  }

  @Test("A time that is there and can not be read refuses the finding", arguments: [
    "/UpdatedAt", "/ProcessedAt", "/LastObservedAt", "/FirstObservedAt", "/CreatedAt", "/Note/UpdatedAt",
  ])
  func badTimestamp(path: String) throws {
    for value in ["", "yesterday", "2026-02-30T00:00:00Z", "2026-01-02T00:00:00", 1_767_312_000, ["a"]] as [JSONValue] {
      let refusal = try Self.refusal([path: value])
      #expect(refusal.reason == .badTimestamp)
      #expect(refusal.path == path)
      #expect(refusal.hint?.isEmpty == false)
    }
    if path != "/UpdatedAt" { _ = try Self.one([path: .null]) }
  }

  @Test("11: GeneratorId, Description and the account may be absent or null")
  func absentRequired() throws {
    for gone in [JSONValue?.none, .null] {
      let observation = try Self.one(["/GeneratorId": gone, "/Description": gone, "/AwsAccountId": gone])
      #expect(observation.violation?.account == "123456789012")
      #expect(observation.violation?.control == "S3.8")
      #expect(observation.description?.generator == "")
    }
    let unknown = try Self.one(["/AwsAccountId": .null, "/Id": "finding-1"])
    #expect(unknown.violation?.account == "unknown")
    let byResource = try Self.one([
      "/AwsAccountId": .null, "/Id": "finding-1", "/Resources/0/Id": "arn:aws:ec2:eu-west-1:210987654321:instance/i-1",
    ])
    #expect(byResource.violation?.account == "210987654321")
  }

  static let accountCases: [(JSONValue, String)] = [
    ("12345678910", "12345678910"), ("0123456789", "0123456789"), ("XXXXXXXXXXXX", "XXXXXXXXXXXX"),
    ("xxx", "xxx"), (123_456_789_012, "123456789012"), (1_234_567_890, "001234567890"), (1, "000000000001"),
    (1.2e11, "120000000000"), (1.5, "123456789012"), (-1, "123456789012"), (1e15, "123456789012"), (true, "123456789012"),
  ]

  @Test("12: account ids written as text are kept, numbers get their zeros back", arguments: accountCases)
  func accounts(value: JSONValue, account: String) throws {
    #expect(try Self.one(["/AwsAccountId": value]).violation?.account == account)
  }

  static let severityCases: [(JSONValue, Severity)] = [
    (["Label": "CRITICAL", "Normalized": 1], .critical), (["Product": 8.0, "Normalized": 40], .medium),
    (["Normalized": 0], .informational), (["Normalized": 39], .low), (["Normalized": "70"], .high),
    (["Normalized": 90], .critical), (["Label": "URGENT", "Normalized": 89], .high), (["Original": 0], .low),
    (["Normalized": 101], .low), ([:], .low),
  ]

  @Test("13: severity from the label, else the number, else the provider", arguments: severityCases)
  func severities(value: JSONValue, severity: Severity) throws {
    let changes: Changes = ["/Severity": value, "/FindingProviderFields": ["Severity": ["Label": "LOW"]]]
    #expect(try Self.one(changes).severity == severity)
  }

  @Test("13: a finding without any severity states none")
  func noSeverity() throws {
    #expect(try Self.one(["/Severity": Self.gone]).severity == nil)
    let byNumber = try Self.one(["/Severity": Self.gone, "/FindingProviderFields": ["Severity": ["Normalized": 90]]])
    #expect(byNumber.severity == .critical)
  }

  @Test("14: PASSED with its lowered severity is read as it stands")
  func passedSeverity() throws {
    let observation = try Self.one(["/Compliance/Status": "PASSED", "/Severity": ["Label": "INFORMATIONAL", "Normalized": 0]])
    #expect(observation.severity == .informational)
  }

  static let fsbp = "aws-foundational-security-best-practices/v/1.0.0"
  static let cis12 = "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0"

  static let controlCases: [(Changes, String)] = [
    (["/Compliance/SecurityControlId": "EC2.172", "/GeneratorId": .string(fsbp + "/EC2.1")], "EC2.172"),
    (["/ProductFields": ["ControlId": "EC2.2"], "/GeneratorId": .string(fsbp + "/EC2.1")], "EC2.2"),
    (["/ProductFields": ["ControlId": "PCI.S3.1"], "/GeneratorId": "pci-dss/v/3.2.1/PCI.S3.1"], "PCI.S3.1"),
    (["/ProductFields": ["RuleId": "1.3", "StandardsGuideArn": .string(cis12)]], cis12Rule),
    (["/ProductFields": ["RuleId": "1.3"], "/GeneratorId": .string(cis12 + "/rule/1.3")], cis12Rule),
    (["/GeneratorId": "security-control/S3.8"], "S3.8"), (["/GeneratorId": .string(fsbp + "/EC2.1")], "EC2.1"),
    (["/GeneratorId": .string(cis12 + "/rule/1.3")], cis12Rule),
    (["/GeneratorId": "cis-aws-foundations-benchmark/v/1.4.0/1.3"], "cis-aws-foundations-benchmark/v/1.4.0/1.3"),
    (["/GeneratorId": gone, "/Title": "EC2.1 snapshots should not be public"], "EC2.1"),
  ]
  static let cis12Rule = "cis-aws-foundations-benchmark/v/1.2.0/1.3"

  @Test("15 and 18: the control is found in each of its five places", arguments: controlCases)
  func controls(changes: Changes, control: String) throws {
    var changes = changes
    if changes["/Compliance/SecurityControlId"] == nil { changes["/Compliance/SecurityControlId"] = Self.gone }
    #expect(try Self.one(changes).violation?.control == control)
  }

  @Test("16: the same check in two standards is one violation with two findings")
  func twoStandards() throws {
    let one = try Self.one()
    let other = try Self.one(["/Id": "arn:aws:securityhub:eu-west-1:123456789012:subscription/x/S3.8/finding/9",
      "/GeneratorId": .string(Self.fsbp + "/S3.8")])
    #expect(one.violation == other.violation)
    #expect(one.finding != other.finding)
  }

  @Test("17: a finding archived by consolidation or with its control says so", arguments: [
    ("CONSOLIDATED_CONTROL_FINDINGS_UPDATE", ArchivalCause.consolidated), ("CONTROL_DISABLED", .controlDisabled),
  ])
  func archivalReasons(code: String, cause: ArchivalCause) throws {
    let changes: Changes = [
      "/RecordState": "ARCHIVED", "/ProductFields": ["ArchivalReasons:0/ReasonCode": .string(code)],
    ]
    #expect(try Self.one(changes).archivalCause == cause)
  }

  @Test("A resource that is gone is told by the reason of the result", arguments: [
    "CONFIG_RETURNS_NOT_APPLICABLE", "CONFIG_EVALUATIONS_EMPTY",
  ])
  func resourceGone(code: String) throws {
    let reasons: JSONValue = [["ReasonCode": "OTHER"], ["ReasonCode": .string(code), "Description": "d"]]
    let archived: Changes = ["/RecordState": "ARCHIVED", "/Compliance/StatusReasons": reasons]
    #expect(try Self.one(archived).archivalCause == .resourceGone)
    #expect(try Self.one(["/Compliance/StatusReasons": reasons]).archivalCause == nil)
    #expect(try Self.one(["/RecordState": "ARCHIVED"]).archivalCause == nil)
  }

  @Test("18: a control has one spelling", arguments: [
    ("iam.9", "IAM.9"), ("IAM.9", "IAM.9"), ("CLOUDTRAIL.1", "CloudTrail.1"), ("pci.s3.1", "PCI.S3.1"),
    ("NewService.3", "NewService.3"), ("custom-rule", "custom-rule"), ("1.3", "1.3"),
  ])
  func spelling(text: String, control: String) throws {
    #expect(try Self.one(["/Compliance/SecurityControlId": .string(text)]).violation?.control == control)
  }

  @Test("19: rule 1.3 of two versions of a standard is two controls")
  func ruleVersions() throws {
    let rules = try ["1.2.0", "1.4.0"].map { version in
      try Self.one([
        "/Compliance/SecurityControlId": Self.gone, "/GeneratorId": Self.gone,
        "/ProductFields": ["RuleId": "1.3", "StandardsArn": .string(
          "arn:aws:securityhub:::standards/cis-aws-foundations-benchmark/v/\(version)")],
      ]).violation?.control
    }
    #expect(rules == ["cis-aws-foundations-benchmark/v/1.2.0/1.3", "cis-aws-foundations-benchmark/v/1.4.0/1.3"])
  }

  @Test("20: resource ids that are no ARNs are kept as they are", arguments: [
    "AWS::::Account:123456789012", "123456789012", "AWS::IAM::AccessKey:null", "golang:1.12-alpine (alpine 3.11.3)",
    "No trails", "i-0abc", "élan/é",
  ])
  func plainResources(id: String) throws {
    #expect(try Self.one(["/Resources/0/Id": .string(id)]).violation?.resources == [id])
  }

  @Test("21: several resources are sorted, in any order of the record one violation")
  func severalResources() throws {
    let ids = ["arn:b", "arn:a", "arn:c", "arn:a"]
    func resources(_ ids: [String]) -> JSONValue {
      .array(ids.map { ["Type": .string("T" + $0), "Id": .string($0)] })
    }
    let observation = try Self.one(["/Resources": resources(ids)])
    #expect(observation.violation?.resources == ["arn:a", "arn:b", "arn:c"])
    #expect(observation.violation == (try Self.one(["/Resources": resources(ids.reversed())]).violation))
    #expect(observation.description?.resourceTypes == ["Tarn:b", "Tarn:a", "Tarn:c"])
  }

  @Test("22: an organisation's analyzer reports for the owner of the resource")
  func accessAnalyzer() throws {
    let changes: Changes = [
      "/ProductArn": "arn:aws:securityhub:eu-west-1::product/aws/access-analyzer", "/ProductName": "IAM Access Analyzer",
      "/GeneratorId": "aws/access-analyzer", "/Compliance": Self.gone,
      "/ProductFields": ["ResourceOwnerAccount": "210987654321"],
    ]
    #expect(try Self.one(changes).violation?.account == "210987654321")
    #expect(try Self.one(["/ProductFields": ["ResourceOwnerAccount": "210987654321"]]).violation?.account == "123456789012")
  }

  @Test("23: the region is taken from the resource, then the ARN, where the top has none")
  func regions() throws {
    let byResource: Changes = ["/Region": Self.gone, "/Resources/0/Region": "eu-central-1"]
    #expect(try Self.one(byResource).violation?.region == "eu-central-1")
    let byFinding: Changes = ["/Region": Self.gone, "/Resources/0/Region": Self.gone]
    #expect(try Self.one(byFinding).violation?.region == "eu-west-1")
    var nowhere = byFinding
    nowhere["/Id"] = "f"
    nowhere["/ProductArn"] = "my-product"
    #expect(try Self.one(nowhere).violation?.region == "unknown")
  }

  @Test("24: foreign members are passed over, samples are refused")
  func foreignMembers() throws {
    let plain = try Self.one()
    #expect(try Self.one(["/approximateArrivalTimestamp": 1_562_861_589.38, "/updatedAt": "never", "/Sample": false]) == plain)
    #expect(try Self.refusal(["/Sample": true]).reason == .sampleFinding)
    #expect(try Self.refusal(["/Sample": "true"]).reason == .sampleFinding)
  }

  @Test("25: members of the read shape that the write shape refuses are read")
  func readShape() throws {
    let fields: JSONValue = ["Severity": ["Label": "HIGH", "Normalized": 70], "Types": ["x"]]
    #expect(try Self.one(["/FindingProviderFields": fields]).severity == .high)
  }

  @Test("26 and 27: markup and text of any language are kept as written")
  func markup() throws {
    let title = "<root_account> & \"quotes\" – détecté 漢字 \u{1F512}"
    #expect(try Self.one(["/Title": .string(title)]).description?.title == title)
    let escaped = Fixture.finding().replacing("S3 general", with: "\\u003cb\\u003e \\ud83d\\udd12 general")
    #expect(try Reading.one(escaped).description?.title.hasPrefix("<b> \u{1F512} general") == true)
  }

  @Test("27: a finding of 200 KB is read")
  func large() throws {
    #expect(try Self.one(["/Description": .string(String(repeating: "é", count: 100_000))]) == (try Self.one()))
  }

  @Test("28: documents stored in Types do not become part of what the finding is about")
  func documentsInTypes() throws {
    let changes: Changes = [
      "/ProductArn": "arn:aws:securityhub:eu-west-1::product/aws/guardduty", "/Compliance": Self.gone,
      "/GeneratorId": "g", "/Types": ["b", "a", .string(String(repeating: "x", count: 30_000))],
    ]
    #expect(try Self.one(changes).violation?.control == "g | a | b")
  }

  @Test("A finding that is no check is about its generator, types and CVE")
  func nonChecks() throws {
    let changes: Changes = [
      "/ProductArn": "arn:aws:securityhub:eu-west-1::product/aws/inspector", "/GeneratorId": "AWSInspector",
      "/Compliance": Self.gone, "/ProductFields": ["aws/inspector/FindingStatus": "ACTIVE"],
      "/Types": ["Software and Configuration Checks/Vulnerabilities/CVE"], "/Vulnerabilities": [["Id": "CVE-2026-1"]],
    ]
    let observation = try Self.one(changes)
    #expect(
      observation.violation?.control
        == "AWSInspector | Software and Configuration Checks/Vulnerabilities/CVE | CVE-2026-1")
    #expect(observation.closedByProduct == false)
    var closed = changes
    closed["/ProductFields"] = ["aws/inspector/FindingStatus": "CLOSED"]
    #expect(try Self.one(closed).closedByProduct)
    closed["/ProductArn"] = "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default"
    #expect(try Self.one(closed).closedByProduct == false)
  }

  static let missingCases: [(Changes, String)] = [
    (["/Id": gone], "/Id"), (["/Id": ""], "/Id"), (["/ProductArn": gone], "/ProductArn"),
    (["/Resources": gone], "/Resources"), (["/Resources": []], "/Resources/0/Id"),
    (["/Resources/0/Id": gone], "/Resources/0/Id"),
    (["/UpdatedAt": gone, "/ProcessedAt": gone, "/LastObservedAt": gone], "/UpdatedAt"),
  ]

  @Test("30: a finding without identity, resources or a time is refused with what is missing", arguments: missingCases)
  func missing(changes: Changes, path: String) throws {
    let refusal = try Self.refusal(changes)
    #expect(refusal.reason == .missingField)
    #expect(refusal.path == path)
  }

  @Test("A time of delivery dates a finding that has no time of its own")
  func datedByEnvelope() throws {
    let bare = Fixture.finding(["/UpdatedAt": Self.gone, "/ProcessedAt": Self.gone, "/LastObservedAt": Self.gone])
    let reading = try Reading(ContainerTests.eventBridge("Imported", "[" + bare + "]"))
    #expect(reading.texts == [bare])
    #expect(reading.observations.first?.eventTimeOf(reading.records.first) == Instant(ContainerTests.time))
  }

  @Test("Values of another type are refused where they name the finding")
  func badTypes() throws {
    #expect(try Self.refusal(["/Id": 7]).reason == .badType)
    #expect(try Self.refusal(["/ProductArn": ["a"]]).reason == .badType)
    #expect(try Self.refusal(["/Resources": "arn"]).reason == .badType)
  }

  @Test("33: datetime objects of recorded answers are times")
  func placebo() throws {
    let value: JSONValue = [
      "__class__": "datetime", "year": 2026, "month": 1, "day": 2, "hour": 3, "minute": 4, "second": 5,
      "microsecond": 678_901,
    ]
    #expect(try Self.one(["/UpdatedAt": value]).times.updatedAt == Instant("2026-01-02T03:04:05.678Z"))
    #expect(try Self.refusal(["/UpdatedAt": value.setting(["month"], to: 13)]).reason == .badTimestamp)
    #expect(try Self.refusal(["/UpdatedAt": value.setting(["day"], to: 32)]).reason == .badTimestamp)
    #expect(try Self.refusal(["/UpdatedAt": value.setting(["__class__"], to: "date")]).reason == .badTimestamp)
  }

  static let spoofs: [Changes] = [
    ["/ProductName": "Default"], ["/Compliance/SecurityControlId": gone],
    ["/Compliance": gone, "/GeneratorId": "x", "/ProductName": "GuardDuty", "/ProductFields": [:]],
    ["/Compliance": gone, "/GeneratorId": "x", "/ProductName": "Amazon Inspector", "/ProductFields": [:]],
  ]

  @Test("45: what an account imports under AWS's names is marked and kept apart", arguments: spoofs)
  func spoofed(changes: Changes) throws {
    var changes = changes
    changes["/ProductArn"] = "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default"
    let spoofed = try Self.one(changes)
    #expect(spoofed.description?.isTrusted == false)
    #expect(spoofed.violation?.control.hasPrefix("123456789012/default/") == true)
  }

  @Test("45: an account's own product under its own name is trusted for itself")
  func ownProduct() throws {
    let changes: Changes = [
      "/ProductArn": "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default",
      "/ProductName": "Our scanner", "/Compliance": ["Status": "FAILED"], "/GeneratorId": "our-rule", "/ProductFields": [:],
    ]
    let observation = try Self.one(changes)
    #expect(observation.description?.isTrusted == true)
    #expect(observation.violation?.control == "our-rule")
    // AWS's own ARN has no account in it.
    let forged = try Self.one(["/ProductArn": "arn:aws:securityhub:eu-west-1:123456789012:product/aws/securityhub"])
    #expect(forged.description?.isTrusted == false)
  }

  @Test("46: what is shown of a bad value is short, printable and no secret")
  func safeMessages() throws {
    let secret = "AKIAIOSFODNN7EXAMPLE\u{1B}[31m\u{202E}" + String(repeating: "x", count: 500)
    let refusal = try Self.refusal(["/UpdatedAt": .string(secret)])
    #expect(!refusal.explanation.contains("IOSFODNN7EXAMPLE"))
    #expect(refusal.explanation.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    #expect(refusal.explanation.count < 200)
  }

  @Test("Verdicts are read by their words")
  func verdicts() throws {
    let words: [(String, Verdict?)] = [
      ("UNKNOWN", .unknown), ("TRUE_POSITIVE", .truePositive), ("FALSE_POSITIVE", .falsePositive),
      ("BENIGN_POSITIVE", .benign), ("MAYBE", nil),
    ]
    for (word, verdict) in words { #expect(try Self.one(["/VerificationState": .string(word)]).verdict == verdict) }
  }

  @Test("Partitions are taken from the product's ARN")
  func partitions() throws {
    let changes: Changes = ["/ProductArn": "arn:aws-us-gov:securityhub:us-gov-west-1::product/aws/securityhub"]
    #expect(try Self.one(changes).violation?.partition == "aws-us-gov")
  }

  @Test("The environment is the tag of the first resource that has one", arguments: ["Environment", "environment"])
  func environment(name: String) throws {
    let resources: JSONValue = [["Id": "a"], ["Id": "b", "Tags": .object([.init(name, "prod")])]]
    #expect(try Self.one(["/Resources": resources]).description?.environment == "prod")
  }
}

extension Observation {
  func eventTimeOf(_ record: IncomingRecord?) -> Instant? {
    times.eventTime(earliestEnvelope: record?.envelopeTime)
  }
}
