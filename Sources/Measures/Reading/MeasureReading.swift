/// What was read of measures in one cell.
public struct MeasureReading: Sendable, Hashable {
  public internal(set) var counts: [MeasureName: MeasureCount] = [:]
  /// The amounts of the cases in the denominator, the smallest first, of the measures that they were asked of.
  public internal(set) var amounts: [MeasureName: [MeasureAmount]] = [:]

  public init() {}

  /// With what was read of other measures, or of other cases of the same.
  public func adding(_ other: MeasureReading) -> MeasureReading {
    var sum = self
    sum.counts.merge(other.counts) { MeasureCount(addingUp: $0.parts + $1.parts) }
    sum.amounts.merge(other.amounts) { ($0 + $1).sortedByDigits() }
    return sum
  }
}

/// The amount of a case in the denominator, and whether it is in the numerator too: one word, because an estate has
/// as many as episodes.
public struct MeasureAmount: Sendable, Hashable, Comparable {
  private let word: Int64

  /// - Parameter value: below 2⁶² on either side of zero.
  init(_ value: Int64, isNumerator: Bool) {
    word = value << 1 | (isNumerator ? 1 : 0)
  }

  public var value: Int64 { word >> 1 }
  public var isNumerator: Bool { word & 1 == 1 }

  /// How far it lies above the least of some.
  func distance(from least: MeasureAmount) -> UInt64 { UInt64(bitPattern: word &- least.word) }

  /// Eleven bits of its distance from the least.
  func digit(_ shift: Int, above least: MeasureAmount) -> Int {
    Int(truncatingIfNeeded: distance(from: least) >> shift & 2047)
  }

  public static func < (left: MeasureAmount, right: MeasureAmount) -> Bool { left.word < right.word }
}
