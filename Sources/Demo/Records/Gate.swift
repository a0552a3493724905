/// The CI gate that looks at infrastructure changes before they are applied.
enum Gate {
  struct Counts: Sendable {
    var blocked = 0
    var passed = 0
    var waived = 0
  }

  /// A few evaluations on every working day; fewer are blocked as the teams learn.
  static func lines(plan: EstatePlan) -> (lines: [LedgerLine], counts: Counts) {
    var random = SplitMix64(seed: plan.seed, stream: .max / 2)
    var counts = Counts()
    var lines: [LedgerLine] = []
    var day = plan.start
    while day < plan.until {
      for _ in 0..<(CivilTime.weekday(day) > 4 ? 1 : 4) {
        let at = day + random.between(7 * CivilTime.hour, 18 * CivilTime.hour)
        let control = random.pick(DemoControl.catalogue)
        let account = random.pick(plan.accounts)
        let blocks = Int(260 - plan.progress(at) * 14 / 100)
        let result = random.chance(blocks) ? "blocked" : random.chance(60) ? "waived" : "passed"
        var data: [(String, JSONTree)] = [
          ("control", .text(control.id)),
          ("address", .text("module.\(account.team).aws_\(control.setting.name.lowercased()).main")),
          ("commit", .text(random.hex(40))),
          ("pullRequest", .text("iac/\(account.name)#\(random.below(4000))")), ("result", .text(result)),
        ]
        if result == "waived" {
          data.append(("waiverExpires", .text(CivilTime.text(at + 30 * CivilTime.day))))
        }
        let id = random.uuid()
        guard at <= plan.until else { continue }
        switch result {
        case "blocked": counts.blocked += 1
        case "waived": counts.waived += 1
        default: counts.passed += 1
        }
        lines.append(
          LedgerLine(
            at: at, pipeline: .gate, id: id, type: "gate.evaluated", subject: nil, correlation: nil,
            data: data))
      }
      day += CivilTime.day
    }
    return (lines, counts)
  }
}
