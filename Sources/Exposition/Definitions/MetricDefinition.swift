/// One metric family and the query that answers it: one SQL file, described by its header comment.
///
/// The header is the comment that the file opens with. Its lines `key: value` are, in any order after
/// `family`: `family` (the name without `_total` and `_info`), `type`, `unit`, `help`, `labels`, and where
/// they are needed `cap`, `reduce`, `history` and `retracted`. A line that is indented further continues the
/// one above; what stands before `family` is for the reader alone.
///
/// The columns of the result are the labels and what the type needs: nothing more for an info; `value` for a
/// gauge or counter (NULL leaves the series out); `le`, `count` and `sum` for a histogram, one row for each
/// bucket with the values that fall in that bucket alone, `le` NULL for the last.
public struct MetricDefinition: Sendable, Hashable {
  /// The family's name as OpenMetrics has it.
  public var family: String
  public var type: MetricType
  /// A base unit, which is also the end of the name; nil for counts.
  public var unit: String?
  public var help: String
  public var labels: [String]
  public var cap: SeriesCap?
  public var reduction: Reduction?
  /// Whether the family means anything for an instant of the past.
  public var hasHistory: Bool
  /// Whether records that come later may undo what was counted: a counter of retractions then stands beside
  /// it.
  public var isRetractable: Bool
  /// The query itself, header included.
  public var sql: String
  /// The file's path, as messages name it.
  public var path: String

  /// What is made of a group of rows where SQL is not enough.
  public enum Reduction: String, Sendable, CaseIterable {
    /// The first time t with S(t) ≤ 0.5 of the product-limit estimate. The rows are samples: the labels,
    /// `time`, and `ended`, which is 0 for a censored one.
    case kaplanMeierMedian = "kaplan_meier_median"
    /// The middle of the samples, by ``Quantile``. The rows are samples: the labels and `time`.
    case median
  }

  /// The file's name without its extension, which names the collector.
  public var collector: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".sql") ? name.dropLast(4) : name)
  }

  /// The columns that the query has to return, in any order.
  var columns: [String] {
    switch reduction {
    case .kaplanMeierMedian: return labels + ["time", "ended"]
    case .median: return labels + ["time"]
    case nil: break
    }
    switch type {
    case .info: return labels
    case .gauge, .counter: return labels + ["value"]
    case .histogram, .gaugehistogram: return labels + ["le", "count", "sum"]
    }
  }

  /// The names of the series in a scraped body.
  public var seriesNames: [String] { type.sampleSuffixes.map { family + $0 } }

  /// The family of what was taken back; `_retracted` stands before the unit, which ends every name.
  var retractedFamily: String {
    guard let unit else { return family + "_retracted" }
    return family.dropLast(unit.count + 1) + "_retracted_" + unit
  }

  /// The names of the series in which retractions are counted; none where nothing is ever taken back.
  public var retractedNames: [String] {
    isRetractable ? type.sampleSuffixes.map { retractedFamily + $0 } : []
  }
}

/// How many values a label without a natural end may have.
///
/// The first `limit` values in the order of the query's rows are kept. For a counter that order must never
/// change, or folding the rest into `other` would make it fall: order by the row in which a value was first
/// recorded.
public struct SeriesCap: Sendable, Hashable {
  public enum Rest: String, Sendable {
    /// Add the rest up under the value `other`.
    case other
    /// Leave the rest out.
    case drop
  }

  public var label: String
  public var limit: Int
  public var rest: Rest

  public init(label: String, limit: Int, rest: Rest) {
    self.label = label
    self.limit = limit
    self.rest = rest
  }
}
