import JSONKit
import Markup
import Queries
import Remediation
import Reports
import TransparencyLog

/// The files of a population, less those that only the log can give.
struct PopulationPayload {
  /// Sorted by path.
  let files: [BagFile]

  init(_ population: Population, _ provenance: PopulationProvenance, store origin: String?) {
    var list = CSVWriter()
    list.row(PopulationItem.columns)
    var lines: [UInt8] = []
    for item in population.items {
      list.row(item.row)
      lines += item.json.serialised() + [0x0A]
    }
    let queries = (Queries.Population.all + Queries.Views.all).map { query in
      BagFile(PopulationNames.queries + query.path, query.text)
    }
    let page = PopulationPage(population, provenance)
    files =
      ([
        BagFile(PopulationNames.page, Reports.evidencePopulation(page: page.content)),
        BagFile(PopulationNames.ids, population.items.map { $0.id.hex + "\n" }.sorted().joined()),
        BagFile(PopulationNames.csv, list.bytes), BagFile(PopulationNames.lines, lines),
        BagFile(PopulationNames.balance, population.balance.csv),
        BagFile(PopulationNames.breakdown, population.breakdown.csv),
        BagFile(PopulationNames.coverage, Self.coverage(population)),
        BagFile(PopulationNames.files, Self.imports(population)),
        BagFile(
          PopulationNames.receipts, Array(population.receipts.flatMap { $0.serialised() + [0x0A] })),
        BagFile(
          PopulationNames.provenance,
          provenance.json(population, store: origin).serialised(pretty: true) + [0x0A]),
      ] + queries).sorted { $0.path < $1.path }
  }

  /// The entry of the log: the digest of every file, as `sha256sum` writes them.
  var entry: LogEntry { LogEntry(.population, body: Manifest.text(files)) }

  private static func coverage(_ population: Population) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(["account", "region", "standard", "findings", "first_event", "last_event", "expected"])
    for seen in population.coverage {
      csv.row([
        .text(seen.cell.account), .text(seen.cell.region), .text(seen.cell.standard), .number(seen.findings),
        .text(seen.firstEvent?.rfc3339 ?? ""), .text(seen.lastEvent?.rfc3339 ?? ""),
        .text(population.scope.expected.map { $0.contains(seen.cell) ? "yes" : "no" } ?? "not stated"),
      ])
    }
    for cell in population.unseen ?? [] {
      csv.row([.text(cell.account), .text(cell.region), .text(cell.standard), 0, "", "", "yes"])
    }
    return csv.bytes
  }

  private static func imports(_ population: Population) -> [UInt8] {
    var csv = CSVWriter()
    csv.row([
      "run", "file", "sha256", "bytes", "new_records", "accounts", "regions", "first_event", "last_event",
      "problem",
    ])
    for file in population.files {
      csv.row([
        .number(file.run), .text(file.name), .text(file.sha256 ?? ""), .number(file.bytes),
        .number(file.newRecords), .number(file.accounts), .number(file.regions),
        .text(file.firstEvent?.rfc3339 ?? ""), .text(file.lastEvent?.rfc3339 ?? ""),
        .text(file.problem ?? ""),
      ])
    }
    return csv.bytes
  }
}

/// The names of a population's files.
enum PopulationNames {
  static let page = "data/population.html"
  /// The ids alone, sorted: what a sample is drawn from by hand.
  static let ids = "data/ids.txt"
  static let csv = "data/population.csv"
  static let lines = "data/population.jsonl"
  static let balance = "data/balance.csv"
  static let breakdown = "data/breakdown.csv"
  static let coverage = "data/coverage.csv"
  static let files = "data/files.csv"
  static let receipts = "data/receipts.jsonl"
  static let provenance = "data/provenance.json"
  static let queries = "data/queries/"
  static let entry = "data/ledger/population.entry"
  static let proof = "data/ledger/population.tlog-proof"
}
