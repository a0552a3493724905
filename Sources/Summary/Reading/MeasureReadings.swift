import Measures
import Remediation
import Store

/// All measures of a snapshot, each cell on its own.
struct MeasureReadings {
  private var counts: [MeasureName: [String?: MeasureCount]] = [:]
  private var amounts: [MeasureName: [String?: [(amount: Int64, isNumerator: Bool)]]] = [:]

  /// Measures whose single amounts are needed, not only their sum.
  private static let distributions: [MeasureName] = [
    .timeToRemediate, .survival, .stageAssigned, .stageAttempted, .stageApplied, .reviewTime,
  ]

  init(_ snapshot: borrowing Snapshot) throws(StoreError) {
    for name in MeasureName.allCases { counts[name] = try snapshot.counts(of: name) }
    for name in Self.distributions { amounts[name] = try snapshot.amounts(of: name) }
  }

  /// The cells that hold anything, sorted; nil, for what is in no other, comes last.
  var cells: [String?] {
    let all = Set(counts.values.flatMap(\.keys))
    let named: [String?] = all.compactMap { $0 }.sorted()
    return all.contains(nil) ? named + [nil] : named
  }

  subscript(cell: String?) -> Cell { Cell(readings: self, cell: cell) }

  /// The measures of one cell.
  struct Cell {
    fileprivate let readings: MeasureReadings
    let cell: String?

    subscript(name: MeasureName) -> MeasureCount { readings.counts[name]?[cell] ?? MeasureCount() }

    /// The amounts that count, the smallest first, and whether each is in the numerator.
    func amounts(_ name: MeasureName) -> [(amount: Int64, isNumerator: Bool)] {
      readings.amounts[name]?[cell] ?? []
    }

    func share(_ name: MeasureName) -> Share { Share(self[name]) }
  }
}
