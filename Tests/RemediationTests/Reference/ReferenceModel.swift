import Remediation

/// The definitions once more, for violations of one finding: slow, and built otherwise.
///
/// Instead of following one record after the other it writes down all states first, marks in which of
/// them the finding fails, and cuts the list into episodes at the gaps that end one.
struct ReferenceModel {
  private struct State {
    var facts: FindingFacts?
    var compliance: ComplianceStatus?
    var workflow = WorkflowStatus.new
    var recordState = RecordState.active
    var cause: ArchivalCause?
    var verdict = Verdict.unknown
    var note: Instant?
    var unavailable = false
    var ledger: (verdict: Verdict, at: Instant, passed: Bool)?
    var scanner = Instant(milliseconds: 0)
    var person = Instant(milliseconds: 0)

    var isCheck: Bool
    var hasSnapshot = false

    var saysFailing: Bool { isCheck ? compliance == .failed : hasSnapshot && recordState == .active }
    /// A snapshot in which the scanner says again that it fails.
    var isFailingEvaluation: Bool {
      guard let facts, facts.changedAt == nil else { return false }
      return isCheck ? facts.compliance == .failed : saysFailing
    }
    var judgement: CloseReason? { reason(of: verdict) }
    var ledgerJudgement: CloseReason? { ledger.flatMap { reason(of: $0.verdict) } }
    var archival: CloseReason? {
      guard recordState == .archived else { return nil }
      return switch cause {
      case .consolidated: .superseded
      case .controlDisabled: .controlDisabled
      case .resourceGone: .resourceGone
      case nil: unavailable ? .resourceGone : .archived
      }
    }
    var reasons: [CloseReason?] {
      [
        judgement, ledgerJudgement, archival, compliance == .passed ? .verified : nil,
        workflow == .suppressed ? .suppressed : nil,
      ]
    }
    var fails: Bool { saysFailing && reasons.allSatisfy { $0 == nil } }

    private func reason(of verdict: Verdict) -> CloseReason? {
      verdict == .falsePositive ? .falsePositive : verdict == .benign ? .benign : nil
    }
  }

  private struct Closing {
    var reason: CloseReason
    var at: Instant
  }

  private static let ranking: [CloseReason] = [
    .falsePositive, .benign, .superseded, .controlDisabled, .resourceGone, .verified, .suppressed, .archived,
  ]

  private static let judgements: [CloseReason] = [.suppressed, .falsePositive, .benign]

  private var states: [State] = []
  private var attempts: [(at: Instant, record: Int64)] = []
  private var rollbacks: [Instant] = []
  private var stateRecords: [Int64] = []
  private var positions: [Int64: Int] = [:]
  /// Records that say PASSED, also those whose PASSED is ignored as contested.
  private var passedRecords: Set<Int64> = []

  /// Each episode and claim as a line of text, as ``Story`` writes them, without the marks of estimates.
  private(set) var episodes: [String] = []

  init(_ records: [FoldingRecord]) {
    let sorted = records.sorted { $0.order < $1.order }
    let failed = sorted.compactMap { record -> Instant? in
      guard case .snapshot(let facts) = record.content, facts.compliance == .failed else { return nil }
      return facts.updatedAt
    }
    let isCheck = sorted.contains { record in
      switch record.content {
      case .snapshot(let facts), .history(let facts): facts.compliance != nil
      default: false
      }
    }
    for (index, record) in sorted.enumerated() {
      positions[record.record] = index
      write(record, isCheck: isCheck, failedAt: failed)
    }
    cut()
  }

  // MARK: - All states

