import Ingest
import Remediation
import TestSupport

/// Records of a few findings in random order, as bad for a fold as they come: findings that move from one resource to
/// another and share violations, changes that come before the finding that they are of, entries about both.
struct ScatteredEstate {
  private static let product = "arn:aws:securityhub:eu-west-1::product/aws/securityhub"

  /// One record a line.
  let lines: [String]

  init(seed: UInt64, records: Int, findings: Int = 300) {
    var generator = SeededGenerator(seed: seed)
    lines = (0..<records).map { Self.line($0, of: findings, &generator) }
  }

  /// The lines in so many files, one after the other.
  func inputs(_ count: Int) -> [IngestInput] {
    (0..<count).map { index in
      let part = lines[lines.count * index / count..<lines.count * (index + 1) / count]
      return .bytes(Array(part.joined(separator: "\n").utf8), name: "part-\(index).jsonl")
    }
  }

  private static func line(
    _ number: Int, of findings: Int, _ generator: inout SeededGenerator
  ) -> String {
    let finding = Int.random(in: 0..<findings, using: &generator)
    // Two findings have the same home; now and then a snapshot names another.
    let moves = Int.random(in: 0..<8, using: &generator) == 0
    let resource = moves ? Int.random(in: 0..<findings / 2, using: &generator) : finding / 2
    let at = Estate.end.advanced(byMilliseconds: -Int64.random(in: 1..<100 * .day, using: &generator))
    switch Int.random(in: 0..<10, using: &generator) {
    case 0...5: return snapshot(of: finding, on: resource, at: at, &generator)
    case 6...7: return change(of: finding, at: at, &generator)
    default: return entry(number, about: finding, on: resource, at: at, &generator)
    }
  }

  private static func snapshot(
    of finding: Int, on resource: Int, at: Instant, _ generator: inout SeededGenerator
  ) -> String {
    let status = ["FAILED", "FAILED", "PASSED"].randomElement(using: &generator) ?? "FAILED"
    let workflow = ["NEW", "NOTIFIED", "RESOLVED"].randomElement(using: &generator) ?? "NEW"
    return """
      {"SchemaVersion":"2018-10-08","Id":"f-\(finding)","ProductArn":"\(product)","AwsAccountId":"123456789012",\
      "GeneratorId":"security-control/S3.8","CreatedAt":"2026-01-01T00:00:00Z","UpdatedAt":"\(at)",\
      "Severity":{"Label":"HIGH"},"Title":"Title \(finding % 7)","Description":"d","RecordState":"ACTIVE",\
      "Resources":[{"Type":"AwsS3Bucket","Id":"arn:aws:s3:::b-\(resource)","Partition":"aws","Region":"eu-west-1"}],\
      "Compliance":{"Status":"\(status)","SecurityControlId":"S3.8"},"Workflow":{"Status":"\(workflow)"}}
      """
  }

  private static func change(of finding: Int, at: Instant, _ generator: inout SeededGenerator) -> String {
    let status = Bool.random(using: &generator) ? "SUPPRESSED" : "NEW"
    return """
      {"FindingIdentifier":{"Id":"f-\(finding)","ProductArn":"\(product)"},"UpdateTime":"\(at)",\
      "FindingCreated":false,\
      "UpdateSource":{"Type":"BATCH_UPDATE_FINDINGS","Identity":"arn:aws:iam::123456789012:ann"},\
      "Updates":[{"UpdatedField":"Workflow.Status","OldValue":"NOTIFIED","NewValue":"\(status)"}]}
      """
  }

  private static func entry(
    _ number: Int, about finding: Int, on resource: Int, at: Instant, _ generator: inout SeededGenerator
  ) -> String {
    let target = #""control":"S3.8","resource":"arn:aws:s3:::b-\#(resource)""#
    let isOfResource = Bool.random(using: &generator)
    let data: (type: String, text: String) =
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: ("remediation.rolled-back", #""attempt":"a-\#(number / 3)","outcome":"succeeded""#)
      case 1: ("finding.triaged", #""verdict":"false-positive","reviewedBy":"ann""#)
      default:
        ("remediation.attempted", #""attempt":"a-\#(number / 3)","mode":"enforce","outcome":"succeeded""#)
      }
    return """
      {"specversion":"1.0","id":"e-\(number)","source":"urn:example:pipeline","type":"closeout.\(data.type)",\
      \(isOfResource ? "" : #""subject":"f-\#(finding)","#)"time":"\(at)",\
      "data":{\(data.text)\(isOfResource ? "," + target : "")}}
      """
  }
}
