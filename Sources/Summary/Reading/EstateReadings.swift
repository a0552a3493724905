import Measures
import Policy
import Queries
import Store

/// What is read of an estate for its numbers: all of it, or the share of a snapshot.
struct EstateReadings: Sendable {
  private(set) var whole = MeasureReadings()
  /// Cut by a dimension; nothing where none was asked for.
  private(set) var cut = MeasureReadings()
  private(set) var weeks = WeekTally()
  private(set) var churn = ChurnTally()

  init() {}

  /// What the shares of one reading take from in turn.
  struct Work: Sendable {
    let whole = Portions()
    let cut = Portions()
  }

  /// Reads a snapshot, which must not have been read for measures before.
  init(
    _ snapshot: borrowing Snapshot, _ share: SnapshotShare, of work: Work, policy: Policy,
    by dimension: CutDimension?
  ) throws(StoreError) {
    try snapshot.prepareCases(policy, for: share, by: dimension)
    let names = snapshot.measures(of: share)
    var (weeks, churn) = (WeekTally(), try ChurnTally(snapshot))
    whole = try MeasureReadings(
      names, in: snapshot, besideEpisodes: [Queries.Summary.weeks, Queries.Summary.churn], work.whole
    ) {
      weeks.add($0)
      churn.add($0)
    }
    (self.weeks, self.churn) = (weeks, churn)
    guard let dimension else { return }
    try snapshot.cut(by: dimension)
    cut = try MeasureReadings(names, in: snapshot, work.cut)
  }

  /// Adds the other share.
  mutating func add(_ other: EstateReadings) {
    whole.add(other.whole)
    cut.add(other.cut)
    weeks.add(other.weeks)
    churn.add(other.churn)
  }
}
