/// What happens to a violation, told from its first failing check on.
enum Fate: CaseIterable, Sendable {
  case repaired, repairFailed, contradicted, rolledBack, rolledBackUnseen, rollbackFailed
  case repairedByPerson, untracked, truePositive, noChangeNeeded, neverRun, loop
  case falsePositive, reviewedFalsePositive, unreviewedFalsePositive, benign
  case suppressed, suppressionLifted, resourceGone, archived
  case claimedByAutomation, claimedByPerson, open, timeDefect

  /// The fates that a finding which is no control check can have, for its source.
  static func fates(of service: Detector.Service) -> [Fate] {
    switch service {
    case .inspector:
      [.repaired, .repairedByPerson, .repaired, .contradicted, .suppressed, .falsePositive, .open]
    case .guardDuty:
      [.falsePositive, .benign, .reviewedFalsePositive, .claimedByPerson, .archived, .archived, .open]
    case .accessAnalyzer: [.archived, .suppressed, .archived, .benign, .open]
    }
  }

  /// A draw for a control finding; automation takes over more of the work as time goes on.
  static func draw(progress: Int64, lane: DemoControl.Lane, _ random: inout SplitMix64) -> Fate {
    let late = Int(progress)
    let automatic = lane == .escalate ? 60 : 190 + late * 4 / 10
    let person = lane == .escalate ? 560 : 430 - late * 3 / 10
    let table: [(Fate, Int)] = [
      (.repaired, automatic), (.repairedByPerson, person),
      (.repairFailed, 70 - late / 25), (.contradicted, 60 - late / 25), (.rolledBack, 40 - late / 50),
      (.rolledBackUnseen, 8), (.rollbackFailed, 6), (.untracked, 40), (.truePositive, 25),
      (.noChangeNeeded, 15), (.neverRun, 30), (.loop, 3), (.falsePositive, 30), (.reviewedFalsePositive, 20),
      (.unreviewedFalsePositive, 5), (.benign, 14), (.suppressed, 40), (.suppressionLifted, 15),
      (.resourceGone, 48), (.archived, 8), (.claimedByAutomation, 9), (.claimedByPerson, 6), (.open, 75),
    ]
    return table[random.weighted(table.map(\.1))].0
  }
}
