/// The example policy of the estate: deadlines, accounts, windows and lanes.
enum PolicyFile {
  static func bytes(accounts: [DemoAccount]) -> [UInt8] {
    var out = """
      # Example policy of the demo estate. Every package of evidence names its digest.
      id: example-remediation
      version: "1"

      sla:
        objective: 0.95
        tiers:
          critical: 15d
          high: 30d
          medium: 90d
          low: 180d

      windows:
        verified_within: 24h
        held_for: 30d
        recurrence: [30d, 90d]
        loop:
          attempts: 3
          within: 10m

      accounts:

      """
    for account in accounts {
      out += """
          "\(account.id)":
            name: \(account.name)
            team: \(account.team)
            environment: \(account.environment)

        """
    }
    out += "\nlanes:\n  default: repair\n  controls:\n"
    for control in DemoControl.catalogue { out += "    \(control.id): \(control.lane.rawValue)\n" }
    return Array(out.utf8)
  }
}
