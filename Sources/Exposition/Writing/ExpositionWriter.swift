/// Writes families as one of the text formats, byte by byte.
///
/// The same families give the same bytes, and both formats the same series: they differ in the lines that
/// begin with `#`, in what they escape there, and in the end.
public struct ExpositionWriter: Sendable {
  public let format: ExpositionFormat
  var bytes: [UInt8] = []
  /// Labels that every series gets in front of its own.
  let commonLabels: [(name: String, value: String)]

  public init(_ format: ExpositionFormat) {
    self.init(format, commonLabels: [])
  }

  init(_ format: ExpositionFormat, commonLabels: [(name: String, value: String)]) {
    self.format = format
    self.commonLabels = commonLabels
  }

  /// A whole body.
  public static func body(_ families: [MetricFamily], _ format: ExpositionFormat) -> [UInt8] {
    var writer = ExpositionWriter(format)
    for family in families { writer.write(family) }
    return writer.end()
  }

  /// A part of a body, without its end.
  public static func text(_ families: [MetricFamily], _ format: ExpositionFormat) -> [UInt8] {
    var writer = ExpositionWriter(format)
    for family in families { writer.write(family) }
    return writer.bytes
  }

  /// Writes one family; families without series are left out, since a name alone says nothing.
  public mutating func write(_ family: MetricFamily) {
    guard !family.series.isEmpty else { return }
    if format == .prometheus, family.type == .gaugehistogram { return writeClassicGaugeHistogram(family) }
    writeHead(family)
    for series in family.series { writeSamples(of: series, in: family) }
  }

  /// Ends the body and gives it back.
  public mutating func end() -> [UInt8] {
    if format == .openMetrics { put("# EOF\n") }
    return bytes
  }

  // MARK: Samples

  mutating func writeSamples(of series: MetricSeries, in family: MetricFamily, at time: String? = nil) {
    for (part, suffix) in family.type.sampleSuffixes.enumerated() {
      switch series.value {
      case .number(let number):
        sample(family.name + suffix, family, series, value: number, time: time)
      case .distribution(let distribution):
        write(Part(rawValue: part) ?? .buckets, distribution, suffix, family, series, time: time)
      }
    }
  }

  enum Part: Int, CaseIterable {
    case buckets, count, sum
  }

  mutating func write(
    _ part: Part, _ distribution: Distribution, _ suffix: String, _ family: MetricFamily,
    _ series: MetricSeries, time: String? = nil
  ) {
    let name = family.name + suffix
    switch part {
    case .buckets:
      for bucket in distribution.cumulative {
        sample(
          name, family, series, edge: MetricNumber.edge(bucket.edge), value: bucket.count, time: time)
      }
    case .count:
      sample(name, family, series, value: distribution.cumulative.last?.count ?? 0, time: time)
    case .sum:
      sample(name, family, series, value: distribution.sum, time: time)
    }
  }

  private mutating func sample(
    _ name: String, _ family: MetricFamily, _ series: MetricSeries, edge: String? = nil, value: Double,
    time: String?
  ) {
    put(name)
    var separator = "{"
    for (name, value) in commonLabels { put(label: name, value, &separator) }
    for (name, value) in zip(family.labels, series.labels) { put(label: name, value, &separator) }
    if let edge { put(label: "le", edge, &separator) }
    put(separator == "{" ? " " : "} ")
    put(MetricNumber.value(value))
    if let time {
      put(" ")
      put(time)
    }
    put("\n")
  }

  // MARK: Bytes

  mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func put(label name: String, _ value: String, _ separator: inout String) {
    put(separator)
    separator = ","
    put(name)
    put("=\"")
    put(escaping: value, quotes: true)
    put("\"")
  }

  /// Writes text with `\`, the newline and, where it stands in quotes or in OpenMetrics, `"` escaped.
  mutating func put(escaping text: String, quotes: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): put("\\\\")
      case UInt8(ascii: "\n"): put("\\n")
      case UInt8(ascii: "\"") where quotes: put("\\\"")
      default: bytes.append(byte)
      }
    }
  }
}
