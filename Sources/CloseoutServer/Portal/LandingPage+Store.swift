import Queries
import Remediation
import Reports
import Store

extension LandingPage {
  private static let recentDays: Int64 = 30

  init(site: Site, _ snapshot: borrowing Snapshot) throws(StoreError) {
    let overview = try snapshot.first(Queries.Portal.overview, ["recent": .int(Self.recentDays * .day)])
    let open = try snapshot.rows(Queries.Portal.open)
    let runs = try snapshot.rows(Queries.Portal.runs)
    func number(_ name: String) -> String { Shown.count(overview?.int(name) ?? 0) }
    var search = FindingSearch()
    search.standing = .state(.open)
    var figures: [Figure] = []
    for severity in Severity.allCases.reversed() where severity >= .low {
      let row = open.first { $0.code("severity") == severity }
      search.severity = severity
      figures.append(
        Figure(
          Shown.count(row?.int("open") ?? 0), "\(severity.label.lowercased()), open",
          path: search.path(after: nil), severity: SeverityMark(severity)))
    }
    search.severity = nil
    search.standing = .state(.claimed)
    figures.append(Figure(number("claimed"), "claimed, not verified", path: search.path(after: nil)))
    search.standing = .reason(.verified)
    figures.append(
      Figure(
        number("verified_recently"), "verified in \(Self.recentDays) days", path: search.path(after: nil)))
    self.init(
      frame: site.frame(
        title: "Where remediation stands", kind: "Portal",
        summary: "What was found, what was done about it, and what the scanner says of it now.",
        section: .home, asOf: snapshot.asOf),
      figures: figures, runs: runs.map(Run.init),
      places: [
        Place(
          "Findings", "/findings", "\(number("findings")) findings, each with its timeline and its proof."),
        Place("Trends", "/trends", "Whether remediation is getting better, and why: one page."),
        Place(
          "Rejected records", "/rejected",
          "\(number("rejected")) records that could not be read, with reasons."),
        Place("Metrics", "/metrics", "For Prometheus, in OpenMetrics or text format."),
        Place("Health", "/-/healthy", "The process answers; /-/ready says whether the store can be read."),
      ], chainBreaks: Self.sentences(try snapshot.chainBreaks()))
  }

  /// How many breaks of ledgers' chains the page lists.
  private static let mostBreaks = 5

  private static func sentences(_ breaks: [ChainBreak]) -> [String] {
    var sentences = breaks.prefix(mostBreaks).map { found in
      let place = found.sequence.map { " at entry \($0)" } ?? ""
      return "The hash chain of the ledger \(Shown.file(found.ledger)) breaks\(place): "
        + "\(found.kind.explanation) (\(Shown.file(found.file)), line \(found.line))."
    }
    if breaks.count > mostBreaks {
      sentences.append("\(Shown.count(Int64(breaks.count - mostBreaks))) more breaks.")
    }
    return sentences
  }
}

extension LandingPage.Run {
  fileprivate init(_ row: Row) {
    let files = row.int("files") ?? 0
    let name = Shown.file(row.text("first_file") ?? "")
    let problems = row.int("problems") ?? 0
    self.init(
      started: row.instant("started_at").map(Shown.time) ?? "",
      files: files == 0 ? "none" : files == 1 ? name : "\(name) and \(Shown.count(files - 1)) more",
      bytes: Shown.bytes(row.int("bytes") ?? 0),
      remark: row["finished_at"] == .null
        ? "not finished"
        : problems > 0 ? "\(Shown.count(problems, "file")) could not be read to the end" : nil)
  }
}
