import Foundation
import Ingest
import Remediation
import TestSupport
import Testing

/// What each sample holds, counted by reading it; the JSON ones are counted again below by other code.
struct SampleCount: Sendable, CustomTestStringConvertible {
  let path: String
  var accepted = 0
  var rejected = 0
  /// Bytes.
  var heldBack = 0
  var refusedFor: RejectReason?

  var testDescription: String { path }

  static let all: [SampleCount] = [
    SampleCount(path: "asr-derived/cloudtrail.asrCloudTrailEvent.json", rejected: 1),
    SampleCount(path: "asr-derived/cloudtrail.irrelevantEvent.json", rejected: 1),
    SampleCount(path: "asr-derived/test_check_ssm_execution.expected_result.L214.json", rejected: 1),
    SampleCount(
      path: "asr-derived/test_check_ssm_execution.ssm_mocked_failed_response.L110.json", rejected: 1),
    SampleCount(path: "asr-derived/test_check_ssm_execution.ssm_mocked_good_response.L137.json", rejected: 1),
    SampleCount(path: "asr-derived/test_check_ssm_execution.test_event.L19.json", accepted: 1),
    SampleCount(path: "asr-derived/test_event_transformers.raw_event.L195.json", rejected: 1),
    SampleCount(path: "asr-derived/test_exec_ssm_doc.step_input.L16.json", accepted: 1),
    SampleCount(path: "asr-derived/test_send_notifications.default_event.L30.json", rejected: 1),
    SampleCount(path: "asr-v3/mockIamAccessAnalyzerAsffFinding.json", accepted: 1),
    SampleCount(path: "asr-v3/mockOcsfFindings.minimal.json", rejected: 2),
    SampleCount(path: "awscli-examples/cloudtrail.lookup-events.json", rejected: 1),
    SampleCount(path: "awscli-examples/configservice.describe-compliance-by-config-rule.json", rejected: 1),
    SampleCount(
      path: "awscli-examples/configservice.get-compliance-details-by-config-rule.json", rejected: 1),
    SampleCount(path: "awscli-examples/configservice.get-compliance-details-by-resource.json", rejected: 1),
    SampleCount(path: "awscli-examples/securityhub.batch-get-automation-rules.json", rejected: 1),
    SampleCount(path: "awscli-examples/securityhub.batch-get-security-controls.json", rejected: 1),
    SampleCount(path: "awscli-examples/securityhub.batch-import-findings.json", rejected: 1),
    SampleCount(path: "awscli-examples/securityhub.batch-update-findings.2.json", rejected: 1),
    SampleCount(path: "awscli-examples/securityhub.batch-update-findings.json", rejected: 1),
    SampleCount(path: "awscli-examples/securityhub.describe-action-targets.json", rejected: 1),
    SampleCount(path: "awscli-examples/securityhub.describe-standards-controls.json", rejected: 1),
    SampleCount(path: "awscli-examples/securityhub.get-finding-aggregator.json", rejected: 1),
    SampleCount(path: "awscli-examples/securityhub.get-finding-history.json", accepted: 2),
    SampleCount(path: "awscli-examples/securityhub.get-findings.2.json", rejected: 1),
    SampleCount(path: "awscli-examples/securityhub.get-findings.json", accepted: 1),
    SampleCount(path: "awscli-examples/securityhub.get-insight-results.json", rejected: 1),
    SampleCount(path: "awscli-examples/securityhub.get-insights.json", rejected: 1),
    SampleCount(path: "awscli-examples/securityhub.list-automation-rules.json", rejected: 1),
    SampleCount(path: "awscli-examples/ssm.describe-automation-executions.json", rejected: 1),
    SampleCount(path: "awscli-examples/ssm.describe-automation-step-executions.json", rejected: 1),
    SampleCount(path: "awscli-examples/ssm.get-automation-execution.json", rejected: 1),
    SampleCount(path: "awscli-examples/ssm.start-automation-execution.2.json", rejected: 1),
    SampleCount(path: "awscli-examples/ssm.start-automation-execution.json", rejected: 1),
    SampleCount(path: "c7n-output/ec2-duty-event.json", rejected: 1),
    SampleCount(path: "c7n-output/event-cloud-trail-s3.json", rejected: 1),
    SampleCount(path: "c7n-output/event-config-rule-security-group.json", rejected: 1),
    SampleCount(path: "c7n-output/resources.json", rejected: 1),
    SampleCount(path: "csv-manager/findings.csvmanager.csv", refusedFor: .notJSON),
    SampleCount(path: "defectdojo/aws_inspector2_one_vul.json", rejected: 1),
    SampleCount(path: "defectdojo/config_multiple_resources.json", accepted: 2),
    SampleCount(path: "defectdojo/config_one_finding.json", accepted: 1),
    SampleCount(path: "defectdojo/config_one_finding_active.json", accepted: 1),
    SampleCount(path: "defectdojo/config_repeated_findings.json", accepted: 2),
    SampleCount(path: "defectdojo/empty_with_error.json"),
    SampleCount(path: "defectdojo/guardduty.json", accepted: 4),
    SampleCount(path: "defectdojo/inspector_ec2_cve.json", accepted: 5),
    SampleCount(path: "defectdojo/inspector_ecr.json", accepted: 7),
    SampleCount(path: "defectdojo/many_vuln.ocsf.json", rejected: 3),
    SampleCount(path: "defectdojo/missing_account_id.json", accepted: 1),
    SampleCount(path: "defectdojo/no_vuln.json"),
    SampleCount(path: "defectdojo/one_vuln_after_4_5_0.ocsf.json", rejected: 1),
    SampleCount(path: "defectdojo/prowler-output.asff.json", accepted: 731),
    SampleCount(path: "prowler/example_output_aws.csv", refusedFor: .notJSON),
    SampleCount(path: "prowler/example_output_aws.ocsf.json", rejected: 5),
    SampleCount(path: "prowler/example_output_azure.csv", refusedFor: .notJSON),
    SampleCount(path: "prowler/example_output_azure.ocsf.json", rejected: 5),
    SampleCount(path: "prowler/example_output_gcp.csv", refusedFor: .notJSON),
    SampleCount(path: "prowler/example_output_gcp.ocsf.json", rejected: 5),
    SampleCount(path: "prowler/example_output_kubernetes.csv", refusedFor: .notJSON),
    SampleCount(path: "prowler/example_output_kubernetes.ocsf.json", rejected: 6),
    SampleCount(path: "synthetic/asr.dynamodb-history-export.ndjson", rejected: 3),
    SampleCount(path: "synthetic/asr.dynamodb-history-scan.json", rejected: 1),
    SampleCount(path: "synthetic/asr.stepfunctions-failure-event.json", rejected: 1),
    SampleCount(path: "synthetic/bom_utf8.ndjson", accepted: 3),
    SampleCount(path: "synthetic/c7n.metadata.json", rejected: 1),
    SampleCount(path: "synthetic/config.describe-remediation-execution-status.api.json", rejected: 1),
    SampleCount(path: "synthetic/config.describe-remediation-execution-status.cliv2.json", rejected: 1),
    SampleCount(path: "synthetic/empty.json"),
    SampleCount(path: "synthetic/empty_array.json"),
    SampleCount(path: "synthetic/eventbridge_custom_action.json", accepted: 2),
    SampleCount(path: "synthetic/eventbridge_findings_object_not_list.json", accepted: 1),
    SampleCount(path: "synthetic/eventbridge_imported.ndjson", accepted: 6),
    SampleCount(path: "synthetic/eventbridge_insight_results.json", rejected: 1),
    SampleCount(path: "synthetic/findings_empty.json"),
    SampleCount(path: "synthetic/findings_null.json"),
    SampleCount(path: "synthetic/firehose_concat.json", accepted: 19),
    SampleCount(path: "synthetic/firehose_concat.json.gz", accepted: 19),
    SampleCount(path: "synthetic/multi_member.ndjson.gz", accepted: 9),
    SampleCount(path: "synthetic/ocsf_2003_status_verdict_epoch_variants.ndjson", rejected: 9),
    SampleCount(path: "synthetic/ocsf_remediation_activity_7001-7004.ndjson", rejected: 10),
    SampleCount(path: "synthetic/securityhub.get-finding-history.full.json", accepted: 5),
    SampleCount(path: "synthetic/sns_wrapped.json", accepted: 1),
    SampleCount(path: "synthetic/sqs_receive.json", accepted: 1),
    SampleCount(path: "synthetic/truncated_tail.ndjson", accepted: 3, heldBack: 2435),
    SampleCount(path: "synthetic/utf16le_bom.json", refusedFor: .encoding),
    SampleCount(path: "tfplan/120_basic__plan.json", rejected: 1),
    SampleCount(path: "tfplan/action_reason__plan.json", rejected: 1),
    SampleCount(path: "tfplan/has_checks__plan.json", rejected: 1),
    SampleCount(path: "tfplan/moved_block__plan.json", rejected: 1),
    SampleCount(path: "tfplan/plan.json", rejected: 1),
  ]

