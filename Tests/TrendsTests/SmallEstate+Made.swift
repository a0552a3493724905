import Remediation
import TestSupport

extension SmallEstate {
  /// The estate of the golden page: eleven weeks, every kind of ending, a hostile title.
  static var fixed: SmallEstate {
    var estate = SmallEstate(begins: "2025-12-20T08:00:00Z")
    let start = instant("2025-12-20T09:00:00Z").milliseconds
    let controls = [
      ("S3.8", "S3 general purpose buckets should block public access", Severity.high),
      ("EC2.19", "Security groups should not allow unrestricted access to ports with high risk", .critical),
      ("IAM.3", "<script>alert(1)</script>\u{202E} keys\nshould be \"rotated\"", .medium),
    ]
    for index in 0..<66 {
      let (control, title, severity) = controls[index % 3]
      let violation = estate.violation(control, title: title)
      let opened = start + Int64(index) * 26 * .hour
      let took = Int64(20 + index * 37 % 300) * .hour
      switch index % 11 {
      case 4: estate.episode(of: violation, opened: opened, severity: severity)
      case 7: estate.episode(of: violation, opened: opened, severity: severity, isClaimed: index > 40)
      case 9:
        estate.episode(of: violation, opened: opened, closed: opened + took, .suppressed, severity: severity)
      default:
        estate.episode(of: violation, opened: opened, closed: opened + took, severity: severity)
        estate.attempt(
          on: violation, started: opened + took / 2, ended: opened + took / 2 + 60_000,
          outcome: index % 5 == 0 ? .failed : .succeeded, contradicted: index % 10 == 1)
        if index % 6 == 1 {
          estate.episode(of: violation, opened: opened + took + 200 * .hour, severity: severity)
        }
        if index % 9 == 2 { estate.rollback(at: opened + took + .hour) }
      }
      if index % 8 == 0 {
        estate.attempt(on: violation, ended: opened + .hour, outcome: .succeeded, mode: .dryRun)
        estate.attempt(on: nil, ended: opened + 2 * .hour, outcome: .noOp)
      }
    }
    return estate
  }

  /// An estate by chance: some 300 violations over 400 days up to `asOf`.
  static func random(seed: UInt64, asOf: Int64) -> SmallEstate {
    var generator = SeededGenerator(seed: seed)
    let days = Int64.random(in: 5...430, using: &generator)
    var estate = SmallEstate(begins: Instant(milliseconds: asOf - days * .day).rfc3339)
    for _ in 0..<Int.random(in: 1...300, using: &generator) {
      let violation = estate.violation(
        "C.\(Int.random(in: 1...14, using: &generator))",
        isTrusted: Int.random(in: 0..<20, using: &generator) > 0)
      var time = asOf - Int64.random(in: 0...(days + 60) * .day, using: &generator)
      for _ in 0..<Int.random(in: 1...3, using: &generator) where time <= asOf {
        let opened = time
        let closed = opened + Int64.random(in: 1...70 * .day, using: &generator)
        let severity = Severity.allCases.randomElement(using: &generator) ?? .low
        guard closed <= asOf, Int.random(in: 0..<8, using: &generator) > 0 else {
          estate.episode(
            of: violation, opened: opened, severity: severity,
            isClaimed: Int.random(in: 0..<5, using: &generator) == 0)
          break
        }
        let reason =
          Int.random(in: 0..<4, using: &generator) == 0
          ? CloseReason.allCases.randomElement(using: &generator) : .verified
        estate.episode(
          of: violation, opened: opened, closed: closed, reason, severity: severity,
          defect: Int.random(in: 0..<25, using: &generator) == 0 ? .endBeforeStart : nil)
        estate.attempt(
          on: violation, started: Bool.random(using: &generator) ? opened + 1 : nil,
          ended: Int64.random(in: opened...closed, using: &generator),
          outcome: AttemptOutcome.allCases.randomElement(using: &generator) ?? .succeeded,
          mode: Int.random(in: 0..<6, using: &generator) == 0 ? .dryRun : .enforce,
          executor: Int.random(in: 0..<5, using: &generator) == 0 ? .human : .automation,
          contradicted: Int.random(in: 0..<6, using: &generator) == 0)
        if Int.random(in: 0..<9, using: &generator) == 0 {
          estate.rollback(
            at: closed, outcome: Bool.random(using: &generator) ? .succeeded : .failed)
        }
        time = closed + Int64.random(in: 0...100 * .day, using: &generator)
      }
    }
    return estate
  }
}
