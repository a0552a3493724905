import Ingest
import Remediation

/// Entries that stand next to each other in the hash chain of their ledger.
struct LedgerNeighbours {
  private struct Place: Hashable {
    let source: ExactText
    let sequence: Int64

    init(source: String, sequence: Int64) {
      self.source = ExactText(source)
      self.sequence = sequence
    }
  }

  private var places: Set<Place> = []

  /// - Parameter records: those whose neighbours are asked for.
  init(of records: [ReadRecord]) {
    for record in records {
      guard let entry = record.chainedEntry, let sequence = entry.chain?.sequence else { continue }
      places.insert(Place(source: entry.source, sequence: sequence))
    }
  }

  /// Whether an entry stands before or after one of them.
  func contains(_ entry: LedgerEntry) -> Bool {
    guard let sequence = entry.chain?.sequence else { return false }
    return places.contains(Place(source: entry.source, sequence: sequence - 1))
      || places.contains(Place(source: entry.source, sequence: sequence + 1))
  }

  /// The pairs of indexes between which a chain does not hold: no entry in the place before one has the hash
  /// that this one names.
  static func breaks(in records: [ReadRecord]) -> [(before: Int, after: Int)] {
    var indexes: [Place: [Int]] = [:]
    for (index, record) in records.enumerated() {
      guard let entry = record.chainedEntry, let sequence = entry.chain?.sequence else { continue }
      indexes[Place(source: entry.source, sequence: sequence), default: []].append(index)
    }
    return records.indices.compactMap { index in
      guard let entry = records[index].chainedEntry, let chain = entry.chain, let sequence = chain.sequence,
        let before = indexes[Place(source: entry.source, sequence: sequence - 1)], let first = before.first,
        !before.contains(where: { records[$0].chainedEntry?.chain?.hash == chain.previousHash })
      else { return nil }
      return (first, index)
    }
  }
}
