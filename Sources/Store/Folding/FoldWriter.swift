import GRDB
import Queries
import Remediation

/// Writes what the fold gave: episodes, claims, spans, and how findings and violations stand.
///
/// Rows that are new wait for each other until ``finish()``.
struct FoldWriter: ~Copyable {
  private let deleteEpisodes: Statement
  private let deleteClaims: Statement
  private let deleteSpans: Statement
  private let deleteViolation: Statement
  private var episode: IntegerRows
  private let claim: Statement
  private let span: Statement
  private var violation: IntegerRows
  private let oldViolation: Statement
  private var finding: IntegerRows
  private let oldFinding: Statement
  private let trusted: Statement
  private var trustByDescription: [Int64: Bool] = [:]
  /// The greatest number of a violation that was folded before: of those behind it there is nothing to forget.
  private let lastViolation: Int64
  /// The greatest number of a finding that was folded before.
  private let lastFinding: Int64

  init(_ database: Database) throws {
    let last = try Statement(Queries.Folding.lastFolded, on: database)
    _ = try last.step()
    let (lastViolation, lastFinding) = (last.int(0), last.int(1))
    last.reset()
    let deleteEpisodes = try Statement(Queries.Folding.deleteEpisode, on: database)
    let deleteClaims = try Statement(Queries.Folding.deleteClaim, on: database)
    let deleteSpans = try Statement(Queries.Folding.deleteSuppressedSpan, on: database)
    let deleteViolation = try Statement(Queries.Folding.deleteViolationState, on: database)
    let episode = try IntegerRows(Queries.Folding.insertEpisode, columns: 15, on: database)
    let claim = try Statement(Queries.Folding.insertClaim, on: database)
    let span = try Statement(Queries.Folding.insertSuppressedSpan, on: database)
    let violation = try IntegerRows(Queries.Folding.insertViolationState, columns: 7, on: database)
    let oldViolation = try Statement(Queries.Folding.upsertViolationState, on: database)
    let finding = try IntegerRows(Queries.Folding.insertFindingState, columns: 9, on: database)
    let oldFinding = try Statement(Queries.Folding.upsertFindingState, on: database)
    let trusted = try Statement(Queries.Folding.descriptionIsTrusted, on: database)
    self.lastViolation = lastViolation
    self.lastFinding = lastFinding
    self.deleteEpisodes = deleteEpisodes
    self.deleteClaims = deleteClaims
    self.deleteSpans = deleteSpans
    self.deleteViolation = deleteViolation
    self.episode = episode
    self.claim = claim
    self.span = span
    self.violation = violation
    self.oldViolation = oldViolation
    self.finding = finding
    self.oldFinding = oldFinding
    self.trusted = trusted
  }

  mutating func write(_ rows: FoldedRows) throws {
    try forgetEpisodes(rows.id)
    for episode in rows.folded.episodes { try write(episode, of: rows) }
    var isTrusted = true
    for (index, state) in rows.folded.findings.enumerated() {
      try write(state, of: rows.findings[index])
      if let description = rows.findings[index].description {
        isTrusted = try trust(description) && isTrusted
      }
    }
    let last = rows.folded.episodes.last
    let severity = last?.severity ?? rows.folded.findings.map(\.severity).max() ?? .unknown
    violation.append(rows.id)
    violation.append(rows.lastEvent.milliseconds)
    violation.append(last?.state.rawValue ?? 0)
    violation.append(severity.rawValue)
    violation.append(isTrusted)
    violation.append(rows.judgement?.verdict.rawValue)
    violation.append(rows.judgement?.at.milliseconds)
    if rows.id > lastViolation {
      try violation.endRow()
    } else {
      try violation.endRow(over: oldViolation)
    }
  }

  /// Writes what is still gathered: before anybody looks.
  mutating func finish() throws {
    try episode.flush()
    try violation.flush()
    try finding.flush()
  }

  /// Removes what an earlier fold wrote of a violation that no finding belongs to any more.
  func forget(_ id: Int64) throws {
    try forgetEpisodes(id)
    deleteViolation.bind(id, at: 1)
    try deleteViolation.run()
  }

  private func forgetEpisodes(_ id: Int64) throws {
    guard id <= lastViolation else { return }
    deleteEpisodes.bind(id, at: 1)
    try deleteEpisodes.run()
    deleteClaims.bind(id, at: 1)
    try deleteClaims.run()
    deleteSpans.bind(id, at: 1)
    try deleteSpans.run()
  }

  private mutating func write(_ value: Episode, of rows: FoldedRows) throws {
    episode.append(rows.id)
    episode.append(value.number)
    episode.append(value.openedAt.milliseconds)
    episode.append(value.openedBy)
    episode.append(value.isOpeningEstimated)
    episode.append(value.severity.rawValue)
    episode.append(value.state.rawValue)
    episode.append(value.claimedAt?.milliseconds)
    episode.append(value.closedAt?.milliseconds)
    episode.append(value.closedBy)
    episode.append(value.isClosingEstimated)
    episode.append(value.reason?.rawValue)
    episode.append(value.isWeak)
    episode.append(value.contradictions)
    episode.append(value.timeDefect?.rawValue)
    try episode.endRow()
    for (ordinal, staked) in value.claims.enumerated() {
      claim.bind(rows.id, at: 1)
      claim.bind(value.number, at: 2)
      claim.bind(ordinal, at: 3)
      claim.bind(staked.origin.rawValue, at: 4)
      claim.bind(staked.at.milliseconds, at: 5)
      claim.bind(staked.record, at: 6)
      claim.bind(rows.findings[staked.finding].id, at: 7)
      claim.bind(staked.outcome.name, at: 8)
      claim.bind(staked.outcome.at?.milliseconds, at: 9)
      try claim.run()
    }
    for (ordinal, suppressed) in value.suppressions.enumerated() {
      span.bind(rows.id, at: 1)
      span.bind(value.number, at: 2)
      span.bind(ordinal, at: 3)
      span.bind(suppressed.from.milliseconds, at: 4)
      span.bind(suppressed.to?.milliseconds, at: 5)
      span.bind(suppressed.reason.rawValue, at: 6)
      try span.run()
    }
  }

  private mutating func write(_ state: FoldedFinding, of loaded: LoadedFinding) throws {
    finding.append(loaded.id)
    finding.append(loaded.description)
    finding.append(loaded.firstEvent.milliseconds)
    finding.append(loaded.lastEvent.milliseconds)
    finding.append(state.severity.rawValue)
    finding.append(state.workflow.rawValue)
    finding.append(state.compliance?.rawValue)
    finding.append(state.recordState.rawValue)
    finding.append(state.isFailing)
    if loaded.id > lastFinding {
      try finding.endRow()
    } else {
      try finding.endRow(over: oldFinding)
    }
  }

  private mutating func trust(_ description: Int64) throws -> Bool {
    if let known = trustByDescription[description] { return known }
    trusted.bind(description, at: 1)
    let value = try !trusted.step() || trusted.int(0) != 0
    trusted.reset()
    trustByDescription[description] = value
    return value
  }
}

extension Claim.Outcome {
  /// The word that stands in the store.
  var name: String {
    switch self {
    case .standing: "standing"
    case .confirmed: "confirmed"
    case .contradicted: "contradicted"
    case .withdrawn: "withdrawn"
    case .lapsed: "lapsed"
    }
  }

  /// When it came to be so; nil while the claim stands.
  var at: Instant? {
    switch self {
    case .standing: nil
    case .confirmed(let at), .contradicted(let at), .withdrawn(let at), .lapsed(let at): at
    }
  }
}
