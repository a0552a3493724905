import JSONKit
import Queries
import Remediation
public import Store
import TransparencyLog

extension Population {
  /// Reads the population of a snapshot whose as-of and window are those of the scope.
  ///
  /// - Throws: `unreconciled` when totals do not agree that have to.
  public init(_ scope: PopulationScope, of snapshot: borrowing Snapshot) throws {
    self.init(scope: scope)
    _ = try snapshot.rows(Queries.Population.createEpisode)
    _ = try snapshot.rows(Queries.Population.createScope, scope.parameters)
    var tree = try snapshot.log()
    logSize = tree.size
    for row in try snapshot.rows(Queries.Population.violations) {
      add(try Self.item(row, scope, snapshot, &tree))
    }
    try read(coverageOf: snapshot)
    try read(importsOf: snapshot)
    try reconcile(with: snapshot)
  }

  // MARK: The list

  private static func item(
    _ row: Row, _ scope: PopulationScope, _ snapshot: borrowing Snapshot, _ tree: inout TreeReader
  ) throws -> PopulationItem {
    let id: [String: SQLValue] = ["violation": row["id"]]
    let findings = try snapshot.rows(Queries.Population.findings, id)
    let names = { (column: String) in
      Set(findings.flatMap { $0.text(column).map(texts) ?? [] }.exact).sorted().texts
    }
    return PopulationItem(
      key: ViolationKey(
        partition: row.text("partition") ?? "", account: row.text("account") ?? "",
        region: row.text("region") ?? "", control: row.text("control") ?? "",
        resources: row.text("resources").map(texts) ?? []),
      accountName: row.text("account_name"), severity: row.code("severity") ?? .unknown,
      standards: names("standards"),
      requirements: Set((names("requirements") + scope.requirements(of: row.text("control") ?? "")).exact)
        .sorted().texts,
      findings: try findings.map { try finding($0, &tree) },
      episodes: try snapshot.rows(Queries.Population.episodes, id).map(episode))
  }

  private static func finding(_ row: Row, _ tree: inout TreeReader) throws -> PopulationItem.Finding {
    guard let head = row.int("head") else {
      throw EvidenceError(
        .corruptStore, "the finding \(row.int("id") ?? 0) has no head in the log",
        hint: "closeout check-store")
    }
    return PopulationItem.Finding(
      identity: FindingIdentity(productArn: row.text("arn") ?? "", id: row.text("uid") ?? ""),
      workflow: row.code("workflow") ?? .new, isFailing: row.bool("failing"),
      lastEvent: row.instant("last_event") ?? Instant(milliseconds: 0),
      head: Int(head), headLeaf: try tree.leaf(at: Int(head)))
  }

  private static func episode(_ row: Row) -> PopulationItem.Episode {
    let ending: PopulationItem.Ending =
      if row.int("defect") != nil {
        .timeDefect
      } else if row.bool("ended"), let reason: CloseReason = row.code("reason") {
        .closed(reason)
      } else if row.bool("claimed") {
        .claimed
      } else {
        .open
      }
    return PopulationItem.Episode(
      number: Int(row.int("number") ?? 0), openedAt: row.instant("opened_at") ?? Instant(milliseconds: 0),
      closedAt: row.bool("ended") ? row.instant("closed_at") : nil,
      severity: row.code("severity") ?? .unknown, contradictions: Int(row.int("contradictions") ?? 0),
      isCarriedIn: row.bool("carried_in"), ending: ending)
  }

  /// The texts of a JSON array.
  private static func texts(_ json: String) -> [String] {
    guard case .array(let values) = try? JSONValue.parse(json) else { return [] }
    return values.compactMap(\.string)
  }

  // MARK: What it was read from

