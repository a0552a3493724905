/// The text formats that Prometheus reads.
public enum ExpositionFormat: Sendable, Hashable, CaseIterable {
  /// OpenMetrics 1.0.
  case openMetrics
  /// The text format 0.0.4, which is older and knows fewer types.
  case prometheus

  /// The value of the header Content-Type.
  public var contentType: String {
    switch self {
    case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
    case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
    }
  }
}
