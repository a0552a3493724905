import JSONKit
import Measures
public import Statistics

/// A part of a whole.
public struct Share: Sendable, Equatable {
  public var count = 0
  public var total = 0

  public init(count: Int = 0, of total: Int = 0) {
    self.count = count
    self.total = total
  }

  init(_ measured: MeasureCount) {
    self.init(count: measured.numerator, of: measured.denominator)
  }

  /// Nil where there is nothing to divide by.
  public var ratio: Double? { total == 0 ? nil : Double(count) / Double(total) }

  /// Wilson's 95 % interval; nil where there is nothing to divide by.
  public var interval: Bounds? { Wilson.interval(successes: count, of: total) }
}

extension JSONValue {
  static func count(_ value: Int) -> JSONValue { .int(Int64(value)) }
  static func optional(_ value: Double?) -> JSONValue { value.map(JSONValue.double) ?? .null }
  static func optional(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  static func interval(_ bounds: Bounds?) -> JSONValue {
    bounds.map { ["lower": .double($0.lower), "upper": .double($0.upper)] } ?? .null
  }

  /// Counts by a name, sorted by it.
  static func counts(_ counts: [String: Int]) -> JSONValue {
    .object(counts.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .count($0.value)) })
  }
}
