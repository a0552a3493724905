import Ingest
import JSONKit
import Remediation
import Testing

@Suite("Findings (ASFF): what they say")
struct ASFFStateTests {
  @Test("A whole finding becomes an observation with every field in its place")
  func whole() throws {
    let observation = try ASFF.one()
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
    #expect(observation.times.updatedAt == Instant("2026-01-02T00:00:05.123Z"))
    #expect(observation.times.processedAt == (Instant("2026-01-02T00:00:11.250Z")))
    #expect(observation.times.lastObservedAt == (Instant("2026-01-02T00:00:09Z")))
    #expect(observation.times.firstObservedAt == (Instant("2026-01-01T00:00:01.500Z")))
    #expect(observation.times.createdAt == (Instant("2026-01-01T00:00:01.500Z")))
    #expect(observation.times.noteUpdatedAt == nil)
    let description = try #require(observation.description).value
    #expect(description.title == "S3 general purpose buckets should block public access")
    #expect(description.product == "aws/securityhub")
    #expect(description.generator == "security-control/S3.8")
    #expect(observation.accountName == "example-test")
    #expect(description.resourceTypes == ["AwsS3Bucket"])
    #expect(description.standards == ["standards/aws-foundational-security-best-practices/v/1.0.0"])
    #expect(description.requirements == ["NIST.800-53.r5 AC-3", "PCI DSS 1.2.1"])
    #expect(description.environment == "test")
    #expect(description.isTrusted)
  }

  @Test("3: WorkflowState is legacy and not read")
  func legacyWorkflow() throws {
    #expect(try ASFF.one(["/WorkflowState": "NEW", "/Workflow/Status": "RESOLVED"]).workflow == .resolved)
    #expect(try ASFF.one(["/WorkflowState": "RESOLVED", "/Workflow": ASFF.gone]).workflow == nil)
  }

  @Test("4: absent and null states are stated as absent")
  func absentStates() throws {
    for gone in [JSONValue?.none, .null] {
      let observation = try ASFF.one(["/Workflow": gone, "/RecordState": gone, "/VerificationState": gone])
      #expect(observation.workflow == nil && observation.recordState == nil && observation.verdict == nil)
    }
  }

  @Test("5: PASSED with workflow NEW is PASSED and NEW")
  func passedAndNew() throws {
    let observation = try ASFF.one(["/Compliance/Status": "PASSED", "/Workflow/Status": "NEW"])
    #expect(observation.compliance == .passed && observation.workflow == .new)
  }

  @Test("6: an unknown result is unrecognised, a missing one absent; neither is PASSED")
  func unknownCompliance() throws {
    #expect(try ASFF.one(["/Compliance/Status": "INFOED"]).compliance == .unrecognised)
    #expect(try ASFF.one(["/Compliance/Status": ASFF.gone]).compliance == nil)
    #expect(try ASFF.one(["/Compliance": ASFF.gone]).compliance == nil)
    #expect(try ASFF.one(["/Compliance/Status": "WARNING"]).compliance == .warning)
    #expect(try ASFF.one(["/Compliance/Status": "NOT_AVAILABLE"]).compliance == .notAvailable)
  }

  @Test("8 and 9: one Id with two results or other content gives two observations")
  func sameID() throws {
    let texts = [
      Fixture.finding(["/Compliance/Status": "PASSED"]), Fixture.finding(["/RecordState": "ARCHIVED"]),
    ]
    let reading = try Reading(texts.joined(separator: "\n"))
    #expect(reading.observations.map(\.compliance) == [.passed, .failed])
    #expect(reading.observations.map(\.recordState) == [.active, .archived])
    #expect(Set(reading.observations.map(\.finding)).count == 1)
  }

  static let severityCases: [(JSONValue, Severity)] = [
    (["Label": "CRITICAL", "Normalized": 1], .critical), (["Product": 8.0, "Normalized": 40], .medium),
    (["Normalized": 0], .informational), (["Normalized": 39], .low), (["Normalized": "70"], .high),
    (["Normalized": 90], .critical), (["Label": "URGENT", "Normalized": 89], .high), (["Original": 0], .low),
    (["Normalized": 101], .low), ([:], .low),
  ]

