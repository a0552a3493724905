import Queries

/// The measures, by the name of their file in `queries/measures/facts`.
public enum MeasureName: String, Sendable, CaseIterable {
  case findings
  case violationsOpen = "violations_open"
  case opened, closed, claimed
  case timeToRemediate = "time_to_remediate"
  case survival
  case openAge = "open_age"
  case stageAssigned = "stage_assigned"
  case stageAttempted = "stage_attempted"
  case stageApplied = "stage_applied"
  case autofixAttempts = "autofix_attempts"
  case autofixProven = "autofix_proven"
  case autofixContradicted = "autofix_contradicted"
  case autofixNotRun = "autofix_not_run"
  case coverage, rollbacks, regressions
  case falsePositives = "false_positives"
  case judged
  case reviewTime = "review_time"
  case recurrence30d = "recurrence_30d"
  case recurrence90d = "recurrence_90d"
  case loops, escalations
  case beforeHuman = "before_human"
  case sla
  case slaOverdue = "sla_overdue"
  case slaDueSoon = "sla_due_soon"
  case exceptions, exposure, velocity, prevented

  /// The statement that makes the view `measured`: one row for each case.
  var statement: String {
    typealias Facts = Queries.Measures.Facts
    return switch self {
    case .findings: Facts.findings
    case .violationsOpen: Facts.violationsOpen
    case .opened: Facts.opened
    case .closed: Facts.closed
    case .claimed: Facts.claimed
    case .timeToRemediate: Facts.timeToRemediate
    case .survival: Facts.survival
    case .openAge: Facts.openAge
    case .stageAssigned: Facts.stageAssigned
    case .stageAttempted: Facts.stageAttempted
    case .stageApplied: Facts.stageApplied
    case .autofixAttempts: Facts.autofixAttempts
    case .autofixProven: Facts.autofixProven
    case .autofixContradicted: Facts.autofixContradicted
    case .autofixNotRun: Facts.autofixNotRun
    case .coverage: Facts.coverage
    case .rollbacks: Facts.rollbacks
    case .regressions: Facts.regressions
    case .falsePositives: Facts.falsePositives
    case .judged: Facts.judged
    case .reviewTime: Facts.reviewTime
    case .recurrence30d: Facts.recurrence30d
    case .recurrence90d: Facts.recurrence90d
    case .loops: Facts.loops
    case .escalations: Facts.escalations
    case .beforeHuman: Facts.beforeHuman
    case .sla: Facts.sla
    case .slaOverdue: Facts.slaOverdue
    case .slaDueSoon: Facts.slaDueSoon
    case .exceptions: Facts.exceptions
    case .exposure: Facts.exposure
    case .velocity: Facts.velocity
    case .prevented: Facts.prevented
    }
  }
}
