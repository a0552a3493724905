import Evidence
import Ingest
import JSONKit
import Remediation
import TransparencyLog

/// Records written by hand, as their sources would have written them.
enum Story {
  static let product = "arn:aws:securityhub:eu-west-1::product/aws/securityhub"
  static let id = "arn:aws:securityhub:eu-west-1:111122223333:security-control/S3.8/finding/7f0c"
  static let finding = FindingIdentity(productArn: product, id: id)
  static let bucket = "arn:aws:s3:::payroll-exports"
  static let asOf = Instant("2026-06-01T00:00:00Z") ?? .year2000

  /// A snapshot of the finding; times are RFC 3339.
  static func snapshot(
    _ evaluated: String, _ status: String? = "FAILED", workflow: String = "NEW", id: String = Story.id,
    state: String = "ACTIVE", note: String? = nil, title: String = "S3 buckets should block public access",
    processed: String? = nil, resource: String = Story.bucket, created: String = "2026-01-10T08:00:00Z"
  ) -> EvidenceRecord {
    var finding: [JSONValue.Member] = [
      .init("SchemaVersion", "2018-10-08"), .init("Id", .string(id)), .init("ProductArn", .string(product)),
      .init("ProductName", "Security Hub"), .init("GeneratorId", "security-control/S3.8"),
      .init("AwsAccountId", "111122223333"), .init("AwsAccountName", "payroll"), .init("Region", "eu-west-1"),
      .init("Types", ["Software and Configuration Checks/AWS Security Best Practices"]),
      .init("FirstObservedAt", .string(created)), .init("CreatedAt", .string(created)),
      .init("UpdatedAt", .string(evaluated)), .init("ProcessedAt", .string(processed ?? evaluated)),
      .init("Severity", ["Label": status == "PASSED" ? "INFORMATIONAL" : "HIGH"]),
      .init("Title", .string(title)), .init("Description", "The bucket can be made public."),
      .init(
        "Remediation", ["Recommendation": ["Text": "Block it.", "Url": "https://docs.example.com/S3.8"]]),
      .init("Workflow", ["Status": .string(workflow)]), .init("RecordState", .string(state)),
      .init(
        "Resources",
        [
          [
            "Type": "AwsS3Bucket", "Id": .string(resource), "Partition": "aws", "Region": "eu-west-1",
            "Details": ["AwsS3Bucket": ["OwnerId": "a1b2"]],
          ]
        ]),
    ]
    if let status {
      finding.append(
        .init("Compliance", ["Status": .string(status), "SecurityControlId": "S3.8"]))
    }
    if let note {
      finding.append(
        .init(
          "Note", ["Text": .string(note), "UpdatedBy": "ada", "UpdatedAt": .string(processed ?? evaluated)]))
    }
    return record(.object(finding), .asff)
  }

  /// An entry of the open ledger.
  static func entry(
    _ type: String, _ time: String, id: String, subject: String? = Story.id, _ data: JSONValue
  ) -> EvidenceRecord {
    var members: [JSONValue.Member] = [
      .init("specversion", "1.0"), .init("id", .string(id)),
      .init("source", "https://pipelines.example.com/repair"),
      .init("type", .string("closeout." + type)), .init("time", .string(time)),
      .init("datacontenttype", "application/json"), .init("data", data),
    ]
    if let subject { members.append(.init("subject", .string(subject))) }
    return record(.object(members), .cloudEvents)
  }

  static func attempt(
    _ time: String, _ outcome: String = "succeeded", mode: String = "enforce", id: String = "attempt-1",
    executor: String = "runner", before: JSONValue = ["BlockPublicAcls": false, "Tags": ["a", "b"]],
    after: JSONValue = ["BlockPublicAcls": true, "Tags": ["b", "c"]]
  ) -> EvidenceRecord {
    entry(
      "remediation.attempted", time, id: id,
      [
        "attempt": .string(id), "mode": .string(mode), "phase": "fleet",
        "executor": ["kind": "automation", "id": .string(executor), "role": "Repair"],
        "workflow": ["id": "block-public-access", "version": "3.1"],
        "change": [
          "summary": "Block public access", "reference": ["pullRequest": "https://git.example.com/pr/7"],
          "before": before, "after": after,
        ],
        "started": .string(time), "ended": .string(time), "outcome": .string(outcome),
        "reason": ["code": "done", "text": "No error."],
      ])
  }

  static func rollback(_ time: String) -> EvidenceRecord {
    entry(
      "remediation.rolled-back", time, id: "rollback-1",
      [
        "attempt": "attempt-1", "trigger": "alarm", "outcome": "succeeded",
        "restored": ["BlockPublicAcls": false],
      ])
  }

  static func record(_ value: JSONValue, _ source: SourceKind) -> EvidenceRecord {
    let bytes = value.serialised()
    return EvidenceRecord(bytes: bytes, leaf: LeafHash(record: bytes), source: source)
  }

  /// From detection to a fix that held, with every kind of entry on the way.
  static let whole: [EvidenceRecord] = [
    snapshot("2026-01-10T08:00:00Z"),
    entry(
      "finding.assigned", "2026-01-10T09:00:00Z", id: "assigned",
      [
        "owner": "grace", "team": "payroll", "due": "2026-01-31T00:00:00Z",
        "ticket": ["system": "tracker", "key": "PAY-17", "url": "https://tracker.example.com/PAY-17"],
      ]),
    entry(
      "finding.risk-scored", "2026-01-10T09:05:00Z", id: "risk",
      ["score": 81, "internetReachable": true, "sensitiveData": true, "attackPath": "internet to payroll"]),
    entry(
      "remediation.decided", "2026-01-10T09:10:00Z", id: "decided",
      [
        "lane": "repair", "decision": "approve",
        "policy": ["id": "repairs", "version": "4", "digest": "sha256:ab"],
        "checks": [
          ["name": "severity", "expected": "at least HIGH", "actual": "HIGH", "passed": true],
          ["name": "exception", "expected": "none", "actual": "none", "passed": true],
          ["name": "allowedAction", "expected": "allowed", "actual": "needs approval", "passed": false],
        ],
        "reason": "production",
      ]),
    entry("approval.requested", "2026-01-10T09:11:00Z", id: "requested", ["by": "runner"]),
    entry("approval.granted", "2026-01-10T11:00:00Z", id: "granted", ["by": "linus"]),
    attempt("2026-01-10T11:20:00Z", mode: "dry-run", id: "attempt-0"),
    attempt("2026-01-10T11:30:00Z"),
    entry(
      "remediation.verified", "2026-01-10T11:31:00Z", id: "verified",
      [
        "attempt": "attempt-1", "result": "passed", "method": "api", "by": "runner",
        "evidence": ["BlockPublicAcls": true],
      ]),
    snapshot("2026-01-11T06:00:00Z", "PASSED", workflow: "RESOLVED"),
    snapshot("2026-01-20T06:00:00Z", "PASSED", workflow: "RESOLVED"),
    snapshot("2026-02-20T06:00:00Z", "PASSED", workflow: "RESOLVED"),
  ]

  static func proof(
    _ records: [EvidenceRecord], asOf: Instant = Story.asOf, policy: EvidencePolicy = .builtIn,
    withholding: Withholding = .nothing
  ) throws -> ProofOfFix {
    try ProofOfFix(of: finding, records: records, policy: policy, asOf: asOf, withholding: withholding)
  }
}