  /// Findings of the samples in `asr/`: one in each file but these.
  static let several = ["AFSBP-iam.6.json": 2, "CIS_1-6-multi-select.json": 2]
}

@Suite("Samples of real and written files", .enabled(if: SharedFolder.item("samples") != nil))
struct SampleTests {
  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: try #require(SharedFolder.item("samples/" + path))))
  }

  static func files(_ folder: String) throws -> [String] {
    let url = try #require(SharedFolder.item("samples/" + folder))
    return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  @Test("Each sample gives as many records as were counted in it", arguments: SampleCount.all)
  func counts(sample: SampleCount) throws {
    let reading = try Reading(try Self.bytes(sample.path))
    #expect(reading.records.count == sample.accepted, "\(reading.rejected)")
    #expect(reading.rejected.count == sample.rejected, "\(reading.rejected)")
    #expect(reading.outcome.heldBack?.length ?? 0 == sample.heldBack)
    #expect(reading.outcome.rejected?.reason == sample.refusedFor)
    #expect(reading.rejected.allSatisfy { !$0.explanation.isEmpty && !$0.range.isEmpty })
  }

  @Test("Every finding of Automated Security Response's test data is read")
  func asr() throws {
    for name in try Self.files("asr") {
      let reading = try Reading(try Self.bytes("asr/" + name))
      #expect(reading.observations.count == SampleCount.several[name] ?? 1, "\(name): \(reading.rejected)")
      #expect(reading.rejected.isEmpty && reading.outcome.heldBack == nil, "\(name)")
      let observation = try #require(reading.observations.first)
      // All but the spoofed one are Security Hub's own checks, so each has a control and not a generator.
      #expect(observation.violation?.control.contains("rule/") == false, "\(name)")
    }
  }

  @Test("Every file of the samples is in the table")
  func table() throws {
    let known = Set(SampleCount.all.map(\.path))
    for folder in try Self.files("") where !folder.contains(".") && folder != "asr" {
      for name in try Self.files(folder) { #expect(known.contains(folder + "/" + name), "\(folder)/\(name)") }
    }
  }

  @Test("Foundation finds as many findings in the samples as are read")
  func recount() throws {
    for sample in SampleCount.all where sample.path.hasSuffix(".json") && sample.accepted > 0 {
      guard let tree = try? JSONSerialization.jsonObject(with: Data(try Self.bytes(sample.path))) else {
        continue
      }
      let found = Self.findings(tree)
      // Those carried as text are no objects to Foundation.
      if !sample.path.contains("sns_") && !sample.path.contains("sqs_") {
        #expect(found == sample.accepted, "\(sample.path)")
      }
    }
  }

  private static func findings(_ value: Any) -> Int {
    if let object = value as? [String: Any] {
      if object["Resources"] != nil, object["ProductArn"] != nil { return 1 }
      if object["FindingIdentifier"] != nil { return 1 }
      return object.values.reduce(0) { $0 + findings($1) }
    }
    return (value as? [Any])?.reduce(0) { $0 + findings($1) } ?? 0
  }

  @Test("Two spellings of one sample, bare and compressed, are the same records")
  func compressed() throws {
    let plain = try Reading(try Self.bytes("synthetic/firehose_concat.json"))
    let packed = try Reading(try Self.bytes("synthetic/firehose_concat.json.gz"))
    #expect(packed.outcome.isCompressed && !plain.outcome.isCompressed)
    #expect(packed.texts == plain.texts)
    #expect(packed.outcome.bytes == plain.outcome.bytes)
  }

  @Test("A compressed file that is cut off gives what is whole, and holds the rest back")
  func cutCompressed() throws {
    let bytes = try Self.bytes("synthetic/firehose_concat.json.gz")
    let whole = try Reading(bytes).texts
    for length in [1, 2, 10, 30, bytes.count / 2, bytes.count - 1] {
      let reading = try Reading(Array(bytes.prefix(length)))
      #expect(whole.starts(with: reading.texts) && reading.rejected.isEmpty)
      #expect(reading.outcome.heldBack != nil || length == 1)
    }
  }

  @Test("A damaged compressed file is reported, and what came before it read")
  func damagedCompressed() throws {
    var bytes = try Self.bytes("synthetic/multi_member.ndjson.gz")
    bytes[bytes.count - 6] ^= 0xFF
    let reading = try Reading(bytes)
    #expect(reading.outcome.rejected?.reason == .damagedCompression)
    #expect(reading.records.count > 0)
  }

  @Test("One violation of real data is one key, whichever standard reports it")
  func controlsOfStandards() throws {
    func control(_ name: String) throws -> String? {
      try Reading(try Self.bytes("asr/" + name)).observations.first?.violation?.control
    }
    #expect(try control("afsbp-s3.1.json") == "S3.1")
    #expect(try control("pci-s3.1.json") == "PCI.S3.1")
    #expect(try control("cis13.json") == "cis-aws-foundations-benchmark/v/1.2.0/1.3")
    #expect(try control("CIS-bad.json") == "cis-aws-foundations-benchmark/v/1.2.0/1.3")
  }
}
