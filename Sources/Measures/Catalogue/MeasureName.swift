import Queries

/// The measures, by the name of their file in the folder of their subject in `queries/measures/facts`.
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

  /// What its cases are, and the file that says where each stands.
  var file: (subject: MeasureSubject, text: String) {
    typealias Facts = Queries.Measures.Facts
    return switch self {
    case .findings: (.finding, Facts.Finding.findings)
    case .violationsOpen: (.violation, Facts.Violation.violationsOpen)
    case .opened: (.episode, Facts.Episode.opened)
    case .closed: (.episode, Facts.Episode.closed)
    case .claimed: (.episode, Facts.Episode.claimed)
    case .timeToRemediate: (.episode, Facts.Episode.timeToRemediate)
    case .survival: (.episode, Facts.Episode.survival)
    case .openAge: (.episode, Facts.Episode.openAge)
    case .stageAssigned: (.episode, Facts.Episode.stageAssigned)
    case .stageAttempted: (.episode, Facts.Episode.stageAttempted)
    case .stageApplied: (.episode, Facts.Episode.stageApplied)
    case .autofixAttempts: (.attempt, Facts.Attempt.autofixAttempts)
    case .autofixProven: (.outcome, Facts.Outcome.autofixProven)
    case .autofixContradicted: (.outcome, Facts.Outcome.autofixContradicted)
    case .autofixNotRun: (.attempt, Facts.Attempt.autofixNotRun)
    case .coverage: (.openedFinding, Facts.OpenedFinding.coverage)
    case .rollbacks: (.change, Facts.Change.rollbacks)
    case .regressions: (.episode, Facts.Episode.regressions)
    case .falsePositives: (.violation, Facts.Violation.falsePositives)
    case .judged: (.episode, Facts.Episode.judged)
    case .reviewTime: (.review, Facts.Review.reviewTime)
    case .recurrence30d: (.episode, Facts.Episode.recurrence30d)
    case .recurrence90d: (.episode, Facts.Episode.recurrence90d)
    case .loops: (.loop, Facts.Loop.loops)
    case .escalations: (.decision, Facts.Decision.escalations)
    case .beforeHuman: (.episode, Facts.Episode.beforeHuman)
    case .sla: (.episode, Facts.Episode.sla)
    case .slaOverdue: (.episode, Facts.Episode.slaOverdue)
    case .slaDueSoon: (.episode, Facts.Episode.slaDueSoon)
    case .exceptions: (.exception, Facts.Exception.exceptions)
    case .exposure: (.episode, Facts.Episode.exposure)
    case .velocity: (.episode, Facts.Episode.velocity)
    case .prevented: (.gate, Facts.Gate.prevented)
    }
  }
}
