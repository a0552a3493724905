import Markup
import TransparencyLog

/// Whether a population is the one that the log has, and its totals follow from its list.
struct PopulationChecks {
  let files: PackageFiles

  /// Whether the bag is a population and not a package.
  static func apply(to files: PackageFiles) -> Bool { files[PopulationNames.entry] != nil }

  /// The entry lists every file as it is, and stands in the log.
  func population(
    identifier: Hash256?, _ ledger: LedgerChecks
  ) throws(CheckFailure) -> String {
    let entry: LogEntry
    do throws(LogError) {
      entry = try LogEntry(parsing: files[PopulationNames.entry] ?? [])
    } catch {
      throw .failed("\(PopulationNames.entry): \(error)")
    }
    guard entry.type == .population, Hash256(sha256: entry.bytes) == identifier else {
      throw .failed("\(PopulationNames.entry) is not the population that bag-info.txt names")
    }
    let listed = files.paths(below: "data/").filter { !$0.hasPrefix(BagNames.ledger) }
      .map { BagFile($0, files[$0] ?? []) }
    guard entry.body == Manifest.text(listed) else {
      throw .failed("the files are not those that the population's entry of the log lists")
    }
    try ledger.prove(entry.leafHash, PopulationNames.proof)
    return "\(counted(listed.count, "file")), the leaf \(entry.leafHash.hex)"
  }

  /// Adds the list up again.
  func balance() throws(CheckFailure) -> String {
    guard let items = PopulationItem.all(files[PopulationNames.lines] ?? []) else {
      throw .failed(
        "\(PopulationNames.lines) has a line that is no violation, or not the one that it is called")
    }
    var balance = PopulationBalance()
    var breakdown = PopulationBreakdown()
    var list = CSVWriter()
    list.row(PopulationItem.columns)
    for item in items {
      balance.add(item)
      breakdown.add(item)
      list.row(item.row)
    }
    guard balance.isReconciled else {
      throw .failed("\(balance.left) episodes came in and \(balance.right) went out")
    }
    let ids = items.map { $0.id.hex + "\n" }.sorted().joined()
    for (path, bytes) in [
      (PopulationNames.ids, Array(ids.utf8)), (PopulationNames.csv, list.bytes),
      (PopulationNames.balance, balance.csv),
      (PopulationNames.breakdown, breakdown.csv),
    ] where files[path] != bytes {
      throw .failed("\(path) says something else than \(PopulationNames.lines)")
    }
    return "\(counted(items.count, "violation")), \(counted(balance.left, "episode")) in and out"
  }
}
