import Remediation
import TestSupport

/// Records of a violation as chance makes them, on a coarse grid of time so that ties are common.
struct RandomStory {
  var records: [FoldingRecord] = []
  var findings: Int

  /// - Parameter isPlain: only what ``ReferenceModel`` knows: checks, and no compliance in history records.
  init(findings: Int, isPlain: Bool, using random: inout SeededGenerator) {
    self.findings = findings
    let checks = (0..<findings).map { _ in isPlain || Int.random(in: 0..<4, using: &random) > 0 }
    var evaluated = [Int64](repeating: 0, count: findings)
    var notes = [Int64?](repeating: nil, count: findings)
    var clock: Int64 = 0
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      clock += Int64.random(in: 0...6, using: &random)
      let finding = Int.random(in: 0..<findings, using: &random)
      switch Int.random(in: 0..<20, using: &random) {
      case 0:
        let ended = clock - Int64.random(in: 0...8, using: &random)
        add(.claim(at: Self.instant(max(0, ended))), nil, clock)
      case 1:
        add(.claim(at: Self.instant(clock)), finding, clock)
      case 2:
        add(.rollback(at: Self.instant(clock)), nil, clock)
      case 3:
        let verdict = [Verdict.falsePositive, .benign, .truePositive].randomElement(using: &random)
        add(.verdict(verdict ?? .unknown, at: Self.instant(clock)), findings == 1 ? 0 : nil, clock)
      case 4, 5:
        var facts = FindingFacts()
        facts.changedAt = Self.instant(clock)
        facts.workflow = Self.workflow(&random)
        if !isPlain, checks[finding], Bool.random(using: &random) {
          facts.compliance = Bool.random(using: &random) ? .passed : .failed
          facts.priorCompliance = [.passed, .failed, nil].randomElement(using: &random) ?? nil
        }
        add(.history(facts), finding, clock)
      default:
        var facts = FindingFacts()
        if Int.random(in: 0..<3, using: &random) > 0 { evaluated[finding] = clock }
        if Int.random(in: 0..<4, using: &random) == 0 { notes[finding] = clock }
        facts.updatedAt = Self.instant(evaluated[finding])
        facts.noteUpdatedAt = notes[finding].map(Self.instant)
        let processed = clock + (Int.random(in: 0..<4, using: &random) == 0 ? 3 : 0)
        if Int.random(in: 0..<8, using: &random) > 0 { facts.processedAt = Self.instant(processed) }
        if checks[finding] { facts.compliance = Self.compliance(&random) }
        if Bool.random(using: &random) { facts.workflow = Self.workflow(&random) }
        if Int.random(in: 0..<4, using: &random) == 0 {
          facts.recordState = Bool.random(using: &random) ? .active : .archived
          if facts.recordState == .archived {
            let causes: [ArchivalCause?] = [nil, .resourceGone, .consolidated, .controlDisabled]
            facts.archivalCause = causes.randomElement(using: &random) ?? nil
          }
        }
        if Int.random(in: 0..<6, using: &random) == 0 {
          facts.verdict = [.unknown, .falsePositive, .benign].randomElement(using: &random)
        }
        if Bool.random(using: &random) {
          facts.startedAt = Self.instant(Int64.random(in: 0...clock, using: &random))
        }
        facts.severity = facts.compliance == .passed ? .informational : .high
        add(.snapshot(facts), finding, processed)
      }
    }
  }

  private mutating func add(_ content: FoldingRecord.Content, _ finding: Int?, _ clock: Int64) {
    let id = Int64(records.count + 1)
    let order = RecordOrder(
      eventTime: Self.instant(clock), latestTime: Self.instant(clock), hashPrefix: UInt64(id))
    records.append(FoldingRecord(record: id, finding: finding, order: order, content: content))
  }

  /// Ten minutes a step, from 2025-01-01.
  static func instant(_ step: Int64) -> Instant {
    Instant(milliseconds: 1_735_689_600_000 + step * 600_000)
  }

  private static func workflow(_ random: inout SeededGenerator) -> WorkflowStatus {
    [.new, .new, .notified, .resolved, .resolved, .suppressed].randomElement(using: &random) ?? .new
  }

  private static func compliance(_ random: inout SeededGenerator) -> ComplianceStatus? {
    let values: [ComplianceStatus?] = [
      .failed, .failed, .failed, .failed, .passed, .passed, .passed, .warning, .notAvailable, nil,
    ]
    return values.randomElement(using: &random) ?? nil
  }
}
