import Markup
public import Remediation
import Reports
import TransparencyLog

/// The list of a set of packages: `index.csv` and `index.html`, with the digest of each zip.
///
/// For any number of packages: rows are taken away as they come, and a list that is too long for one page
/// becomes numbered pages, with `index.html` in front of them.
public struct PackageIndex: Sendable {
  /// A page that is complete.
  public struct Page: Sendable, Hashable {
    public var name: String
    public var html: [UInt8]
  }

  private let asOf: Instant
  private let producer: String
  private let facts: [PageFrame.Fact]
  private let rowsPerPage: Int
  private var rows: [EvidenceIndex.Row] = []
  private var pages: [EvidenceIndex.Page] = []
  private var verdicts: [VerdictMark: Int] = [:]
  private var csv = CSVWriter()

  /// - Parameters:
  ///   - facts: what stands on top beside as-of, by name: how a sample was drawn.
  ///   - rowsPerPage: a page of so many is still one that a browser shows at once.
  public init(
    asOf: Instant, producer: String, facts: KeyValuePairs<String, String> = [:], rowsPerPage: Int = 1000
  ) {
    self.asOf = asOf
    self.producer = producer
    self.facts = facts.map { PageFrame.Fact($0.key, $0.value) }
    self.rowsPerPage = rowsPerPage
    csv.row([
      "package", "finding", "product_arn", "title", "control", "severity", "account", "verdict", "deadline",
      "sentence", "sha256",
    ])
  }

  /// Adds a package; its bytes are not kept.
  public mutating func add(_ package: EvidencePackage) {
    let row = EvidenceIndex.Row(package)
    rows.append(row)
    verdicts[row.verdict, default: 0] += 1
    csv.row([
      .text(package.fileName), .text(package.finding.id), .text(package.finding.productArn),
      .text(package.title),
      .text(package.control ?? ""), .text(package.severity.label), .text(package.account ?? ""),
      .text(package.verdict.rawValue), .text(package.sla?.rawValue ?? ""), .text(package.sentence),
      .text(package.sha256.hex),
    ])
  }

  /// The rows of `index.csv` (RFC 4180) since they were last taken.
  public mutating func takeRows() -> [UInt8] {
    defer { csv = CSVWriter() }
    return csv.bytes
  }

  /// The page that has become full, to be written before the next package is added; nil while there is room.
  public mutating func takePage() -> Page? {
    guard rows.count > rowsPerPage, let last = rows.popLast() else { return nil }
    defer { rows = [last] }
    return numberedPage()
  }

  /// The pages that are left: `index.html` is the last.
  public mutating func finish() -> [Page] {
    guard !pages.isEmpty else { return [Page(name: "index.html", html: html(rows: rows))] }
    let last = numberedPage()
    return [last, Page(name: "index.html", html: html(pages: pages))]
  }

  private mutating func numberedPage() -> Page {
    let first = pages.count * rowsPerPage + 1
    let number = String(pages.count + 1)
    let name = "index-" + String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number + ".html"
    pages.append(
      EvidenceIndex.Page(file: name, text: "\(first) to \(first + rows.count - 1)", count: rows.count))
    return Page(name: name, html: html(rows: rows, part: "\(first) to \(first + rows.count - 1)"))
  }

  private func html(
    rows: [EvidenceIndex.Row] = [], pages: [EvidenceIndex.Page] = [], part: String? = nil
  ) -> [UInt8] {
    var marks: [VerdictMark: Int] = pages.isEmpty ? [:] : verdicts
    if pages.isEmpty { for row in rows { marks[row.verdict, default: 0] += 1 } }
    let total = marks.values.reduce(0, +)
    let counts = VerdictMark.allCases.compactMap { mark in marks[mark].map { "\($0) \(mark.rawValue)" } }
    return Reports.evidenceIndex(
      index: EvidenceIndex(
        frame: PageFrame(
          title: part.map { "Evidence packages \($0)" } ?? counted(total, "evidence package"),
          kind: "Remediation evidence", summary: counts.joined(separator: ", "),
          facts: [.init("As of", asOf.shown)] + facts, producer: producer),
        rows: rows, pages: pages, isPart: part != nil))
  }
}

extension EvidenceIndex.Row {
  fileprivate init(_ package: EvidencePackage) {
    self.init(
      file: package.fileName, title: package.title, finding: shortened(package.finding.id),
      control: package.control.map { shortened($0, to: 200) } ?? "", account: package.account ?? "",
      severity: SeverityMark(rawValue: package.severity.label.lowercased()) ?? .unknown,
      verdict: VerdictMark(rawValue: package.verdict.rawValue) ?? .indeterminate,
      sla: package.sla?.rawValue.replacing("-", with: " ") ?? "", sha256: package.sha256.hex)
  }
}
