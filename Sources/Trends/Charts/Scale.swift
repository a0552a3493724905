/// Carries values to places along one direction of a drawing.
struct Scale {
  var values: ClosedRange<Double>
  /// The places of the least and the greatest value; a vertical scale runs from below upwards.
  var from: Double
  var to: Double

  func callAsFunction(_ value: Double) -> Double {
    let width = values.upperBound - values.lowerBound
    guard width > 0 else { return from }
    return from + (value - values.lowerBound) / width * (to - from)
  }

  func callAsFunction(_ value: Int) -> Double { self(Double(value)) }
}

/// Places for things side by side, such as weeks: equal bands with a gap between their marks.
struct Bands {
  var count: Int
  var from: Double
  var to: Double
  /// The share of a band that stays empty.
  var gap = 0.28

  var step: Double { (to - from) / Double(max(1, count)) }
  /// The width of a mark; a few bands do not make fat ones.
  var width: Double { min(step * (1 - gap), 44) }

  func centre(_ index: Int) -> Double { from + (Double(index) + 0.5) * step }
  func start(_ index: Int) -> Double { centre(index) - width / 2 }
}
