import Markup
public import Remediation
import Reports
import TransparencyLog

/// The list of a set of packages: `index.html` and `index.csv`, with the digest of each zip.
public struct IndexPage: Sendable {
  private let asOf: Instant
  private let producer: String
  private let facts: [PageFrame.Fact]
  private var rows: [EvidenceIndex.Row] = []
  private var csv = CSVWriter()

  /// - Parameter facts: what stands on top beside as-of, by name: how a sample was drawn.
  public init(asOf: Instant, producer: String, facts: KeyValuePairs<String, String> = [:]) {
    self.asOf = asOf
    self.producer = producer
    self.facts = facts.map { PageFrame.Fact($0.key, $0.value) }
    csv.row([
      "package", "finding", "product_arn", "title", "control", "severity", "account", "verdict", "deadline",
      "sentence", "sha256",
    ])
  }

  /// Adds a package; its bytes are not kept.
  public mutating func add(_ package: EvidencePackage) {
    rows.append(
      EvidenceIndex.Row(
        file: package.fileName, title: package.title, finding: shortened(package.finding.id),
        control: package.control.map { shortened($0, to: 200) } ?? "", account: package.account ?? "",
        severity: SeverityMark(rawValue: package.severity.label.lowercased()) ?? .unknown,
        verdict: VerdictMark(rawValue: package.verdict.rawValue) ?? .indeterminate,
        sla: package.sla?.rawValue.replacing("-", with: " ") ?? "", sha256: package.sha256.hex))
    csv.row([
      .text(package.fileName), .text(package.finding.id), .text(package.finding.productArn),
      .text(package.title),
      .text(package.control ?? ""), .text(package.severity.label), .text(package.account ?? ""),
      .text(package.verdict.rawValue), .text(package.sla?.rawValue ?? ""), .text(package.sentence),
      .text(package.sha256.hex),
    ])
  }

  /// `index.html`.
  public var html: [UInt8] {
    var counts: [String] = []
    for mark in VerdictMark.allCases {
      let count = rows.count { $0.verdict == mark }
      if count > 0 { counts.append("\(count) \(mark.rawValue)") }
    }
    return Reports.evidenceIndex(
      index: EvidenceIndex(
        frame: PageFrame(
          title: counted(rows.count, "evidence package"), kind: "Remediation evidence",
          summary: counts.joined(separator: ", "), facts: [.init("As of", asOf.shown)] + facts,
          producer: producer),
        rows: rows))
  }

  /// `index.csv`, after RFC 4180.
  public var csvBytes: [UInt8] { csv.bytes }
}
