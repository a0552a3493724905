import Measures
import Remediation
import Store

/// What was read of measures, each cell on its own.
struct MeasureReadings: Sendable {
  private var readings: [ExactText?: MeasureReading] = [:]

  /// Measures whose single amounts are needed, not only their sum.
  private static let distributions: Set<MeasureName> = [
    .timeToRemediate, .survival, .stageAssigned, .stageAttempted, .stageApplied, .reviewTime,
  ]

  init() {}

  /// - Parameters:
  ///   - columns: columns that `body` reads beside the measures of each episode.
  ///   - portions: those of the episodes that are left are read.
  init(
    _ names: [MeasureName], in snapshot: borrowing Snapshot, besideEpisodes columns: [String] = [],
    _ portions: Portions,
    _ body: (PassRows) -> Void = { _ in }
  ) throws(StoreError) {
    readings = try snapshot.readings(
      of: names, keepingAmountsOf: Self.distributions, besideEpisodes: columns, portions, body)
  }

  /// Adds what was read of other measures.
  mutating func add(_ other: MeasureReadings) {
    readings.merge(other.readings) { $0.adding($1) }
  }

  /// The cells that hold anything, sorted; nil, for what is in no other, comes last.
  var cells: [String?] {
    let named: [String?] = readings.keys.compactMap { $0 }.sorted().texts
    return readings.keys.contains(nil) ? named + [nil] : named
  }

  subscript(cell: String?) -> Cell {
    Cell(reading: readings[cell.map(ExactText.init)] ?? MeasureReading(), cell: cell)
  }

  /// The measures of one cell.
  struct Cell {
    fileprivate let reading: MeasureReading
    let cell: String?

    subscript(name: MeasureName) -> MeasureCount { reading.counts[name] ?? MeasureCount() }

    /// The amounts that count, the smallest first.
    func amounts(_ name: MeasureName) -> [MeasureAmount] { reading.amounts[name] ?? [] }

    func share(_ name: MeasureName) -> Share { Share(self[name]) }
  }
}
