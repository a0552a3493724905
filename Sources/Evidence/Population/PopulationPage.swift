import Remediation
import Reports
import Store

/// `population.html`: the balance and what it rests on, for people.
struct PopulationPage {
  let content: EvidencePopulation

  init(_ population: Population, _ provenance: PopulationProvenance) {
    let scope = population.scope
    var facts: [PageFrame.Fact] = [
      .init("Period", Self.period(scope)), .init("As of", scope.asOf.shown),
      .init("Made by", scope.operator), .init("Taken out of the store", provenance.extractedAt.shown),
    ]
    for (name, value) in [
      ("Control", scope.control), ("Account", scope.account), ("Standard", scope.standard),
      ("Requirement", scope.requirement),
    ] {
      if let value { facts.append(.init(name, shortened(value, to: 200))) }
    }
    content = EvidencePopulation(
      frame: PageFrame(
        title: "\(counted(population.count, "violation")), \(counted(population.balance.left, "episode"))",
        kind: "Population",
        summary:
          "Every violation in scope that was open for some time in the period. Both sides of the balance "
          + "are counted each by itself, in the list and in the store, and agree.",
        facts: facts, producer: provenance.producer),
      balance: Self.balance(population.balance), outside: Self.outside(population),
      breakdown: PopulationBreakdown.Dimension.allCases.map { Self.table($0, population.breakdown) },
      coverage: Self.coverage(population), gaps: Self.gaps(population), files: Self.files(population))
  }

  private static func period(_ scope: PopulationScope) -> String {
    let from = scope.window.from.map { "from \($0.shown)" } ?? "from the beginning"
    return from + (scope.window.to.map { " up to, and without, \($0.shown)" } ?? " up to as-of")
  }

  private static func balance(_ balance: PopulationBalance) -> DataTable {
    var table = DataTable("The balance of episodes", [.text("Line"), .text("Side"), .number("Episodes")])
    for line in balance.lines {
      table.add(line.name.replacing("_", with: " "), [line.side, String(line.count)])
    }
    return table
  }

  private static func outside(_ population: Population) -> DataTable {
    let apart = population.exclusions
    var table = DataTable(
      "All violations of the store", [.text("Where"), .number("Violations")])
    table.add("in the population", [String(population.count)])
    table.add("outside of the period or the filters", [String(apart.filtered)])
    table.add("never seen failing", [String(apart.neverFailing)])
    table.add("of a sender that may not speak for its product", [String(apart.untrusted)])
    table.add("known from records later than as-of", [String(apart.later)])
    table.add("in the store", [String(apart.violations)])
    return table
  }

  private static func table(
    _ dimension: PopulationBreakdown.Dimension, _ breakdown: PopulationBreakdown
  ) -> DataTable {
    var table = DataTable(
      "By \(dimension.rawValue)",
      [
        .text(dimension.rawValue.capitalisedFirst), .number("Violations"), .number("Carried in"),
        .number("Opened"), .number("Verified"), .number("Closed otherwise"), .number("Claimed"),
        .number("Open"), .number("Time defects"),
      ])
    for row in breakdown.rows(dimension) {
      let endings = row.balance.endings
      func count(_ ending: PopulationItem.Ending) -> Int { endings[ending, default: 0] }
      let closed = CloseReason.allCases.reduce(0) { $0 + count(.closed($1)) }
      let verified = count(.closed(.verified))
      table.add(
        row.name.isEmpty ? "none named" : shortened(row.name, to: 200),
        [
          row.violations, row.balance.carriedIn, row.balance.opened, verified, closed - verified,
          count(.claimed), count(.open), count(.timeDefect),
        ].map { String($0) })
    }
    return table
  }

  private static func coverage(_ population: Population) -> DataTable {
    var table = DataTable(
      "Accounts, regions and standards that were seen, over all records up to as-of",
      [
        .text("Account"), .text("Region"), .text("Standard"), .number("Findings"), .text("First record"),
        .text("Last record"),
      ])
    for seen in population.coverage {
      table.add(
        shortened(seen.cell.account, to: 200),
        [
          shortened(seen.cell.region, to: 200), shortened(seen.cell.standard, to: 200), String(seen.findings),
          seen.firstEvent?.shown ?? "", seen.lastEvent?.shown ?? "",
        ])
    }
    return table
  }

  /// What is missing, each in a sentence.
  private static func gaps(_ population: Population) -> [String] {
    var gaps = population.silences.map {
      "Nothing was observed from \($0.from.shown) to \($0.to.shown)."
    }
    switch population.unseen {
    case nil:
      gaps.append(
        "Which accounts, regions and standards ought to have been seen was not stated (--expected).")
    case let unseen?:
      for cell in unseen {
        gaps.append(
          "Expected and not seen: account \(shortened(cell.account, to: 200)), region "
            + "\(shortened(cell.region, to: 200)), standard \(shortened(cell.standard, to: 200)).")
      }
    }
    if population.rejected > 0 {
      gaps.append(
        "\(counted(population.rejected, "record")) could not be read and \(population.rejected == 1 ? "is" : "are") "
          + "kept apart (closeout rejected).")
    }
    if population.unreceiptedRecords > 0 {
      gaps.append("\(counted(population.unreceiptedRecords, "record")) came with an import that was killed.")
    }
    return gaps
  }

  private static func files(_ population: Population) -> DataTable {
    var table = DataTable(
      "Files that were imported",
      [
        .text("File"), .number("Run"), .number("Bytes"), .number("New records"), .text("First record"),
        .text("Last record"), .text("SHA-256"),
      ])
    for file in population.files {
      table.add(
        shortened(file.name, to: 500),
        [
          String(file.run), String(file.bytes), String(file.newRecords), file.firstEvent?.shown ?? "",
          file.lastEvent?.shown ?? "", file.sha256 ?? (file.problem.map { shortened($0, to: 200) } ?? ""),
        ])
    }
    return table
  }
}
