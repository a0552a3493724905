/// The records that are not as they should be: delivered twice, cut off, malformed, sample, spoofed.
struct Oddities: Sendable {
  /// Findings that arrive again, bare, in the backfill file: the same bytes once more.
  let backfilled: [[UInt8]]
  /// Positions, in the order of deliveries, whose event is delivered twice.
  let repeatedEvents: Set<Int>
  /// Lines that no reader can take: one without identity, one that is not JSON.
  let malformed: [[UInt8]]
  /// A record cut off in the middle, as of a file that is still being written.
  let truncated: [UInt8]
  /// A passing result that an account imported under its own product, for a check that still fails.
  let spoofed: [UInt8]
  /// A sample finding, as the console of the product makes them.
  let sample: [UInt8]

  /// - Parameter target: A violation that is still open; the forged result says that it is not.
  init(plan: EstatePlan, deliveries: [Delivery], target: ViolationOutcome?) {
    let events = deliveries.indices.filter { deliveries[$0].account.channel == .firehose }
    backfilled = events.enumerated().filter { $0.offset % 53 == 7 }.map { deliveries[$0.element].bytes }
    repeatedEvents = Set(events.enumerated().filter { $0.offset % 97 == 11 }.map(\.element))
    let template =
      deliveries.first { $0.account.channel == .snapshots }?.bytes ?? deliveries.first?.bytes ?? []
    truncated = Array(template.prefix(template.count * 3 / 5))
    malformed = [
      JSONTree.members([
        ("SchemaVersion", "2018-10-08"), ("Id", .null), ("Title", "A finding without identity"),
        ("UpdatedAt", .text(CivilTime.text(plan.instant(permille: 500)))), ("Resources", []),
      ]).bytes,
      Array("{\u{201C}SchemaVersion\u{201D}: \u{201C}2018-10-08\u{201D}, \"Findings\": [,]}".utf8),
    ]
    var random = SplitMix64(seed: plan.seed, stream: .max / 3)
    let account = plan.accounts[0]
    let owner = target?.account ?? account.id
    let at = plan.instant(permille: 900)
    spoofed = Self.finding(
      id: "spoof/" + random.uuid(),
      product: "arn:aws:securityhub:us-east-1:\(owner):product/\(owner)/default",
      account: owner, at: at,
      title: "Security groups should not allow unrestricted access to ports with high risk",
      type: "AwsEc2SecurityGroup", resource: target?.resource ?? "", isSample: false)
    sample = Self.finding(
      id: "arn:aws:guardduty:us-east-1:\(account.id):detector/\(random.hex(32))/finding/\(random.hex(32))",
      product: "arn:aws:securityhub:us-east-1::product/aws/guardduty", account: account.id, at: at,
      title: "[SAMPLE] The instance asks for a domain name that belongs to a mining pool.",
      type: "AwsEc2Instance", resource: "arn:aws:ec2:us-east-1:\(account.id):instance/i-99999999",
      isSample: true)
  }

  private static func finding(
    id: String, product: String, account: String, at: Int64, title: String, type: String, resource: String,
    isSample: Bool
  ) -> [UInt8] {
    let time: JSONTree = .text(CivilTime.text(at))
    var out: [(String, JSONTree)] = [
      ("SchemaVersion", "2018-10-08"), ("Id", .text(id)), ("ProductArn", .text(product)),
      ("ProductName", isSample ? "GuardDuty" : "Security Hub"), ("Region", "us-east-1"),
      ("GeneratorId", isSample ? "guardduty-sample" : "security-control/EC2.19"),
      ("AwsAccountId", .text(account)),
      ("Types", [isSample ? "TTPs/Discovery" : "Software and Configuration Checks"]),
      ("FirstObservedAt", time), ("CreatedAt", time), ("UpdatedAt", time),
      ("Severity", ["Label": isSample ? "HIGH" : "INFORMATIONAL"]), ("Title", .text(title)),
      ("Description", "See the title."),
      (
        "Resources",
        [["Type": .text(type), "Id": .text(resource), "Partition": "aws", "Region": "us-east-1"]]
      ),
    ]
    if isSample {
      out.append(("Sample", true))
    } else {
      out.append(("Compliance", ["Status": "PASSED", "SecurityControlId": "EC2.19"]))
    }
    out.append(("Workflow", ["Status": isSample ? "NEW" : "RESOLVED"]))
    out.append(("RecordState", "ACTIVE"))
    out.append(("ProcessedAt", .text(CivilTime.text(at + 2500))))
    return JSONTree.members(out).bytes
  }
}
