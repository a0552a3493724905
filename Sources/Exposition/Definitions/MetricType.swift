/// What the values of a family mean, with the words of OpenMetrics 1.0.
public enum MetricType: String, Sendable, CaseIterable {
  /// A value that may rise and fall.
  case gauge
  /// A count that only rises.
  case counter
  /// Labels that describe something; the value is always 1.
  case info
  /// Counts of values that were added one after the other, by upper limit.
  case histogram
  /// The values that there are now, counted by upper limit.
  case gaugehistogram

  /// What OpenMetrics adds to the family's name in its samples.
  var sampleSuffixes: [String] {
    switch self {
    case .gauge: [""]
    case .counter: ["_total"]
    case .info: ["_info"]
    case .histogram: ["_bucket", "_count", "_sum"]
    case .gaugehistogram: ["_bucket", "_gcount", "_gsum"]
    }
  }

  var isDistribution: Bool { self == .histogram || self == .gaugehistogram }

  /// Whether Prometheus takes a fall for a restart.
  var isCumulative: Bool { self == .counter || self == .histogram }

  /// Whether two series may be put together by adding their values.
  var isAdditive: Bool { self != .info }
}
