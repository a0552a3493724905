/// Sums that do not depend on the order of the values.
///
/// Floating-point addition rounds at every step, so that the same values in another order may give another
/// last digit, and with it other bytes in a report. Here the values are sorted first and what rounding loses
/// is carried along (A. Neumaier, *Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen*,
/// 1974).
public enum OrderFreeSum {
  /// The sum of finite values; 0 for none.
  public static func of(_ values: [Double]) -> Double {
    var sum = 0.0
    var lost = 0.0
    for value in values.sorted() {
      let next = sum + value
      lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
      sum = next
    }
    return sum + lost
  }

  /// The arithmetic mean; nil for no values.
  public static func mean(of values: [Double]) -> Double? {
    values.isEmpty ? nil : of(values) / Double(values.count)
  }
}
