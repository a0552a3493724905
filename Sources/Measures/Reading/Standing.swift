public import Store

/// Where a case counts; one that counts nowhere is left out.
public struct Standing: OptionSet, Sendable, Hashable {
  public let rawValue: Int64

  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  public static let numerator = Standing(rawValue: 1)
  public static let denominator = Standing(rawValue: 2)
}

extension CurrentRow {
  /// The standing in a column; nil where the row is no case of the measure.
  public func standing(_ column: Int) -> Standing? { int(column).map(Standing.init) }
}