  private mutating func write(_ record: FoldingRecord, isCheck: Bool, failedAt: [Instant]) {
    var state = states.last ?? State(isCheck: isCheck)
    state.facts = nil
    switch record.content {
    case .claim(let at):
      attempts.append((at, record.record))
      return
    case .rollback(let at):
      rollbacks.append(at)
      return
    case .verdict(let verdict, let at):
      (state.scanner, state.person) = (at, at)
      state.ledger =
        verdict == .falsePositive || verdict == .benign ? (verdict, at, state.compliance == .passed) : nil
    case .snapshot(let facts), .history(let facts):
      state.facts = facts
      if facts.compliance == .passed { passedRecords.insert(record.record) }
      if facts.changedAt == nil { state.hasSnapshot = true }
      let isContested = facts.updatedAt.map(failedAt.contains) ?? false
      let compliance = facts.compliance == .passed && isContested ? nil : facts.compliance
      state.scanner = facts.changedAt ?? facts.updatedAt ?? record.order.eventTime
      let newNote = facts.noteUpdatedAt == state.note ? nil : facts.noteUpdatedAt
      state.person = facts.changedAt ?? newNote ?? facts.processedAt ?? record.order.eventTime
      state.note = facts.noteUpdatedAt ?? state.note
      state.facts?.compliance = compliance
      if compliance == .passed || compliance == .failed { state.compliance = compliance }
      if let compliance, compliance != .unrecognised { state.unavailable = compliance == .notAvailable }
      state.workflow = facts.workflow ?? state.workflow
      state.recordState = facts.recordState ?? state.recordState
      state.cause = facts.archivalCause ?? (facts.recordState == .active ? nil : state.cause)
      state.verdict = facts.verdict ?? state.verdict
      if state.compliance == .passed { state.ledger?.passed = true }
      if state.saysFailing, state.ledger?.passed == true { state.ledger = nil }
    }
    states.append(state)
    stateRecords.append(record.record)
  }

  private func strongest(_ reasons: [CloseReason?]) -> CloseReason? {
    Self.ranking.first { reasons.contains($0) }
  }

  private func instant(of reason: CloseReason, in state: State) -> Instant {
    guard Self.judgements.contains(reason) else { return state.scanner }
    if let given = state.ledger, state.ledgerJudgement == reason, state.judgement != reason {
      return max(given.at, state.scanner)
    }
    return state.person
  }

  // MARK: - Episodes

  /// The states in which the finding fails, and those in which it failed and was set aside at once.
  private var failingPoints: [Int] {
    let first = states.firstIndex(where: \.saysFailing)
    return states.indices.filter { index in
      let state = states[index]
      if state.fails || index == first { return true }
      guard index > 0, state.saysFailing, let reason = strongest(state.reasons) else { return false }
      let before = states[index - 1]
      return !before.saysFailing && before.reasons.allSatisfy { $0 == nil || $0 == .verified }
        && first.map { $0 < index } ?? false && instant(of: reason, in: state) >= state.scanner
    }
  }

  /// How the failing at `point` ended, looking up to the next failing state; nil when it did not.
  private func closing(after point: Int, before next: Int, since: Instant) -> (Closing, isFinal: Bool)? {
    let gap = states[point].fails ? point + 1..<next : point..<next
    guard let first = gap.first, let reason = strongest(states[first].reasons) else { return nil }
    var closing = Closing(reason: reason, at: instant(of: reason, in: states[first]))
    var isFinal = !Self.judgements.contains(reason) || states[first].compliance == .passed
    for index in gap.dropFirst() {
      if states[index].facts?.compliance == .passed { isFinal = true }
      let news = zip(states[index].reasons, states[index - 1].reasons).map { $0 == $1 ? nil : $0 }
      guard let reason = strongest(news) else { continue }
      let at = instant(of: reason, in: states[index])
      let isStronger = at == closing.at && strongest([reason, closing.reason]) != closing.reason
      guard at < closing.at || isStronger, since <= at else { continue }
      closing = Closing(reason: reason, at: at)
      isFinal = !Self.judgements.contains(reason) || states[index].compliance == .passed
    }
    return (closing, isFinal)
  }

