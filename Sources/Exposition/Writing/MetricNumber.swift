/// Numbers as the text formats write them.
enum MetricNumber {
  /// A sample's value: whole numbers without a point, others with the fewest digits that give them back.
  static func value(_ number: Double) -> String {
    if number.isInfinite { return number < 0 ? "-Inf" : "+Inf" }
    if number.isNaN { return "NaN" }
    if number == number.rounded(), abs(number) <= 9_007_199_254_740_992 { return String(Int64(number)) }
    return number.description
  }

  /// An edge in the canonical form of OpenMetrics: `300.0`, `1.296e+06`, `+Inf`.
  ///
  /// That of Go's `%g` with the fewest digits and always a point: another form of the same number would be
  /// another series.
  static func edge(_ number: Double) -> String {
    guard number.isFinite else { return value(number) }
    let (digits, exponent) = decimal(abs(number))
    let sign = number < 0 ? "-" : ""
    guard exponent < -4 || exponent >= 6 else {
      return sign + plain(digits, exponent)
    }
    let fraction = digits.dropFirst()
    let power = abs(exponent) < 10 ? "0\(abs(exponent))" : "\(abs(exponent))"
    return sign
      + "\(digits.prefix(1))\(fraction.isEmpty ? "" : "." + fraction)e\(exponent < 0 ? "-" : "+")\(power)"
  }

  /// The shortest digits of a number, and the power of ten of the first.
  private static func decimal(_ number: Double) -> (digits: String, exponent: Int) {
    guard number != 0 else { return ("0", 0) }
    let parts = number.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let whole = String(mantissa[0])
    let fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
    let all = whole + fraction
    let leading = all.prefix { $0 == "0" }.count
    var digits = String(all.dropFirst(leading))
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return (digits, whole.count - 1 - leading + power)
  }

  private static func plain(_ digits: String, _ exponent: Int) -> String {
    guard exponent >= 0 else {
      return "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    let padded = digits + String(repeating: "0", count: max(0, exponent + 2 - digits.count))
    return "\(padded.prefix(exponent + 1)).\(padded.dropFirst(exponent + 1))"
  }
}
