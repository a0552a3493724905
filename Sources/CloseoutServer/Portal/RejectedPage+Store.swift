import Queries
import Reports
import Store

extension RejectedPage {
  static let pageSize = 100

  /// - Parameter after: the number behind which the page begins; 0 is the first page.
  init(after: Int64, site: Site, _ snapshot: borrowing Snapshot) throws(StoreError) {
    let rows = try snapshot.rows(
      Queries.Portal.rejected, ["after": .int(after), "limit": SQLValue(Self.pageSize + 1)])
    let shown = rows.prefix(Self.pageSize)
    let total = rows.first?.int("total") ?? 0
    self.init(
      frame: site.frame(
        title: "Rejected records", kind: "Portal",
        summary: "What came and could not be read. Nothing is dropped: the exact bytes are kept.",
        section: .rejected, asOf: snapshot.asOf),
      count: total == 0
        ? "None."
        : "\(Shown.count(total, "record")) in all. "
          + "closeout rejected show NUMBER prints the bytes of one.",
      rows: shown.map { Record($0) },
      next: rows.count > shown.count ? shown.last?.int("id").map { "/rejected?after=\($0)" } : nil,
      first: after == 0 ? nil : "/rejected")
  }
}

extension RejectedPage.Record {
  fileprivate init(_ row: Row) {
    self.init(
      id: Int(row.int("id") ?? 0),
      place: "\(Shown.file(row.text("file") ?? "")):\(row.int("line") ?? 0)",
      path: row.text("path").map { Shown.shortened($0) }, reason: row.text("reason") ?? "",
      explanation: Shown.shortened(row.text("explanation") ?? "").sentenceCased,
      hint: row.text("hint").map { Shown.shortened($0).sentenceCased },
      size: Shown.bytes(row.int("size") ?? 0))
  }
}
