/// Which format and which coding an answer has (RFC 9110 §12.5).
public enum ContentNegotiation {
  /// The format that a request wants most.
  ///
  /// For each format the most specific range that matches it gives its weight. At equal weights the one
  /// that is named wins over one that only a wildcard allows, and OpenMetrics over 0.0.4 where both are
  /// named; a browser, which names neither, reads 0.0.4. A request that accepts neither gets 0.0.4 as well:
  /// a wrong format can be read, a refusal cannot.
  ///
  /// - Parameter accept: the header Accept; several are joined by commas, nil is none. The parameter
  ///   `escaping` is for names that are not plain; all of ours are, so every value of it is met.
  public static func format(accept: String?) -> ExpositionFormat {
    let ranges = HeaderElement.list(accept ?? "*/*")
    let openMetrics = weight(of: .openMetrics, ranges)
    let prometheus = weight(of: .prometheus, ranges)
    if openMetrics.quality != prometheus.quality {
      return openMetrics.quality > prometheus.quality ? .openMetrics : .prometheus
    }
    return openMetrics.quality > 0 && openMetrics.specificity >= 2 ? .openMetrics : .prometheus
  }

  private static func weight(
    of format: ExpositionFormat, _ ranges: [HeaderElement]
  ) -> (quality: Double, specificity: Int) {
    var best = (quality: 0.0, specificity: -1)
    for range in ranges {
      guard let specificity = specificity(of: range, for: format) else { continue }
      if specificity > best.specificity || (specificity == best.specificity && range.quality > best.quality) {
        best = (range.quality, specificity)
      }
    }
    return best
  }

  /// 0 for `*/*`, 1 for a type, 2 for a full name, 3 with a version; nil where the range does not match.
  private static func specificity(of range: HeaderElement, for format: ExpositionFormat) -> Int? {
    let (type, name, version) =
      switch format {
      case .openMetrics: ("application/*", "application/openmetrics-text", "1.0.0")
      case .prometheus: ("text/*", "text/plain", "0.0.4")
      }
    switch range.value {
    case "*/*": return 0
    case type: return 1
    case name:
      guard let wanted = range.parameters["version"] else { return 2 }
      return wanted == version ? 3 : nil
    default: return nil
    }
  }

  /// Whether the answer is compressed with gzip.
  ///
  /// - Parameter acceptEncoding: the header Accept-Encoding; nil where it is absent, and then no coding is
  ///   chosen although any would be allowed.
  public static func usesGzip(acceptEncoding: String?) -> Bool {
    guard let acceptEncoding else { return false }
    let codings = HeaderElement.list(acceptEncoding)
    func quality(_ names: Set<String>) -> Double? {
      codings.filter { names.contains($0.value) }.map(\.quality).max()
    }
    let gzip = quality(["gzip", "x-gzip"]) ?? quality(["*"]) ?? 0
    return gzip > 0 && gzip >= quality(["identity"]) ?? 0
  }
}
