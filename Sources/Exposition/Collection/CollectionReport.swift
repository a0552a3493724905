/// How a collection went: what the exporter says of itself, and what a log line may say.
public struct CollectionReport: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    public var collector: String
    /// In seconds.
    public var duration: Double
    /// Why it gave nothing; nil when it did.
    public var failure: String?
  }

  /// One for each collector, and `preparation` for the temporary tables that they share.
  public internal(set) var entries: [Entry] = []
  /// How many series each capped family folded or left out.
  public internal(set) var dropped: [(family: String, count: Int)] = []

  public static func == (left: Self, right: Self) -> Bool {
    left.entries == right.entries && left.dropped.elementsEqual(right.dropped) { $0 == $1 }
  }

  /// The families that no query answers.
  static let families = [success, duration, seriesDropped]

  private static let success = MetricFamily(
    name: "closeout_collector_success", type: .gauge,
    help: "Whether the collector's query gave its family at this scrape: 1 yes, 0 no.",
    labels: ["collector"])
  private static let duration = MetricFamily(
    name: "closeout_collector_duration_seconds", type: .gauge, unit: "seconds",
    help: "How long the collector's query took at this scrape.", labels: ["collector"])
  private static let seriesDropped = MetricFamily(
    name: "closeout_series_dropped", type: .gauge,
    help: "Series of the family that its cap folded into the value other, or left out.", labels: ["family"])

  /// The report as families.
  var families: [MetricFamily] {
    var (success, duration, dropped) = (Self.success, Self.duration, Self.seriesDropped)
    for entry in entries.sorted(by: { $0.collector < $1.collector }) {
      success.series.append(MetricSeries([entry.collector], entry.failure == nil ? 1 : 0))
      duration.series.append(MetricSeries([entry.collector], entry.duration))
    }
    for (family, count) in self.dropped.sorted(by: { $0.family < $1.family }) {
      dropped.series.append(MetricSeries([family], Double(count)))
    }
    return [success, duration, dropped]
  }
}