  @Test("13: severity from the label, else the number, else the provider", arguments: severityCases)
  func severities(value: JSONValue, severity: Severity) throws {
    let changes: ASFF.Changes = [
      "/Severity": value, "/FindingProviderFields": ["Severity": ["Label": "LOW"]],
    ]
    #expect(try ASFF.one(changes).severity == severity)
  }

  @Test("13: a finding without any severity states none")
  func noSeverity() throws {
    #expect(try ASFF.one(["/Severity": ASFF.gone]).severity == nil)
    let byNumber = try ASFF.one([
      "/Severity": ASFF.gone, "/FindingProviderFields": ["Severity": ["Normalized": 90]],
    ])
    #expect(byNumber.severity == .critical)
  }

  @Test("14: PASSED with its lowered severity is read as it stands")
  func passedSeverity() throws {
    let observation = try ASFF.one([
      "/Compliance/Status": "PASSED", "/Severity": ["Label": "INFORMATIONAL", "Normalized": 0],
    ])
    #expect(observation.severity == .informational)
  }

  @Test(
    "17: a finding archived by consolidation or with its control says so",
    arguments: [
      ("CONSOLIDATED_CONTROL_FINDINGS_UPDATE", ArchivalCause.consolidated),
      ("CONTROL_DISABLED", .controlDisabled),
    ])
  func archivalReasons(code: String, cause: ArchivalCause) throws {
    let changes: ASFF.Changes = [
      "/RecordState": "ARCHIVED", "/ProductFields": ["ArchivalReasons:0/ReasonCode": .string(code)],
    ]
    #expect(try ASFF.one(changes).archivalCause == cause)
  }

  @Test(
    "A resource that is ASFF.gone is told by the reason of the result",
    arguments: [
      "CONFIG_RETURNS_NOT_APPLICABLE", "CONFIG_EVALUATIONS_EMPTY",
    ])
  func resourceGone(code: String) throws {
    let reasons: JSONValue = [["ReasonCode": "OTHER"], ["ReasonCode": .string(code), "Description": "d"]]
    let archived: ASFF.Changes = ["/RecordState": "ARCHIVED", "/Compliance/StatusReasons": reasons]
    #expect(try ASFF.one(archived).archivalCause == .resourceGone)
    #expect(try ASFF.one(["/Compliance/StatusReasons": reasons]).archivalCause == nil)
    #expect(try ASFF.one(["/RecordState": "ARCHIVED"]).archivalCause == nil)
  }

  @Test("25: members of the read shape that the write shape refuses are read")
  func readShape() throws {
    let fields: JSONValue = ["Severity": ["Label": "HIGH", "Normalized": 70], "Types": ["x"]]
    #expect(try ASFF.one(["/FindingProviderFields": fields]).severity == .high)
  }

  @Test("26 and 27: markup and text of any language are kept as written")
  func markup() throws {
    let title = "<root_account> & \"quotes\" – détecté 漢字 \u{1F512}"
    #expect(try ASFF.one(["/Title": .string(title)]).description?.value.title == title)
    let escaped = Fixture.finding().replacing("S3 general", with: "\\u003cb\\u003e \\ud83d\\udd12 general")
    #expect(try Reading.one(escaped).description?.value.title.hasPrefix("<b> \u{1F512} general") == true)
  }

  @Test("27: a finding of 200 KB is read")
  func large() throws {
    #expect(
      try ASFF.one(["/Description": .string(String(repeating: "é", count: 100_000))]) == (try ASFF.one()))
  }

  @Test("Verdicts are read by their words")
  func verdicts() throws {
    let words: [(String, Verdict?)] = [
      ("UNKNOWN", .unknown), ("TRUE_POSITIVE", .truePositive), ("FALSE_POSITIVE", .falsePositive),
      ("BENIGN_POSITIVE", .benign), ("MAYBE", nil),
    ]
    for (word, verdict) in words {
      #expect(try ASFF.one(["/VerificationState": .string(word)]).verdict == verdict)
    }
  }

  @Test(
    "The environment is the tag of the first resource that has one",
    arguments: ["Environment", "environment"])
  func environment(name: String) throws {
    let resources: JSONValue = [["Id": "a"], ["Id": "b", "Tags": .object([.init(name, "prod")])]]
    #expect(try ASFF.one(["/Resources": resources]).description?.value.environment == "prod")
  }
}
