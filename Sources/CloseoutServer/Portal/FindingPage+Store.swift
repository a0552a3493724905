import Queries
import Remediation
import Reports
import Store
import TransparencyLog

extension FindingPage {
  /// How many records of each kind the timeline is made of; the rest is in the package.
  private static let mostRecords = 400

  /// - Parameter row: what `finding.sql` says of it.
  init(_ row: Row, site: Site, _ snapshot: borrowing Snapshot) throws(StoreError) {
    let id = row["id"]
    let asOf = snapshot.asOf
    let violation: [String: SQLValue] = ["violation": row["violation_id"], "id": id]
    let episodes = try snapshot.rows(Queries.Portal.episodes, violation)
    let related = row["violation_id"] == .null ? [] : try snapshot.rows(Queries.Portal.related, violation)
    let limited: [String: SQLValue] = ["id": id, "limit": SQLValue(Self.mostRecords + 1)]
    let observations = try snapshot.rows(Queries.Portal.observations, limited)
    let entries = try snapshot.rows(Queries.Portal.entries, limited)
    let isCut = max(observations.count, entries.count) > Self.mostRecords

    let uid = row.text("uid") ?? ""
    let title = row.text("title").flatMap { $0.trimmedSpaces.isEmpty ? nil : $0 } ?? uid
    let standing = FindingStanding(row, episodes.first, asOf: asOf)
    self.init(
      frame: site.frame(title: Shown.shortened(title), kind: "Finding", section: .findings, asOf: asOf),
      digest: FindingNames.digest(row).hex,
      severity: SeverityMark(row.code("severity") ?? row.code("finding_severity")),
      state: standing.mark, sentence: standing.sentence, warnings: standing.warnings,
      facts: Self.facts(row),
      episodes: episodes.map { EpisodeRow($0, asOf: asOf) },
      timeline: Timeline.rows(
        observations: observations.prefix(Self.mostRecords), entries: entries.prefix(Self.mostRecords)),
      cut: isCut ? "Only the latest records are shown here; the package holds all of them." : nil,
      related: related.map(RelatedRow.init),
      resources: row.names("resources"), standards: row.names("standards"),
      requirements: row.names("requirements"), id: uid, product: row.text("arn") ?? "")
  }

  private static func facts(_ row: Row) -> [Fact] {
    var facts: [Fact] = []
    func add(_ name: String, _ value: String?, _ path: String? = nil) {
      guard let value, !value.isEmpty else { return }
      facts.append(Fact(name, Shown.shortened(value), path: path))
    }
    var search = FindingSearch()
    search.control = row.text("control")
    add(
      "Control", row.text("control"),
      search.control.map { $0.count <= 256 } == true ? search.path(after: nil) : nil)
    search = FindingSearch()
    search.account = row.text("account")
    let account = [row.text("account"), row.text("account_name")].compactMap { $0 }.joined(separator: " · ")
    add("Account", account, search.account.map { $0.count <= 64 } == true ? search.path(after: nil) : nil)
    add("Region", row.text("region"))
    add("Environment", row.text("environment"))
    add("Resource type", row.text("resource_type"))
    add("Reported by", row.text("product"))
    add("First record", row.instant("first_event").map(Shown.time))
    add("Latest record", row.instant("last_event").map(Shown.time))
    return facts
  }
}

extension FindingPage.EpisodeRow {
  fileprivate init(_ row: Row, asOf: Instant) {
    let opened = row.instant("opened_at") ?? asOf
    let closed = row.instant("closed_at")
    var remarks: [String] = []
    let contradictions = row.int("contradictions") ?? 0
    if contradictions > 0 {
      remarks.append("\(Shown.count(contradictions, "claim")) contradicted by the scanner")
    }
    if row.bool("opening_estimated") { remarks.append("opened at that time or before") }
    if row.bool("closing_estimated") { remarks.append("closed at that time or before") }
    if row.bool("weak") { remarks.append("this product cannot tell a patch from a termination") }
    if let defect: TimeDefect = row.code("time_defect") {
      remarks.append("its times cannot be: \(defect.name.replacing("_", with: " "))")
    }
    self.init(
      number: Int(row.int("number") ?? 0), severity: SeverityMark(row.code("severity")),
      state: .of(row.code("state"), row.code("reason")), opened: Shown.time(opened),
      closed: closed.map(Shown.time),
      duration: Shown.duration((closed ?? asOf).milliseconds(since: opened)), remarks: remarks)
  }
}

extension FindingPage.RelatedRow {
  fileprivate init(_ row: Row) {
    let workflow: WorkflowStatus? = row.code("workflow")
    self.init(
      digest: FindingNames.digest(row).hex,
      title: Shown.shortened(row.text("title") ?? row.text("uid") ?? ""),
      standing: "\(row.bool("failing") ? "failing" : "not failing"), workflow \(workflow?.label ?? "unknown")"
    )
  }
}
