import Remediation
import Statistics
import Store

/// Makes a family out of the rows of its query.
struct FamilyBuilder {
  private let definition: MetricDefinition
  private let cappedLabel: Int?
  /// The values of the capped label that are kept.
  private var kept: Set<ExactText> = []
  private var values: [[ExactText]: MetricSeries.Value] = [:]
  private var samples: [[ExactText]: [KaplanMeier.Sample]] = [:]
  /// The label sets of the rows, to find one that comes twice.
  private var seen: Set<[ExactText]> = []
  private var dropped: Set<[ExactText]> = []
  /// The columns of the rows so far: every row of a query has the same.
  private var checkedColumns: [String]?

  /// - Parameter base: what counters have shown; capped values among it are kept before any other.
  init(_ definition: MetricDefinition, after base: CounterBase = CounterBase()) {
    self.definition = definition
    cappedLabel = definition.cap.flatMap { definition.labels.firstIndex(of: $0.label) }
    if let index = cappedLabel { kept = base.values(of: index, in: definition) }
  }

  /// How many series the cap has folded or left out.
  var droppedCount: Int { dropped.count }

  // MARK: Rows

  mutating func add(_ row: Row) throws(CollectorError) {
    try check(row.names)
    let raw = try definition.labels.map { (label) throws(CollectorError) in try text(row[label], label) }
    try requireNew(raw, row)
    guard let labels = capped(raw.map(LabelText.clean).exact, raw) else { return }
    if let reduction = definition.reduction {
      let time = try number(row, "time")
      samples[labels, default: []].append(.init(time: time, ended: reduction == .median || row.bool("ended")))
    } else if definition.type.isDistribution {
      try addBucket(row, labels)
    } else {
      guard definition.type == .info || row["value"] != .null else { return }
      let value = definition.type == .info ? 1 : try number(row, "value")
      if case .number(let before)? = values[labels], definition.type.isAdditive {
        values[labels] = .number(before + value)
      } else {
        values[labels] = .number(value)
      }
    }
  }

  private mutating func check(_ columns: [String]) throws(CollectorError) {
    guard columns != checkedColumns else { return }
    guard columns.sorted() == definition.columns.sorted() else {
      throw CollectorError(
        "the columns are \(columns.joined(separator: ", ")), expected "
          + definition.columns.joined(separator: ", "))
    }
    checkedColumns = columns
  }

  private mutating func addBucket(_ row: Row, _ labels: [ExactText]) throws(CollectorError) {
    var distribution = Distribution()
    if case .distribution(let before)? = values[labels] { distribution = before }
    let edge = row["le"] == .null ? Double.infinity : try number(row, "le")
    let count = try number(row, "count")
    // Beyond 2^53 a double holds no count any more.
    guard count == count.rounded(), count <= 9_007_199_254_740_992 else {
      throw CollectorError("the column count holds no whole number")
    }
    distribution.add(edge: edge, count: count, sum: row["sum"] == .null ? 0 : try number(row, "sum"))
    values[labels] = .distribution(distribution)
  }

  /// One series comes once: a query that joins too much would otherwise count double, and Prometheus would
  /// refuse the whole scrape.
  private mutating func requireNew(_ labels: [String], _ row: Row) throws(CollectorError) {
    guard definition.reduction == nil else { return }
    let edge = definition.type.isDistribution ? ["\(row.double("le") ?? .infinity)"] : []
    guard seen.insert((labels + edge).exact).inserted else {
      throw CollectorError("two rows have the labels \(labels.map(LabelText.clean).joined(separator: ", "))")
    }
  }

  private func text(_ value: SQLValue, _ label: String) throws(CollectorError) -> String {
    switch value {
    case .text(let text): return text
    case .int(let number): return String(number)
    // A label without a value is one that is not there.
    case .null: return ""
    case .double, .bytes: throw CollectorError("the label \(label) is neither text nor a whole number")
    }
  }

  private func number(_ row: Row, _ column: String) throws(CollectorError) -> Double {
    guard let value = row.double(column), !value.isNaN else {
      throw CollectorError("the column \(column) holds no number")
    }
    if definition.type != .gauge, value < 0 {
      throw CollectorError("a \(definition.type.rawValue) is negative")
    }
    return value
  }

  // MARK: The cap

  /// The labels under which a row counts; nil when it is left out.
  private mutating func capped(_ labels: [ExactText], _ raw: [String]) -> [ExactText]? {
    guard let cap = definition.cap, let index = cappedLabel else { return labels }
    if kept.contains(labels[index]) { return labels }
    if kept.count < cap.limit {
      kept.insert(labels[index])
      return labels
    }
    dropped.insert(raw.exact)
    guard cap.rest == .other else { return nil }
    var other = labels
    other[index] = ExactText("other")
    return other
  }

  // MARK: The family

  /// The family with its series in the order of their label values.
  ///
  /// That order, and not the query's: where the same records came in another order, the text is the same.
  func family() -> MetricFamily {
    var values = values
    for (labels, times) in samples {
      if let median = reduced(times) { values[labels] = .number(median) }
    }
    var family = MetricFamily(definition)
    family.series = values.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { labels, value in
      switch value {
      case .number(let number): MetricSeries(labels.texts, number)
      case .distribution(let distribution): MetricSeries(labels.texts, distribution)
      }
    }
    return family
  }

  private func reduced(_ samples: [KaplanMeier.Sample]) -> Double? {
    switch definition.reduction {
    case .kaplanMeierMedian: KaplanMeier(samples).median
    case .median: Quantile.of(0.5, samples.map(\.time))
    case nil: nil
    }
  }
}

/// Why one query gave no family; the others go on.
struct CollectorError: Error, Hashable, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}
