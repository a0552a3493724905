extension ExpositionWriter {
  /// The lines above a family's samples.
  mutating func writeHead(_ family: MetricFamily) {
    switch format {
    case .openMetrics:
      put("# TYPE \(family.name) \(family.type.rawValue)\n")
      if let unit = family.unit { put("# UNIT \(family.name) \(unit)\n") }
      help(family.name, family.help)
    case .prometheus:
      // Here the name is that of the samples, and an info is a gauge.
      let suffix = family.type.isDistribution ? "" : family.type.sampleSuffixes[0]
      let type = family.type == .info ? MetricType.gauge : family.type
      head(family.name + suffix, type.rawValue, family.help)
    }
  }

  /// A gaugehistogram in 0.0.4, which has none and whose readers stop at the word.
  ///
  /// Its buckets are untyped, as `le` belongs to no gauge; count and sum are gauges. Samples of one name
  /// stand together.
  mutating func writeClassicGaugeHistogram(_ family: MetricFamily) {
    for (part, suffix) in zip(Part.allCases, family.type.sampleSuffixes) {
      let what =
        switch part {
        case .buckets: "Number of values up to the edge le. "
        case .count: "Number of all values. "
        case .sum: "Sum of all values. "
        }
      head(family.name + suffix, part == .buckets ? "untyped" : "gauge", what + family.help)
      for series in family.series {
        guard case .distribution(let distribution) = series.value else { continue }
        write(part, distribution, suffix, family, series)
      }
    }
  }

  private mutating func head(_ name: String, _ type: String, _ text: String) {
    help(name, text)
    put("# TYPE \(name) \(type)\n")
  }

  private mutating func help(_ name: String, _ text: String) {
    put("# HELP \(name) ")
    put(escaping: text, quotes: format == .openMetrics)
    put("\n")
  }
}