  private mutating func read(coverageOf snapshot: borrowing Snapshot) throws {
    for row in try snapshot.rows(Queries.Population.coverage) {
      coverage.append(
        Coverage(
          cell: CoverageCell(
            account: row.text("account") ?? "", region: row.text("region") ?? "",
            standard: row.text("standard") ?? ""),
          findings: Int(row.int("findings") ?? 0), firstEvent: row.instant("first_event"),
          lastEvent: row.instant("last_event")))
    }
    var days = try snapshot.rows(Queries.Population.observedDays).compactMap { $0.int("day") }
    // The period's own ends, where it has them, are days like any other.
    if let from = scope.window.from { days.insert(from.milliseconds / .day - 1, at: 0) }
    if let to = scope.window.to { days.append((to.milliseconds - 1) / .day + 1) }
    silences = zip(days, days.dropFirst()).filter { $1 - $0 > 1 }.map { before, after in
      Silence(
        from: Instant(milliseconds: (before + 1) * .day), to: Instant(milliseconds: after * .day))
    }
  }

  private mutating func read(importsOf snapshot: borrowing Snapshot) throws {
    for row in try snapshot.rows(Queries.Population.runs) {
      let receipt = row.text("receipt").flatMap { try? JSONValue.parse($0) }
      receipts.append([
        "schema": 1,
        "run": .int(row.int("id") ?? 0),
        "started": row.instant("started_at").map { .string($0.rfc3339) } ?? .null,
        "finished": row.instant("finished_at").map { .string($0.rfc3339) } ?? .null,
        "receipt": receipt ?? .null,
      ])
    }
    for row in try snapshot.rows(Queries.Population.files) {
      files.append(
        ImportedFile(
          run: Int(row.int("run_id") ?? 0), name: row.text("name") ?? "", sha256: row.text("sha256"),
          bytes: Int(row.int("bytes") ?? 0), newRecords: Int(row.int("new_records") ?? 0),
          accounts: Int(row.int("accounts") ?? 0), regions: Int(row.int("regions") ?? 0),
          firstEvent: row.instant("first_event"), lastEvent: row.instant("last_event"),
          problem: row.text("problem")))
    }
  }

  // MARK: What has to agree

  private mutating func reconcile(with snapshot: borrowing Snapshot) throws {
    guard let counted = try snapshot.first(Queries.Population.balance),
      let apart = try snapshot.first(Queries.Population.exclusions),
      let log = try snapshot.first(Queries.Population.log)
    else { throw EvidenceError(.unreconciled, "the store gives no totals") }
    exclusions = Exclusions(apart)
    rejected = Int(log.int("rejected") ?? 0)
    let stored = PopulationBalance(counted)
    guard balance.isReconciled, stored.isReconciled, balance.agrees(with: stored) else {
      throw EvidenceError(
        .unreconciled,
        "the balance does not reconcile: \(balance.left) came in, \(balance.right) went out by the list; "
          + "\(stored.left) and \(stored.right) by the store",
        hint: "closeout check-store; closeout rebuild makes the derived tables anew")
    }
    guard exclusions.isReconciled(with: items.count) else {
      throw EvidenceError(
        .unreconciled,
        "the store has \(exclusions.violations) violations, and \(items.count) in the population and "
          + "\(exclusions.all) outside of it do not add up to that")
    }
    records = Int(log.int("records") ?? 0)
    unreceiptedRecords = Int(log.int("unreceipted") ?? 0)
    let receipted = receipts.reduce(0) {
      $0 + Int(JSONValue?.some($1)["receipt"]["records"]["new"].integer ?? 0)
    }
    guard records == receipted + unreceiptedRecords else {
      throw EvidenceError(
        .unreconciled,
        "the store has \(records) records; its receipts account for \(receipted), and imports that were killed "
          + "for \(unreceiptedRecords)",
        hint: "closeout check-store")
    }
  }
}

extension JSONValue? {
  fileprivate subscript(name: String) -> JSONValue? { self?[name] }
  fileprivate var integer: Int64? { if case .int(let value)? = self { value } else { nil } }
}
