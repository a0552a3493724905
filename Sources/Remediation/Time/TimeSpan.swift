/// A length of time as people write it: `90s`, `15m`, `24h`, `30d`, `2w`.
public struct TimeSpan: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Reads a whole number above zero with its unit; nil for anything else, and for more than a hundred years.
  public init?(_ text: some StringProtocol) {
    guard let unit = text.last.flatMap({ letter in Self.units.first { $0.letter == letter } }),
      text.dropLast().allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int64(text.dropLast()),
      count > 0, count <= Self.longest / unit.milliseconds
    else { return nil }
    milliseconds = count * unit.milliseconds
  }

  public static func days(_ count: Int64) -> TimeSpan { TimeSpan(milliseconds: count * .day) }
  public static func hours(_ count: Int64) -> TimeSpan { TimeSpan(milliseconds: count * 3_600_000) }
  public static func minutes(_ count: Int64) -> TimeSpan { TimeSpan(milliseconds: count * 60_000) }

  /// In the largest unit that leaves no rest, weeks never: `14d`, `36h`.
  public var description: String {
    let unit = Self.units.first { $0.letter != "w" && milliseconds % $0.milliseconds == 0 }
    return unit.map { "\(milliseconds / $0.milliseconds)\($0.letter)" } ?? "\(milliseconds)ms"
  }

  public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.milliseconds < right.milliseconds }

  private static let longest: Int64 = 36_500 * .day

  private static let units: [(letter: Character, milliseconds: Int64)] = [
    ("w", 7 * .day), ("d", .day), ("h", 3_600_000), ("m", 60_000), ("s", 1000),
  ]
}
