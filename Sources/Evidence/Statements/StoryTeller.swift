import Ingest
import Remediation

/// Turns the records of one episode into the statements of its chapters.
struct StoryTeller {
  let grounds: VerdictGrounds
  let episode: Episode
  /// The first claim or attempt: what the scanner says after it verifies or contradicts.
  private let firstAction: Instant?
  private let claims: Set<Int64>
  private let opening: Int
  private let closing: Int?

  init(_ grounds: VerdictGrounds, _ episode: Episode) {
    self.grounds = grounds
    self.episode = episode
    let attempts = grounds.attempts(in: episode).map(\.ended)
    firstAction = (attempts + episode.claims.map(\.at)).min()
    claims = Set(episode.claims.filter { $0.origin == .workflow }.map(\.record))
    opening = Int(episode.openedBy)
    closing = episode.closedBy.map(Int.init)
  }

  /// The statements by chapter, each chapter in the order of the records.
  func tell() -> [Chapter: [Statement]] {
    var chapters: [Chapter: [Told]] = [:]
    let span = grounds.span(of: episode)
    for (index, record) in grounds.violation.records.enumerated() {
      // What opened or closed it belongs to it, whatever its own time says.
      guard span.contains(record.order.eventTime) || index == opening || index == closing else { continue }
      for told in tell(record, index) {
        chapters[told.chapter, default: []].append(told)
      }
    }
    return chapters.mapValues { Told.joined($0) }
  }

  private func tell(_ record: ReadRecord, _ index: Int) -> [Told] {
    let number = grounds.number(index)
    let at = record.order.eventTime
    if record.isWithheld { return tell(withheld: record, index) }
    switch (record.content, record.details) {
    case (.observation(let observation), .finding(let details)?):
      let state = ObservedState(observation.value, details)
      let summary = sentence(observation.value, details)
      let statement = Statement(number, at: at, summary).describing(details, isFirst: index == opening)
      return [
        Told(
          chapter: chapter(of: observation.value, index), statement: statement,
          state: index == opening ? nil : state)
      ]
    case (.observation(let observation), .change(let details)?):
      let chapter = chapter(of: observation.value, index)
      return [Told(chapter: chapter, statement: Statement(number, at: at, change: details))]
    case (.entry(let entry), .entry(let details)?) where record.entry != nil:
      return Self.tell(entry.value, details, number)
    default: return []
    }
  }

  /// A record that is withheld stands where it would stand, in words that nobody wrote.
  private func tell(withheld record: ReadRecord, _ index: Int) -> [Told] {
    let statement = Statement(withheld: record, grounds.number(index))
    let chapters =
      switch record.content {
      case .observation(let observation): [chapter(of: observation.value, index)]
      case .entry(let entry) where record.entry != nil: entry.value.chapters
      default: [Chapter]()
      }
    return chapters.map { Told(chapter: $0, statement: statement) }
  }

  // MARK: observations

  private func sentence(_ observation: Observation, _ details: FindingDetails) -> String {
    let who = details.productName ?? "The product"
    let other =
      observation.finding == grounds.violation.findings.first ? "" : " for another finding of the violation"
    if let status = details.complianceStatus { return "\(who) reported \(status)\(other)" }
    return "\(who) reported the finding as \(details.recordState ?? "ACTIVE")\(other)"
  }

  private func chapter(of observation: Observation, _ index: Int) -> Chapter {
    if index == opening { return .detection }
    if index == closing {
      return episode.reason == .verified ? .verification : .exceptions
    }
    if claims.contains(Int64(index)) { return .result }
    let evaluated =
      observation.times.changedAt ?? observation.times.updatedAt
      ?? grounds.violation.records[index].order.eventTime
    if let closed = episode.closedAt, evaluated > closed { return .afterwards }
    if let firstAction, evaluated > firstAction { return .verification }
    if observation.workflow == .suppressed { return .exceptions }
    return .detection
  }
}

/// A statement, where it goes, and what it may be joined with.
struct Told {
  var chapter: Chapter
  var statement: Statement
  /// What an observation says of the finding; neighbours that say the same become one statement.
  var state: ObservedState?

  static func joined(_ all: [Told]) -> [Statement] {
    var joined: [Told] = []
    for told in all {
      if let state = told.state, let last = joined.last, last.state == state {
        joined[joined.count - 1].statement.records += told.statement.records
        joined[joined.count - 1].statement.until = told.statement.at
      } else {
        joined.append(told)
      }
    }
    return joined.map { told in
      guard told.statement.records.count > 1 else { return told.statement }
      var statement = told.statement
      statement.summary += ", \(told.statement.records.count) times in a row"
      return statement
    }
  }
}

/// What a snapshot says that a reader would tell apart.
struct ObservedState: Equatable {
  let finding: FindingIdentity
  let compliance: String?
  let workflow: String?
  let recordState: String?
  let verification: String?
  let severity: String?
  let note: FindingDetails.Note?
  let reasons: [FindingDetails.StatusReason]

  init(_ observation: Observation, _ details: FindingDetails) {
    finding = observation.finding
    compliance = details.complianceStatus
    workflow = details.workflowStatus
    recordState = details.recordState
    verification = details.verificationState
    severity = details.severity.label
    note = details.note
    reasons = details.statusReasons
  }
}
