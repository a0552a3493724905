public import Measures
public import Policy
public import Remediation
public import Store

/// What one measure is: its definition, the counts put in, and every case behind them.
public struct Explanation: Sendable, Equatable {
  public var definition: MeasureDefinition
  public var asOf: Instant
  public var window: Window
  public var dimension: CutDimension?
  /// Sorted; what is in no cell comes last.
  public var cells: [Cell]

  public struct Cell: Sendable, Equatable {
    /// Nil for one whole, and for what is in no other cell.
    public var value: String?
    public var count: MeasureCount
    /// Those of the numerator first, then the rest of the denominator, then what is left out.
    public var cases: [MeasureCase]
  }

  public init(
    _ name: MeasureName, in snapshot: borrowing Snapshot, policy: Policy, by dimension: CutDimension? = nil
  ) throws(StoreError) {
    try snapshot.prepareCases(policy)
    try self.init(prepared: name, in: snapshot, by: dimension)
  }

  /// Reads a measure of a snapshot that was prepared for it.
  init(
    prepared name: MeasureName, in snapshot: borrowing Snapshot, by dimension: CutDimension?
  ) throws(StoreError) {
    try snapshot.cut(by: dimension)
    definition = MeasureDefinition(name)
    asOf = snapshot.asOf
    window = snapshot.window
    self.dimension = dimension
    let cases = Dictionary(grouping: try snapshot.cases(of: name)) { $0.cell.map(ExactText.init) }
    let counts = try snapshot.counts(of: name)
    let named: [ExactText?] = counts.keys.compactMap { $0 }.sorted()
    cells = (counts.keys.contains(nil) ? named + [nil] : named).map { value in
      Cell(value: value?.text, count: counts[value] ?? MeasureCount(), cases: cases[value] ?? [])
    }
  }
}
