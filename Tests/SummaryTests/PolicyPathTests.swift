import Exposition
import Foundation
import Ingest
import Intake
import JSONKit
import Policy
import Remediation
import Store
import Summary
import TestSupport
import Testing

/// What a policy reads in records, from the file to the numbers of the summary and of `/metrics`.
@Suite("The rules of a policy, from its file to the numbers")
struct PolicyPathTests {
  private static let asOf = Instant("2026-03-10T00:00:00Z")!

  private static func finding(
    _ number: Int, at: String = "2026-03-01T00:00:00Z", note: String? = nil
  ) -> String {
    var members: [JSONValue.Member] = [
      .init("SchemaVersion", "2018-10-08"), .init("Id", .string("finding-\(number)")),
      .init("ProductArn", "arn:aws:securityhub:eu-west-1::product/aws/securityhub"),
      .init("GeneratorId", "security-control/S3.8"), .init("AwsAccountId", "123456789012"),
      .init("Types", ["Software and Configuration Checks"]), .init("CreatedAt", "2026-03-01T00:00:00Z"),
      .init("UpdatedAt", .string(at)), .init("ProcessedAt", .string(at)),
      .init("Severity", ["Label": "HIGH"]), .init("Title", "A title"), .init("Description", "A check."),
      .init("Resources", [["Type": "AwsS3Bucket", "Id": .string("arn:aws:s3:::bucket-\(number)")]]),
      .init("Compliance", ["Status": "FAILED", "SecurityControlId": "S3.8"]),
      .init("Workflow", ["Status": "NEW"]), .init("RecordState", "ACTIVE"),
    ]
    if let note {
      members.append(
        .init("Note", ["Text": .string(note), "UpdatedBy": "ann", "UpdatedAt": .string(at)]))
    }
    return JSONValue.object(members).text()
  }

  private static func scored(_ number: Int, _ score: Int, reachable: Bool) -> String {
    let event: JSONValue = [
      "specversion": "1.0", "id": .string("risk-\(number)"), "source": "urn:example:pipeline",
      "type": "closeout.finding.risk-scored", "subject": .string("finding-\(number)"),
      "time": "2026-03-01T01:00:00Z",
      "data": ["score": .int(Int64(score)), "internetReachable": .bool(reachable)],
    ]
    return event.text()
  }

  /// The numbers of a store whose files came one after the other, some through a mapping.
  private static func numbers(
    _ files: [(text: String, mapping: String?)], policy yaml: String
  ) throws -> (summary: EstateSummary, body: String) {
    let policy = try Policy(yaml: Array(yaml.utf8), file: "closeout.yaml")
    let folder = try TemporaryFolder()
    let store = try Store.open(at: folder.file("store.db").path, create: true)
    for (index, file) in files.enumerated() {
      var run = IngestRun(
        mapping: try file.mapping.map { try LedgerMapping(yaml: $0, file: "map.yaml") },
        mappingText: file.mapping, now: { asOf })
      run.rules = PolicyRules(policy)
      let receipt = try run.run([.bytes(Array(file.text.utf8), name: "\(index)")], into: store)
      #expect(receipt.total.rejectedByReason.isEmpty)
    }
    let build = MetricContext.Build(version: "test", revision: "", swiftVersion: "")
    let collector = FamilyCollector(
      try .builtIn(), context: MetricContext(build: build, policy: policy), seconds: { 0 })
    let families = try store.snapshot(asOf: asOf) { try collector.collect($0).families }
    return (
      try store.snapshot(asOf: asOf) { try EstateSummary($0, policy: policy) },
      String(decoding: ExpositionWriter.body(families, .openMetrics), as: UTF8.self)
    )
  }

  private static let notes = """
    closeout-policy: 1
    notes:
      - {contains: "not a real issue", verdict: false-positive}
    """

  @Test("a verdict in a note closes the episode as a false positive, whatever came first")
  func note() throws {
    let noted = Self.finding(1, at: "2026-03-02T00:00:00Z", note: "Checked: Not a real issue (OPS-7)")
    let files: [(text: String, mapping: String?)] = [
      (Self.finding(1) + "\n" + Self.finding(2), nil), (noted, nil),
    ]
    for order in [files, files.reversed()] {
      let (summary, body) = try Self.numbers(order, policy: Self.notes)
      #expect(summary.falsePositives.confirmed == 1 && summary.falsePositives.judged == 1)
      #expect(summary.episodes.closed[.falsePositive] == 1 && summary.violations.open == 1)
      #expect(body.contains("closeout_episodes_false_positive_total{finding_severity=\"HIGH\"} 1\n"))
      #expect(body.contains("closeout_violations_open{finding_severity=\"HIGH\",lane=\"none\"} 1\n"))
    }
    // Without the rule the note is read by nobody.
    let (summary, body) = try Self.numbers(files, policy: "closeout-policy: 1")
    #expect(summary.falsePositives.confirmed == 0 && summary.violations.open == 2)
    #expect(body.contains("closeout_episodes_false_positive_total{finding_severity=\"HIGH\"} 0\n"))
  }

  private static let risks = """
    closeout-policy: 1
    sla:
      - targets:
          - {severity: high, within: 30d}
          - {severity: high, risk: exposed, within: 48h}
    risk:
      exposed: {internet_reachable: true, score: 80}
    """

  private static let mapping = """
    closeout-mapping: 1
    name: scores
    container: csv
    fields:
      id: row
      source: {constant: "urn:example:scores"}
      type: {constant: finding.risk-scored}
      time: scored
      subject: finding
      data.score: score
      data.internetReachable: reachable
    """

  @Test("a level of risk that a ledger or a mapped table scored has its own deadline")
  func risk() throws {
    let findings = (1...5).map { Self.finding($0) }.joined(separator: "\n")
    let events = [Self.scored(1, 90, reachable: true), Self.scored(2, 90, reachable: false)]
      .joined(separator: "\n")
    // The same columns in another order, for a row alone does not say which is which.
    let tables = [
      "row,scored,finding,score,reachable\n1,2026-03-01T01:00:00Z,finding-3,85,true\n",
      "reachable,score,finding,scored,row\nfalse,99,finding-4,2026-03-01T01:00:00Z,2\n"
        + "true,80,finding-5,2026-03-01T01:00:00Z,3\n",
    ]
    var files: [(text: String, mapping: String?)] = [(findings, nil), (events, nil)]
    files += tables.map { ($0, Self.mapping) }
    for order in [files, files.reversed()] {
      let (summary, body) = try Self.numbers(order, policy: Self.risks)
      // Findings 1, 3 and 5, open for nine days; the others have thirty.
      #expect(summary.serviceLevel.overdue == 3)
      #expect(summary.serviceLevel.met.total == 3 && summary.serviceLevel.met.count == 0)
      let labels = "{finding_severity=\"HIGH\",sla_tier="
      #expect(body.contains("closeout_violations_overdue\(labels)\"exposed\"} 3\n"))
      #expect(body.contains("closeout_violations_overdue\(labels)\"default\"} 0\n"))
      #expect(body.contains("closeout_sla_target_seconds\(labels)\"exposed\"} 172800\n"))
      #expect(body.contains("closeout_sla_breaches_total{finding_severity=\"HIGH\"} 3\n"))
    }
  }
}
