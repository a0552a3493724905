public import Remediation
public import Store

/// The families of many instants as one OpenMetrics text with timestamps, so that a Prometheus that starts
/// today can show the past.
///
/// `promtool tsdb create-blocks-from openmetrics --max-block-duration=720h` makes blocks of it. The series
/// carry `job="closeout-history"`, which keeps them apart from what is scraped. OpenMetrics wants all samples
/// of a family together and those of a series in the order of time, so the values are gathered first: eight
/// bytes or so for each sample.
public struct MetricHistory: Sendable {
  private struct Track: Sendable {
    var family: MetricFamily
    var values: [[ExactText]: [(at: Instant, value: MetricSeries.Value)]] = [:]
  }

  private let job: String
  private var tracks: [String: Track] = [:]

  public init(job: String = "closeout-history") {
    self.job = job
  }

  /// The instants of a history: from the first on, `step` milliseconds apart, none after the last.
  public static func instants(from: Instant, to: Instant, step: Int64) -> [Instant] {
    guard step > 0, from <= to else { return [] }
    return stride(from: from.milliseconds, through: to.milliseconds, by: Int64.Stride(step))
      .map(Instant.init(milliseconds:))
  }

  /// Collects the store as it stood at each instant and adds it.
  public mutating func collect(
    _ store: Store, at instants: some Sequence<Instant>, with collector: FamilyCollector,
    progress: (Instant) -> Void = { _ in }
  ) throws(StoreError) {
    for instant in instants {
      let families = try store.snapshot(asOf: instant) { snapshot in
        try collector.collectHistory(snapshot)
      }
      add(families, at: instant)
      progress(instant)
    }
  }

  /// Adds the families of one instant; instants come in the order of time.
  public mutating func add(_ families: [MetricFamily], at instant: Instant) {
    for family in families {
      var empty = family
      empty.series = []
      for series in family.series {
        tracks[family.name, default: Track(family: empty)].values[series.labels.exact, default: []]
          .append((instant, series.value))
      }
    }
  }

  /// Writes the whole text in pieces of some hundred kilobytes.
  public func write(to sink: ([UInt8]) throws -> Void) rethrows {
    var writer = ExpositionWriter(.openMetrics, commonLabels: [("job", job)])
    for (_, track) in tracks.sorted(by: { $0.key < $1.key }) {
      writer.writeHead(track.family)
      for (labels, values) in track.values.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        for (instant, value) in values {
          var series = MetricSeries(labels.texts, 0)
          series.value = value
          writer.writeSamples(of: series, in: track.family, at: Self.timestamp(instant))
        }
        if writer.bytes.count > 1 << 18 {
          try sink(writer.bytes)
          writer.bytes.removeAll(keepingCapacity: true)
        }
      }
    }
    try sink(writer.end())
  }

  /// Seconds since 1970 with as many digits as the instant has.
  private static func timestamp(_ instant: Instant) -> String {
    let (seconds, rest) = instant.milliseconds.quotientAndRemainder(dividingBy: 1000)
    guard rest != 0 else { return String(seconds) }
    let digits = String(abs(rest))
    let sign = instant.milliseconds < 0 && seconds == 0 ? "-" : ""
    return "\(sign)\(seconds)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
