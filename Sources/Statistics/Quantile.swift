/// Quantiles by linear interpolation between order statistics.
///
/// Type 7 of Hyndman and Fan, *Sample Quantiles in Statistical Packages* (1996): with n values in ascending
/// order the quantile p stands at the position p · (n − 1), counted from 0.
public enum Quantile {
  /// The quantile `p` of values in any order.
  ///
  /// - Parameter p: from 0, the least value, to 1, the greatest.
  /// - Returns: nil when there is no value or `p` is outside 0…1.
  public static func of(_ p: Double, _ values: [Double]) -> Double? {
    of(p, sorted: values.sorted())
  }

  /// Several quantiles of values in any order, which are sorted once.
  public static func of(_ levels: [Double], _ values: [Double]) -> [Double?] {
    let sorted = values.sorted()
    return levels.map { of($0, sorted: sorted) }
  }

  /// The quantile `p` of values that are already in ascending order.
  public static func of(_ p: Double, sorted values: [Double]) -> Double? {
    guard !values.isEmpty, (0...1).contains(p) else { return nil }
    let position = p * Double(values.count - 1)
    let below = Int(position)
    guard below + 1 < values.count else { return values[below] }
    let (low, high) = (values[below], values[below + 1])
    return low + (high - low) * (position - Double(below))
  }
}