  private mutating func cut() {
    var spans: [(opened: Instant, closing: Closing?, aside: [String])] = []
    var since = Instant(milliseconds: 0)
    let points = failingPoints
    var goesOn = false
    for (ordinal, point) in points.enumerated() {
      let state = states[point]
      let follows = ordinal > 0 && points[ordinal - 1] == point - 1
      let isContinuous = follows && states[point - 1].fails && state.fails
      if spans.isEmpty {
        since = state.scanner
        spans.append((firstOpening(point), nil, []))
      } else if !isContinuous, goesOn, let closing = spans[spans.count - 1].closing {
        let from = max(closing.at, spans[spans.count - 1].opened)
        spans[spans.count - 1].aside.append("\(text(from)) to \(text(state.person)) \(closing.reason.name)")
        spans[spans.count - 1].closing = nil
      } else if !isContinuous {
        let before = states[point - 1]
        since = before.saysFailing && before.recordState == .active ? state.person : state.scanner
        spans.append((since, nil, []))
      }
      let next = ordinal + 1 < points.count ? points[ordinal + 1] : states.count
      if let (closing, isFinal) = closing(after: point, before: next, since: since) {
        spans[spans.count - 1].closing = closing
        goesOn = !isFinal
      }
    }
    for (index, span) in spans.enumerated() {
      let next = spans[(index + 1)...].map(\.opened).min()
      let claims = weigh(opened: span.opened, closing: span.closing, next: next)
      let isClaimed = span.closing == nil && claims.contains { $0.hasSuffix("standing") }
      let end = span.closing.map { "to \(text($0.at)) \($0.reason.name)" } ?? (isClaimed ? "claimed" : "open")
      episodes.append(([text(span.opened) + " " + end] + span.aside + claims).joined(separator: "; "))
    }
  }

  private func passedBefore(_ point: Int) -> Bool {
    states[..<point].contains { $0.facts?.compliance == .passed }
  }

  private func firstOpening(_ point: Int) -> Instant {
    guard !passedBefore(point) else { return states[point].scanner }
    let stated = states.compactMap { $0.facts?.startedAt }
    let failing = states.filter { $0.isCheck ? $0.isFailingEvaluation : $0.facts?.recordState != .archived }
    let evaluated = failing.compactMap { $0.facts?.updatedAt }
    return (stated + evaluated + [states[point].scanner]).min() ?? states[point].scanner
  }

  // MARK: - Claims

  private func weigh(opened: Instant, closing: Closing?, next: Instant?) -> [String] {
    var claims = attempts.map { (at: $0.at, origin: "ledger", record: $0.record) }
    var answers: [(at: Instant, rank: Int, text: String)] = rollbacks.map { ($0, 2, "withdrawn") }
    if let closing { answers.append((closing.at, 1, closing.reason == .verified ? "confirmed" : "lapsed")) }
    for index in states.indices {
      let state = states[index]
      let before = index > 0 ? states[index - 1] : State(isCheck: state.isCheck)
      if state.workflow == .resolved, before.workflow != .resolved, state.saysFailing,
        state.recordState == .active, !passedRecords.contains(stateRecords[index])
      {
        claims.append((state.person, "workflow", stateRecords[index]))
      } else if before.workflow == .resolved, state.workflow != .resolved {
        answers.append((state.person, 2, "withdrawn"))
      }
      if state.isFailingEvaluation { answers.append((state.scanner, 0, "contradicted")) }
      if state.facts?.compliance == .passed { answers.append((state.scanner, 0, "confirmed")) }
    }
    let made = claims.filter { claim in
      opened <= claim.at && (closing.map { claim.at < $0.at } ?? true)
        && (next.map { claim.at < $0 } ?? true)
    }
    let position = { (record: Int64) in positions[record] ?? 0 }
    return made.sorted { ($0.at, position($0.record)) < ($1.at, position($1.record)) }.map { claim in
      let later = answers.filter {
        guard $0.rank == 0 else { return $0.at >= claim.at }
        return $0.at > claim.at && !(claim.origin == "ledger" && $0.text == "confirmed")
      }
      let answer = later.min { ($0.at, $0.rank) < ($1.at, $1.rank) }
      return "\(claim.origin) \(text(claim.at)) "
        + (answer.map { "\($0.text) \(text($0.at))" } ?? "standing")
    }
  }
}
