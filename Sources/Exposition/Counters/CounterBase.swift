import Remediation
import Statistics
public import Store

/// What counters have shown so far: they go on from there.
///
/// The fold makes every number again whenever records come, and late evidence may undo what was counted: a
/// suppression is lifted, and an episode that had ended goes on. A counter of Prometheus must not fall,
/// though: `increase` would take a fall by one for a restart and report the whole value. So a counter shows
/// what it has counted, what the fold no longer has is added to a counter of retractions beside it, and the
/// one less the other is the folded value at every moment, in whatever order the records came.
public struct CounterBase: Sendable, Equatable {
  private var counts: [CountedName: Counted] = [:]
  /// The label sets of each family, so that a series never goes away.
  private var labels: [String: Set<[ExactText]>] = [:]
  /// What the store does not have yet.
  public private(set) var unkept: [CountedName: Counted] = [:]

  /// Nothing shown yet: the totals are the folded values, as for an instant of the past.
  public init() {}

  /// Goes on from what others have shown of the same store.
  public mutating func merge(_ others: [CountedName: Counted]) {
    for (name, counted) in others {
      counts[name, default: Counted()].merge(counted)
      labels[name.family, default: []].insert(name.labels.exact)
    }
  }

  /// The store has what was shown.
  public mutating func markKept() {
    unkept = [:]
  }

  /// The values of a family's label that were shown before: they keep their series whatever else is recorded.
  func values(of label: Int, in definition: MetricDefinition) -> Set<ExactText> {
    var values = Set(labels(of: definition.family, count: definition.labels.count).map { $0[label] })
    values.remove(ExactText("other"))
    return values
  }

  /// A counter as it may be shown, with what was taken back beside it where anything may be.
  mutating func show(_ folded: MetricFamily, _ definition: MetricDefinition) -> [MetricFamily] {
    let before = labels(of: folded.name, count: folded.labels.count)
    let now = Dictionary(uniqueKeysWithValues: folded.series.map { ($0.labels.exact, $0.value) })
    var (shown, undone) = (folded, MetricFamily(retractionsOf: definition))
    (shown.series, undone.series) = ([], [])
    for labels in before.union(now.keys).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let (total, retracted) = take(now[labels], CountedName(folded.name, labels.texts), definition)
      shown.series.append(MetricSeries(labels: labels.texts, value: total))
      undone.series.append(MetricSeries(labels: labels.texts, value: retracted))
    }
    return definition.isRetractable ? [shown, undone] : [shown]
  }

  private func labels(of family: String, count: Int) -> Set<[ExactText]> {
    // A user's query may have had other labels once.
    (labels[family] ?? []).filter { $0.count == count }
  }

  // MARK: Numbers

  private mutating func take(
    _ folded: MetricSeries.Value?, _ name: CountedName, _ definition: MetricDefinition
  ) -> (total: MetricSeries.Value, retracted: MetricSeries.Value) {
    let isRetractable = definition.isRetractable
    guard definition.type.isDistribution else {
      var number = 0.0
      if case .number(let value)? = folded { number = value }
      let counted = take(number, name, isRetractable)
      return (.number(counted.total), .number(counted.retracted))
    }
    var values = Distribution()
    if case .distribution(let value)? = folded { values = value }
    var (total, retracted) = (Distribution(), Distribution())
    for (edge, count) in buckets(of: name, values) {
      let counted = take(count, name.part(MetricNumber.edge(edge)), isRetractable)
      total.add(edge: edge, count: counted.total, sum: 0)
      retracted.add(edge: edge, count: counted.retracted, sum: 0)
    }
    let sum = take(values.sum, name.part(Self.sum), isRetractable)
    total.add(edge: .infinity, count: 0, sum: sum.total)
    retracted.add(edge: .infinity, count: 0, sum: sum.retracted)
    return (.distribution(total), .distribution(retracted))
  }

  /// The buckets that there are now, and those that were shown when the policy had other targets.
  private func buckets(of name: CountedName, _ values: Distribution) -> [(edge: Double, count: Double)] {
    let now = Dictionary(uniqueKeysWithValues: values.buckets.map { ($0.edge, $0.count) })
    let before = counts.keys.filter { CountedName($0.family, $0.labels) == name }
      .compactMap { $0.part == "+Inf" ? .infinity : Double($0.part) }
    return Set(before).union(now.keys).sorted().map { ($0, now[$0] ?? 0) }
  }

  private mutating func take(_ folded: Double, _ name: CountedName, _ isRetractable: Bool) -> Counted {
    update(name) { counted in
      if isRetractable { counted.take(folded) } else { counted.merge(Counted(total: folded, retracted: 0)) }
    }
  }

  @discardableResult
  private mutating func update(_ name: CountedName, _ change: (inout Counted) -> Void) -> Counted {
    let before = counts[name] ?? Counted()
    var counted = before
    change(&counted)
    if counted != before {
      counts[name] = counted
      labels[name.family, default: []].insert(name.labels.exact)
      unkept[name] = counted
    }
    return counted
  }

  private static let sum = "sum"
}

extension CountedName {
  fileprivate func part(_ part: String) -> CountedName {
    CountedName(family, labels, part: part)
  }
}
