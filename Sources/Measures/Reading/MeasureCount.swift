/// How many cases of a measure there are, by class and by where they count.
public struct MeasureCount: Sendable, Hashable {
  public struct Part: Sendable, Hashable {
    /// Which kind of case, or why it is left out; nil where the measure has no kinds.
    public var kind: String?
    public var isNumerator: Bool
    public var isDenominator: Bool
    public var count: Int
    /// The amounts added up.
    public var total: Int64

    public var isLeftOut: Bool { !isNumerator && !isDenominator }
  }

  public var parts: [Part]

  public init(_ parts: [Part] = []) {
    self.parts = parts
  }

  /// Puts parts of one kind that count at one place together: by kind in the order of its bytes, those without one
  /// first.
  init(addingUp parts: [Part]) {
    self.parts = []
    for part in parts.sorted(by: Part.isOrdered) {
      if let last = self.parts.last, !Part.isOrdered(last, part) {
        self.parts[self.parts.count - 1].count += part.count
        self.parts[self.parts.count - 1].total += part.total
      } else {
        self.parts.append(part)
      }
    }
  }

  public var numerator: Int { count { $0.isNumerator } }
  public var denominator: Int { count { $0.isDenominator } }
  public var leftOut: Int { count(where: \.isLeftOut) }
  /// All amounts that count, added up.
  public var total: Int64 { parts.reduce(0) { $0 + ($1.isNumerator ? $1.total : 0) } }

  /// Numerator ÷ denominator; nil where there is nothing to divide by.
  public var ratio: Double? {
    denominator == 0 ? nil : Double(numerator) / Double(denominator)
  }

  /// How many cases are of a kind, wherever they count.
  public func of(_ kind: String) -> Int { count { $0.kind == kind } }

  /// By kind, those that count.
  public func kinds(where isCounted: (Part) -> Bool) -> [String: Int] {
    parts.filter(isCounted).reduce(into: [:]) { $0[$1.kind ?? "", default: 0] += $1.count }
  }

  private func count(where isCounted: (Part) -> Bool) -> Int {
    parts.reduce(0) { isCounted($1) ? $0 + $1.count : $0 }
  }
}

extension MeasureCount.Part {
  fileprivate static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    switch (left.kind, right.kind) {
    case (nil, _?): return true
    case (_?, nil): return false
    case (let left?, let right?) where left != right:
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    default: break
    }
    guard left.isNumerator == right.isNumerator else { return right.isNumerator }
    return !left.isDenominator && right.isDenominator
  }
}
