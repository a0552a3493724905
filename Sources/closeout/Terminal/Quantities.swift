import Foundation

/// Numbers as people read them; the same on every machine, whatever its locale.
enum Quantities {
  /// `1,234,567`.
  static func count(_ value: Int) -> String {
    let digits = String(abs(value))
    var grouped = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return value < 0 ? "-" + grouped : grouped
  }

  /// `3.2 days`, `4.0 hours`, `25 minutes`, `8 seconds`.
  static func duration(seconds: Double) -> String {
    switch abs(seconds) {
    case 172_800...: tenths(seconds / 86_400) + " days"
    case 5_400...: tenths(seconds / 3_600) + " hours"
    case 120...: String(Int((seconds / 60).rounded())) + " minutes"
    default: String(Int(seconds.rounded())) + " seconds"
    }
  }

  /// `68.4 %`.
  static func percent(_ ratio: Double) -> String {
    tenths(ratio * 100) + " %"
  }

  /// `1.4 GB`, in powers of a thousand.
  static func bytes(_ value: Int) -> String {
    switch value {
    case 1_000_000_000...: tenths(Double(value) / 1e9) + " GB"
    case 1_000_000...: tenths(Double(value) / 1e6) + " MB"
    case 1_000...: tenths(Double(value) / 1e3) + " kB"
    default: String(value) + " bytes"
    }
  }

  private static func tenths(_ value: Double) -> String {
    let scaled = (value * 10).rounded()
    let whole = Int((scaled / 10).rounded(.towardZero))
    let sign = scaled < 0 && whole == 0 ? "-" : ""
    return sign + count(whole) + "." + String(abs(Int(scaled)) % 10)
  }
}
