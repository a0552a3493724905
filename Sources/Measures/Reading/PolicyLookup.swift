import Queries
import Store

/// What the policy's small tables give an episode, as an expression over their rows: a CASE with an arm for each takes
/// the place of a search for each episode.
struct PolicyLookup {
  let targets: [Row]
  let weights: [Row]

  init(_ snapshot: borrowing Snapshot) throws(StoreError) {
    targets = try snapshot.rows(Queries.Measures.Reading.targets)
    weights = try snapshot.rows(Queries.Measures.Reading.weights)
  }

  var definitions: [String: Expression] {
    ["tier": tier, "target": target, "weight": weight]
  }

  private var weight: Expression {
    weights.reduce(.null) { otherwise, row in
      .choice(Self.isEqual("severity", row["severity"]), Self.value(row["weight"]), otherwise)
    }
  }

  private var tier: Expression { aimed { Self.value($0["tier"]) } }
  private var target: Expression { aimed { Self.value($0["target"]) } }

  /// Of the target that judges an episode, as `aimed_episode` finds it.
  private func aimed(_ result: (Row) -> Expression) -> Expression {
    var found = Expression.null
    for row in targets.reversed() {
      var fits = Expression.and(
        Self.isEqual("severity", row["severity"]),
        .and(
          .comparison(.lessOrEqual, Self.value(row["effective"]), .column("opened_at")),
          .comparison(.less, .column("opened_at"), Self.value(row["until"]))))
      if row["environment"] != .null {
        fits = .and(fits, Self.isEqual(Self.environment, row["environment"]))
      }
      if row["risk"] != .null { fits = .and(fits, Self.isEqual(Self.risk, row["risk"])) }
      found = .choice(fits, result(row), found)
    }
    return .choice(.same(.column("defect"), .null), found, .null)
  }

  private static let environment = MeasureDefinition.columns(Queries.Measures.Reading.environment)
  private static let risk = MeasureDefinition.columns(Queries.Measures.Reading.risk)

  private static func isEqual(_ column: String, _ value: SQLValue) -> Expression {
    .comparison(.equal, .column(column), Self.value(value))
  }

  private static func value(_ value: SQLValue) -> Expression {
    if let number = value.int { return .number(number) }
    return value.text.map(Expression.text) ?? .null
  }
}
