import Ingest
import JSONKit
import Testing

@Suite("Details of a record")
struct DetailsTests {
  @Test("A finding's texts are read again from its bytes")
  func finding() throws {
    let text = Fixture.finding([
      "/Note": ["Text": "accepted", "UpdatedBy": "ann", "UpdatedAt": "2026-01-05T12:45:06.677Z"],
      "/UserDefinedFields": ["ticket": "SEC-1"],
      "/Compliance/StatusReasons": [["ReasonCode": "R", "Description": "why"]],
      "/Compliance/SecurityControlParameters": [["Name": "days", "Value": ["30", "60"]]],
      "/Vulnerabilities": [["Id": "CVE-2026-1"]],
      "/FindingProviderFields": ["Severity": ["Label": "LOW", "Original": 1.5]],
    ])
    guard case .finding(let finding) = RecordDetails.read(Array(text.utf8), source: .asff) else {
      throw NotOne(found: 0, rejected: [])
    }
    #expect(finding.id == Fixture.findingID && finding.productArn == Fixture.productArn)
    #expect(finding.title == "S3 general purpose buckets should block public access")
    #expect(finding.description == "A check of one bucket.")
    #expect(
      finding.remediationText == "Block public access."
        && finding.remediationURL == "https://example.com/S3.8")
    #expect(finding.note == .init(text: "accepted", updatedBy: "ann", updatedAt: "2026-01-05T12:45:06.677Z"))
    #expect(finding.userDefinedFields == [DetailPair(name: "ticket", value: "SEC-1")])
    #expect(finding.statusReasons == [.init(code: "R", description: "why")])
    #expect(finding.controlParameters == [DetailPair(name: "days", value: "30, 60")])
    #expect(finding.vulnerabilities == ["CVE-2026-1"])
    #expect(finding.severity == .init(label: "HIGH", normalized: "70", original: "HIGH"))
    #expect(finding.providerSeverity == .init(label: "LOW", normalized: nil, original: "1.5"))
    #expect(finding.standards == ["standards/aws-foundational-security-best-practices/v/1.0.0"])
    #expect(finding.requirements == ["NIST.800-53.r5 AC-3", "PCI DSS 1.2.1"])
    #expect(
      finding.workflowStatus == "NEW" && finding.complianceStatus == "FAILED"
        && finding.recordState == "ACTIVE")
    let resource = try #require(finding.resources.first)
    #expect(resource.id == "arn:aws:s3:::example-bucket" && resource.type == "AwsS3Bucket")
    #expect(
      resource.tags == [
        DetailPair(name: "Environment", value: "test"), DetailPair(name: "Owner", value: "team-1"),
      ])
    #expect(
      resource.settings == "{\"AwsS3Bucket\":{\"OwnerId\":\"abc\",\"CreatedAt\":\"2025-12-01T00:00:00Z\"}}")
    #expect(
      finding.times.map(\.name) == [
        "FirstObservedAt", "CreatedAt", "UpdatedAt", "LastObservedAt", "ProcessedAt",
      ])
  }

  @Test("A change says who changed what")
  func change() throws {
    let text = Fixture.history(
      [["UpdatedField": "Workflow.Status", "OldValue": "NEW", "NewValue": "RESOLVED"]], created: "true")
    guard case .change(let change) = RecordDetails.read(Array(text.utf8), source: .findingHistory) else {
      throw NotOne(found: 0, rejected: [])
    }
    #expect(change.findingID == Fixture.findingID && change.isCreation)
    #expect(change.updateType == "BATCH_UPDATE_FINDINGS")
    #expect(change.updatedBy == "arn:aws:sts::123456789012:assumed-role/Sec/ann")
    #expect(change.changes == [.init(field: "Workflow.Status", before: "NEW", after: "RESOLVED")])
  }

  @Test("An entry shows all that the format has")
  func entry() throws {
    let data: JSONValue = [
      "lane": "repair", "decision": "auto", "policy": ["id": "p", "version": "3", "digest": "d"],
      "checks": [["name": "env", "expected": ["a"], "actual": 1, "passed": false], ["no": "name"]],
      "reason": ["code": "c", "text": "t"],
      "change": [
        "summary": "s", "reference": ["pr-1", "ct-2"], "before": ["open": true], "after": "closed",
      ],
      "executor": ["kind": "automation", "id": "i", "session": "s-1", "role": "r-1"],
      "workflow": ["id": "w", "version": "2"],
      "ticket": ["system": "jira", "url": "https://example.com/1"], "justification": "j",
      "restored": ["x": 1], "score": 9.5,
    ]
    let text = Fixture.event("remediation.decided", data)
    guard case .entry(let entry) = RecordDetails.read(Array(text.utf8), source: .cloudEvents) else {
      throw NotOne(found: 0, rejected: [])
    }
    #expect(
      entry.id == "e-1" && entry.correlation == "case-17" && entry.type == "closeout.remediation.decided")
    #expect(entry.policy == .init(id: "p", version: "3", digest: "d"))
    #expect(entry.checks == [.init(name: "env", expected: "[\"a\"]", actual: "1", passed: false)])
    #expect(entry.reason == "c" && entry.reasonText == "t")
    #expect(entry.change.summary == "s" && entry.change.reference == "[\"pr-1\",\"ct-2\"]")
    #expect(entry.change.before == "{\"open\":true}" && entry.change.after == "closed")
    #expect(entry.executor == .init(kind: "automation", id: "i", session: "s-1", role: "r-1"))
    #expect(entry.workflow == .init(id: "w", version: "2"))
    #expect(entry.ticket == .init(system: "jira", key: nil, url: "https://example.com/1"))
    #expect(entry.justification == "j" && entry.restored == "{\"x\":1}" && entry.score == "9.5")
  }

  @Test("Bytes of another kind give nothing or little, and never an error", arguments: SourceKind.allCases)
  func tolerant(source: SourceKind) {
    #expect(RecordDetails.read([], source: source) == nil)
    #expect(RecordDetails.read(Array("{".utf8), source: source) == nil)
    for text in ["[]", "{}", "{\"Resources\":1,\"Note\":[],\"Updates\":{},\"data\":3}"] {
      let details = RecordDetails.read(Array(text.utf8), source: source)
      #expect((details == nil) == (source == .mapped))
    }
  }
}
