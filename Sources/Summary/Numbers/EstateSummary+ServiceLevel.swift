import JSONKit
import Measures

extension EstateSummary {
  public struct ServiceLevel: Sendable, Equatable {
    public var met = Share()
    public var overdue = 0
    public var dueSoon = 0
    public var tiers: [Tier] = []
  }

  /// The deadlines of one tier of the policy.
  public struct Tier: Sendable, Equatable {
    public var name: String
    public var met = Share()
    public var overdue = 0
    public var dueSoon = 0
  }

  public struct Exceptions: Sendable, Equatable {
    public var active = 0
    public var expired = 0
    public var revoked = 0
  }
}

extension EstateSummary.ServiceLevel {
  init(_ cell: MeasureReadings.Cell) {
    let decided = cell[.sla]
    met = Share(decided)
    overdue = cell[.slaOverdue].numerator
    dueSoon = cell[.slaDueSoon].numerator
    let metByTier = decided.kinds(where: \.isNumerator)
    let decidedByTier = decided.kinds(where: \.isDenominator)
    let overdueByTier = cell[.slaOverdue].kinds(where: \.isNumerator)
    let soonByTier = cell[.slaDueSoon].kinds(where: \.isNumerator)
    let running = cell[.slaOverdue].kinds(where: \.isDenominator)
    tiers = Set(decidedByTier.keys).union(running.keys).sorted().map { name in
      EstateSummary.Tier(
        name: name, met: Share(count: metByTier[name] ?? 0, of: decidedByTier[name] ?? 0),
        overdue: overdueByTier[name] ?? 0, dueSoon: soonByTier[name] ?? 0)
    }
  }

  var json: JSONValue {
    [
      "met": .count(met.count), "decided": .count(met.total), "ratio": .optional(met.ratio),
      "interval": .interval(met.interval), "overdue": .count(overdue), "due_soon": .count(dueSoon),
      "tiers": .object(
        tiers.map { tier in
          JSONValue.Member(
            tier.name,
            [
              "met": .count(tier.met.count), "decided": .count(tier.met.total),
              "ratio": .optional(tier.met.ratio), "overdue": .count(tier.overdue),
              "due_soon": .count(tier.dueSoon),
            ])
        }),
    ]
  }
}

extension EstateSummary.Exceptions {
  init(_ measured: MeasureCount) {
    active = measured.numerator
    expired = measured.of("expired")
    revoked = measured.of("revoked")
  }

  var json: JSONValue {
    ["active": .count(active), "expired": .count(expired), "revoked": .count(revoked)]
  }
}
