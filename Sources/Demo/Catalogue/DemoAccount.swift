/// One account of the estate, with the team that answers for it and a second one that works in it.
struct DemoAccount: Sendable {
  let id: String
  let name: String
  let environment: String
  let team: String
  let guestTeam: String
  let index: Int

  /// Where changes need somebody's approval first.
  var needsApproval: Bool { environment == "production" }

  /// The pipeline of the payment teams writes a hash-chained ledger.
  var isPayments: Bool { team == "payments" }

  /// How the findings of this account reach the estate's files.
  var channel: Channel {
    switch index % 4 {
    case 0, 1: .firehose
    case 2: .snapshots
    default: .pages
    }
  }

  enum Channel: Sendable { case firehose, snapshots, pages }
}

extension DemoAccount {
  /// The first accounts are named; further ones are numbered sandboxes.
  static func estate(count: Int) -> [DemoAccount] {
    (0..<max(1, count)).map { index in
      guard index < named.count else {
        return DemoAccount(
          id: CivilTime.digits(100_000_000_000 + Int64(index), 12), name: "sandbox-\(index)",
          environment: "sandbox", team: "research", guestTeam: "platform", index: index)
      }
      let row = named[index]
      return DemoAccount(
        id: row.0, name: row.1, environment: row.2, team: row.3, guestTeam: row.4, index: index)
    }
  }

  private static let named: [(String, String, String, String, String)] = [
    ("111122223333", "shop-prod", "production", "storefront", "platform"),
    ("444455556666", "shop-acceptance", "acceptance", "storefront", "quality"),
    ("777788889999", "payments-prod", "production", "payments", "platform"),
    ("222233334444", "payments-dev", "development", "payments", "quality"),
    ("333344445555", "identity-prod", "production", "identity", "security"),
    ("555566667777", "data-lake", "production", "analytics", "platform"),
    ("666677778888", "data-dev", "development", "analytics", "research"),
    ("888899990000", "network-hub", "shared", "platform", "security"),
    ("999900001111", "log-archive", "shared", "security", "platform"),
    ("123456789012", "sandbox-one", "sandbox", "research", "storefront"),
    ("210987654321", "shop-dev", "development", "storefront", "quality"),
    ("121212121212", "partner-api", "production", "integration", "identity"),
  ]
}
