import Queries
import Remediation
import Reports
import Store
import TransparencyLog

extension FindingsPage {
  init(
    _ search: FindingSearch, site: Site, names: FindingNames, _ snapshot: borrowing Snapshot
  ) throws {
    var parameters = search.parameters
    if let cursor = search.after {
      guard let row = try names.row(of: cursor.finding, in: snapshot) else { throw Refusal.notFound }
      parameters["after_first"] = .int(cursor.first)
      parameters["after_second"] = .int(cursor.second)
      parameters["after_uid"] = row["uid"]
      parameters["after_arn"] = row["arn"]
    }
    let rows = try snapshot.rows(Queries.Portal.findings, parameters)
    let shown = rows.prefix(FindingSearch.pageSize)
    let asOf = snapshot.asOf
    self.init(
      frame: site.frame(title: "Findings", kind: "Portal", section: .findings, asOf: asOf),
      search: SearchForm(search),
      count: Self.count(total: rows.first?.int("total") ?? 0, search),
      rows: shown.map { FindingRow($0, asOf: asOf) },
      next: rows.count > shown.count ? shown.last.map { search.path(after: .init($0)) } : nil,
      first: search.after == nil ? nil : search.path(after: nil))
  }

  private static func count(total: Int64, _ search: FindingSearch) -> String {
    guard search.isActive else { return "\(Shown.count(total, "finding")) in all." }
    return total == 1 ? "1 finding matches." : "\(Shown.count(total)) findings match."
  }
}

extension FindingSearch.Cursor {
  fileprivate init(_ row: Row) {
    self.init(
      first: row.int("first_key") ?? 0, second: row.int("second_key") ?? 0, finding: FindingNames.digest(row))
  }
}

extension FindingRow {
  fileprivate init(_ row: Row, asOf: Instant) {
    let uid = row.text("uid") ?? ""
    let title = row.text("title").flatMap { $0.trimmedSpaces.isEmpty ? nil : $0 } ?? uid
    let resources = row.names("resources")
    let opened = row.instant("opened_at")
    self.init(
      digest: FindingNames.digest(row).hex,
      title: Shown.shortened(title),
      severity: SeverityMark(row.code("severity")),
      state: .of(row.code("state"), row.code("reason")),
      control: row.text("control").map { Shown.shortened($0, to: 60) },
      account: row.text("account").map { Shown.shortened($0, to: 40) },
      accountName: row.text("account_name").map { Shown.shortened($0, to: 40) },
      region: row.text("region").map { Shown.shortened($0, to: 40) },
      resource: resources.first.map { Shown.shortened(Shown.resource($0), to: 120) },
      moreResources: resources.count > 1 ? "and \(resources.count - 1) more" : nil,
      opened: opened.map(Shown.day),
      age: opened.map { opened in
        let end = row.instant("closed_at")
        return "\(Shown.duration((end ?? asOf).milliseconds(since: opened)))\(end == nil ? "" : " to close")"
      })
  }
}

extension SearchForm {
  fileprivate init(_ search: FindingSearch) {
    self.init(
      text: search.words.joined(separator: " "), account: search.account ?? "", control: search.control ?? "",
      severities: [Choice("", "Any", isSelected: search.severity == nil)]
        + Severity.allCases.reversed().map {
          Choice(
            $0.label.lowercased(), $0.label.lowercased().sentenceCased, isSelected: $0 == search.severity)
        },
      states: [Choice("", "Any", isSelected: search.standing == nil)]
        + FindingSearch.Standing.all.map { Choice($0.name, $0.label, isSelected: $0 == search.standing) },
      orders: FindingSearch.Order.allCases.map { Choice($0.name, $0.label, isSelected: $0 == search.order) },
      isActive: search.isActive)
  }
}
