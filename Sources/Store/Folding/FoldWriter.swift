import GRDB
import Queries
import Remediation

/// Writes what the fold gave: episodes, claims, spans, and how findings and violations stand.
struct FoldWriter: ~Copyable {
  private let isFolded: Statement
  private let deleteEpisodes: Statement
  private let deleteClaims: Statement
  private let deleteSpans: Statement
  private let deleteViolation: Statement
  private let episode: Statement
  private let claim: Statement
  private let span: Statement
  private let violation: Statement
  private let finding: Statement
  private let trusted: Statement
  private var trustByDescription: [Int64: Bool] = [:]
  /// Nothing was folded before: there is nothing to forget.
  private let isFirst: Bool

  init(_ database: Database) throws {
    let isFolded = try Statement(Queries.Folding.isFolded, on: database)
    let deleteEpisodes = try Statement(Queries.Folding.deleteEpisode, on: database)
    let deleteClaims = try Statement(Queries.Folding.deleteClaim, on: database)
    let deleteSpans = try Statement(Queries.Folding.deleteSuppressedSpan, on: database)
    let deleteViolation = try Statement(Queries.Folding.deleteViolationState, on: database)
    let episode = try Statement(Queries.Folding.insertEpisode, on: database)
    let claim = try Statement(Queries.Folding.insertClaim, on: database)
    let span = try Statement(Queries.Folding.insertSuppressedSpan, on: database)
    let violation = try Statement(Queries.Folding.upsertViolationState, on: database)
    let finding = try Statement(Queries.Folding.upsertFindingState, on: database)
    let trusted = try Statement(Queries.Folding.descriptionIsTrusted, on: database)
    let anyFolded = try Statement(Queries.Folding.anyFolded, on: database)
    isFirst = try !anyFolded.step()
    self.isFolded = isFolded
    self.deleteEpisodes = deleteEpisodes
    self.deleteClaims = deleteClaims
    self.deleteSpans = deleteSpans
    self.deleteViolation = deleteViolation
    self.episode = episode
    self.claim = claim
    self.span = span
    self.violation = violation
    self.finding = finding
    self.trusted = trusted
  }

  mutating func write(_ rows: FoldedRows) throws {
    try forget(rows.id)
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
    violation.bind(rows.id, at: 1)
    violation.bind(rows.lastEvent.milliseconds, at: 2)
    violation.bind(last?.state.rawValue ?? 0, at: 3)
    violation.bind(severity.rawValue, at: 4)
    violation.bind(isTrusted, at: 5)
    violation.bind(rows.judgement?.verdict.rawValue, at: 6)
    violation.bind(rows.judgement?.at.milliseconds, at: 7)
    try violation.run()
  }

  /// Removes what an earlier fold wrote of the violation.
  func forget(_ id: Int64) throws {
    guard !isFirst else { return }
    isFolded.bind(id, at: 1)
    let wasFolded = try isFolded.step()
    isFolded.reset()
    guard wasFolded else { return }
    deleteEpisodes.bind(id, at: 1)
    try deleteEpisodes.run()
    deleteClaims.bind(id, at: 1)
    try deleteClaims.run()
    deleteSpans.bind(id, at: 1)
    try deleteSpans.run()
    deleteViolation.bind(id, at: 1)
    try deleteViolation.run()
  }

  private func write(_ value: Episode, of rows: FoldedRows) throws {
    episode.bind(rows.id, at: 1)
    episode.bind(value.number, at: 2)
    episode.bind(value.openedAt.milliseconds, at: 3)
    episode.bind(value.openedBy, at: 4)
    episode.bind(value.isOpeningEstimated, at: 5)
    episode.bind(value.severity.rawValue, at: 6)
    episode.bind(value.state.rawValue, at: 7)
    episode.bind(value.claimedAt?.milliseconds, at: 8)
    episode.bind(value.closedAt?.milliseconds, at: 9)
    episode.bind(value.closedBy, at: 10)
    episode.bind(value.isClosingEstimated, at: 11)
    episode.bind(value.reason?.rawValue, at: 12)
    episode.bind(value.isWeak, at: 13)
    episode.bind(value.contradictions, at: 14)
    episode.bind(value.timeDefect?.rawValue, at: 15)
    try episode.run()
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

  private func write(_ state: FoldedFinding, of loaded: LoadedFinding) throws {
    finding.bind(loaded.id, at: 1)
    finding.bind(loaded.description, at: 2)
    finding.bind(loaded.firstEvent.milliseconds, at: 3)
    finding.bind(loaded.lastEvent.milliseconds, at: 4)
    finding.bind(state.severity.rawValue, at: 5)
    finding.bind(state.workflow.rawValue, at: 6)
    finding.bind(state.compliance?.rawValue, at: 7)
    finding.bind(state.recordState.rawValue, at: 8)
    finding.bind(state.isFailing, at: 9)
    try finding.run()
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
