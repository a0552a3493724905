public import Measures
public import Policy
public import Remediation
public import Store

/// The numbers of an estate, and if asked for those of each cell of a dimension.
public struct EstateReport: Sendable, Equatable {
  public var whole: EstateSummary
  public var dimension: CutDimension?
  /// Sorted; what is in no other cell comes last.
  public var cells: [EstateSummary] = []

  /// Reads a store as it stood at an instant, on two cores where nobody writes to it meanwhile.
  public init(
    _ store: Store, asOf: Instant, window: Window = .allTime, knownAt: Instant? = nil,
    policy: Policy = .builtIn, by dimension: CutDimension? = nil
  ) throws(StoreError) {
    let work = EstateReadings.Work()
    let shares = try store.shares(asOf: asOf, window: window, knownAt: knownAt) { snapshot, share in
      try EstateReadings(snapshot, share, of: work, policy: policy, by: dimension)
    }
    self.init(shares, asOf: asOf, window: window, by: dimension)
  }

  /// Reads a snapshot, which must not have been read for measures before.
  public init(
    _ snapshot: borrowing Snapshot, policy: Policy = .builtIn, by dimension: CutDimension? = nil
  ) throws(StoreError) {
    self.init(
      [try EstateReadings(snapshot, .whole, of: .init(), policy: policy, by: dimension)],
      asOf: snapshot.asOf, window: snapshot.window, by: dimension)
  }

  /// Puts together what was read in parts.
  private init(_ parts: [EstateReadings], asOf: Instant, window: Window, by dimension: CutDimension?) {
    var readings = EstateReadings()
    for part in parts { readings.add(part) }
    whole = EstateSummary(readings.whole[nil], asOf: asOf, window: window)
    whole.weeks = readings.weeks.weeks(in: window, asOf: asOf)
    whole.churn = readings.churn.list
    self.dimension = dimension
    if dimension != nil {
      cells = readings.cut.cells.map { EstateSummary(readings.cut[$0], asOf: asOf, window: window) }
    }
  }
}
