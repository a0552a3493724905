import Remediation

/// Which number of a counter: its family, the values of its labels, and for a distribution the part.
public struct CountedName: Sendable, Hashable {
  public var family: String
  /// In the order of the family's labels.
  public var labels: [String]
  /// Empty for a plain counter, else the edge of a bucket or the word for the sum.
  public var part: String

  public init(_ family: String, _ labels: [String], part: String = "") {
    self.family = family
    self.labels = labels
    self.part = part
  }

  /// By bytes, as the store tells them apart.
  public static func == (left: CountedName, right: CountedName) -> Bool {
    left.family == right.family && left.part == right.part && left.labels.exact == right.labels.exact
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(family)
    hasher.combine(part)
    hasher.combine(labels.exact)
  }
}

/// What a counter has shown so far, and how much of that the fold has taken back since; neither ever falls.
public struct Counted: Sendable, Hashable {
  public private(set) var total = 0.0
  public private(set) var retracted = 0.0

  /// Nothing counted yet.
  public init() {}

  public init(total: Double, retracted: Double) {
    self.total = total
    self.retracted = retracted
  }

  /// Takes in the value that the fold gives now: afterwards `total` − `retracted` is that value.
  public mutating func take(_ folded: Double) {
    let change = folded - (total - retracted)
    // Sums are whole milliseconds, in seconds: less than half of one is the rounding of additions.
    if change >= 0.0005 { total += change } else if change <= -0.0005 { retracted -= change }
  }

  /// The larger of what two exporters have shown.
  public mutating func merge(_ other: Counted) {
    total = max(total, other.total)
    retracted = max(retracted, other.retracted)
  }
}
