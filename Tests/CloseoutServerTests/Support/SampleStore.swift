import Demo
import Exposition
import Foundation
import Ingest
import Intake
import Logging
import Remediation
import Store
import TestSupport

@testable import CloseoutServer

/// A store of a small invented estate, and one of findings that mean harm.
enum SampleStore {
  static let now = Instant("2026-06-30T12:00:30Z") ?? Instant(milliseconds: 0)

  /// A store in a folder of its own, with these inputs read.
  static func store(in folder: borrowing TemporaryFolder, _ inputs: [IngestInput]) throws -> Store {
    let store = try Store.open(at: folder.file("closeout.db").path, create: true)
    _ = try IngestRun(now: { now }).run(inputs, into: store)
    return store
  }

  /// About 130 findings with every outcome: three pages.
  static func estate() -> [IngestInput] {
    let estate = DemoEstate(seed: 7, findings: 130, days: 90, until: 1_782_777_600_000)
    var inputs: [IngestInput] = []
    estate.forEachFile { file in
      guard file.name.hasSuffix(".json") || file.name.hasSuffix(".jsonl") || file.name.hasSuffix(".gz") else {
        return
      }
      inputs.append(.bytes(file.bytes, name: file.name))
    }
    return inputs
  }

  /// One finding of ASFF for each title; ids are made of the title too.
  static func findings(titled titles: [String], accountName: String = "sandbox") throws -> IngestInput {
    let findings = titles.enumerated().map { number, title -> [String: Any] in
      [
        "SchemaVersion": "2018-10-08", "Id": "finding/\(number)/\(title)",
        "ProductArn": "arn:aws:securityhub:eu-west-1::product/aws/securityhub",
        "GeneratorId": "security-control/S3.1",
        "AwsAccountId": "123456789012", "AwsAccountName": accountName, "Region": "eu-west-1",
        "Types": ["Software and Configuration Checks"], "FirstObservedAt": "2026-05-01T00:00:00.000Z",
        "CreatedAt": "2026-05-01T00:00:00.000Z", "UpdatedAt": "2026-05-02T00:00:00.000Z",
        "Severity": ["Label": "HIGH"], "Title": title, "Description": title,
        "Resources": [
          ["Type": "AwsS3Bucket", "Id": "arn:aws:s3:::bucket-\(number)-\(title)", "Region": "eu-west-1"]
        ],
        "Compliance": ["Status": "FAILED", "SecurityControlId": "S3.1"], "Workflow": ["Status": "NEW"],
        "RecordState": "ACTIVE",
      ]
    }
    let bytes = try JSONSerialization.data(withJSONObject: ["Findings": findings], options: [.sortedKeys])
    return .bytes(Array(bytes), name: "findings.json")
  }

  static func configuration() throws -> ServerConfiguration {
    var logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    logger.logLevel = .debug
    let build = MetricContext.Build(version: "test", revision: "", swiftVersion: "")
    let metrics = FamilyCollector(try MetricCatalogue.builtIn(), context: MetricContext(build: build))
    var configuration = ServerConfiguration(version: "test", metrics: metrics, logger: logger)
    // However slow the machine, what was read is in the next scrape.
    configuration.limits.collection = .seconds(600)
    return configuration
  }
}
