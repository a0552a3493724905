/// One family with the values that a collection found.
public struct MetricFamily: Sendable, Equatable {
  /// The name as OpenMetrics has it, without `_total` and `_info`.
  public var name: String
  public var type: MetricType
  public var unit: String?
  public var help: String
  /// The names of the labels.
  public var labels: [String]
  /// In the order of their label values; no two have the same.
  public var series: [MetricSeries]

  public init(
    name: String, type: MetricType, unit: String? = nil, help: String, labels: [String] = [],
    series: [MetricSeries] = []
  ) {
    self.name = name
    self.type = type
    self.unit = unit
    self.help = help
    self.labels = labels
    self.series = series
  }

  /// What was taken back of a counter, without values.
  init(retractionsOf definition: MetricDefinition) {
    let shown = definition.type.isDistribution ? definition.family : definition.seriesNames[0]
    self.init(
      name: definition.retractedFamily, type: definition.type, unit: definition.unit,
      help: "What late evidence has taken back of \(shown) since it was counted: that less this is the value "
        + "which all records together give.",
      labels: definition.labels)
  }

  /// A family as its file defines it, without values.
  init(_ definition: MetricDefinition) {
    self.init(
      name: definition.family, type: definition.type, unit: definition.unit, help: definition.help,
      labels: definition.labels)
  }

  /// Every name that a series of this family may have in either format.
  var names: [String] { [name] + type.sampleSuffixes.map { name + $0 } }
}

/// The value of a family for one set of labels.
public struct MetricSeries: Sendable, Equatable {
  public enum Value: Sendable, Equatable {
    case number(Double)
    case distribution(Distribution)
  }

  /// In the order of the family's labels.
  public var labels: [String]
  public var value: Value

  init(labels: [String], value: Value) {
    self.labels = labels
    self.value = value
  }

  public init(_ labels: [String] = [], _ value: Double) {
    self.labels = labels
    self.value = .number(value)
  }

  public init(_ labels: [String] = [], _ distribution: Distribution) {
    self.labels = labels
    value = .distribution(distribution)
  }
}

/// How many values fall in each bucket, and their sum.
public struct Distribution: Sendable, Equatable {
  public struct Bucket: Sendable, Equatable {
    /// The bucket's upper limit, inclusive; the last one's is infinite.
    public var edge: Double
    /// The values in this bucket alone.
    public var count: Double
  }

  /// Ascending; the last one's edge is infinite.
  public private(set) var buckets: [Bucket] = []
  public private(set) var sum = 0.0

  public init() {
    buckets = [Bucket(edge: .infinity, count: 0)]
  }

  /// Adds values that fall in the bucket below `edge`.
  public mutating func add(edge: Double, count: Double, sum: Double) {
    let index = buckets.firstIndex { $0.edge >= edge } ?? buckets.endIndex - 1
    if buckets[index].edge == edge {
      buckets[index].count += count
    } else {
      buckets.insert(Bucket(edge: edge, count: count), at: index)
    }
    self.sum += sum
  }

  public mutating func merge(_ other: Distribution) {
    for bucket in other.buckets { add(edge: bucket.edge, count: bucket.count, sum: 0) }
    sum += other.sum
  }

  /// The counts of all values up to each edge, as Prometheus has them.
  public var cumulative: [Bucket] {
    var running = 0.0
    return buckets.map { bucket in
      running += bucket.count
      return Bucket(edge: bucket.edge, count: running)
    }
  }
}
