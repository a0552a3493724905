/// The example policy of the estate: deadlines, accounts, windows and lanes.
enum PolicyFile {
  static func bytes(accounts: [DemoAccount]) -> [UInt8] {
    var out = """
      # Example policy of the demo estate: closeout policy check closeout.yaml
      closeout-policy: 1
      id: example-remediation
      version: "1"

      sla:
        - objective: 0.95
          targets:
            - {severity: critical, within: 15d}
            - {severity: high, within: 30d}
            - {severity: medium, within: 90d}
            - {severity: low, within: 180d}

      windows:
        verified_within: 24h
        held_for: 30d
        loop: {attempts: 3, within: 10m}

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
    out += "\nactions:\n  default: escalate\n  controls:\n"
    for control in DemoControl.catalogue { out += "    \(control.id): \(control.lane.rawValue)\n" }
    return Array(out.utf8)
  }
}
