/// Where a case counts; one that counts nowhere is left out.
public struct Standing: OptionSet, Sendable, Hashable {
  public let rawValue: Int64

  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  public static let numerator = Standing(rawValue: 1)
  public static let denominator = Standing(rawValue: 2)
}
