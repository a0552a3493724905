/// What really became of one violation: the numbers of the estate are counted from these.
struct ViolationOutcome: Sendable {
  let account: String
  let region: String
  let problem: String
  let resource: String
  let isControl: Bool
  var findingIDs: Set<String> = []
  var episodes: [DemoEpisode] = []
  var attempts: [Attempt] = []
  var rollbacks: [Rollback] = []
  var evaluations: [Evaluation] = []
  var personEntries: [Int64] = []
  var exceptions: [Exception] = []
  var verdict: String?
  var decidedFindings: Set<String> = []
  var escalatedFindings: Set<String> = []
  var deadLetters = 0

  struct Attempt: Sendable {
    let end: Int64
    let isAutomatic: Bool
    let isEnforced: Bool
    let outcome: String
    let reason: String?
  }

  struct Rollback: Sendable {
    let at: Int64
    let succeeded: Bool
  }

  struct Evaluation: Sendable {
    let at: Int64
    let failed: Bool
  }

  struct Exception: Sendable {
    let from: Int64
    var until: Int64
    var isRevoked = false
  }

  var isOpen: Bool { episodes.last?.isOpen ?? false }

  /// The source says that it fails: a span opens, or a claim was wrong.
  mutating func fail(at instant: Int64, severity: Severity) {
    if let last = episodes.last, last.closed == nil {
      episodes[episodes.count - 1].claimed = nil
      return
    }
    episodes.append(
      DemoEpisode(
        number: episodes.count + 1, severity: severity.rawValue, opened: instant,
        deadline: severity.deadline.map { instant + $0 }))
  }

  mutating func close(_ reason: DemoEpisode.Reason, at instant: Int64) {
    guard let last = episodes.last, last.closed == nil else { return }
    episodes[episodes.count - 1].closed = instant
    episodes[episodes.count - 1].reason = reason
    episodes[episodes.count - 1].claimed = nil
  }

  /// The same span goes on: a suppression was lifted, or a successor took over.
  mutating func resume() {
    guard !episodes.isEmpty else { return }
    episodes[episodes.count - 1].closed = nil
    episodes[episodes.count - 1].reason = nil
  }

  mutating func claim(at instant: Int64) {
    guard let last = episodes.last, last.closed == nil, last.claimed == nil else { return }
    episodes[episodes.count - 1].claimed = instant
  }

  mutating func withdrawClaim() {
    guard !episodes.isEmpty else { return }
    episodes[episodes.count - 1].claimed = nil
  }

  mutating func revokeException(at instant: Int64) {
    guard !exceptions.isEmpty else { return }
    exceptions[exceptions.count - 1].until = instant
    exceptions[exceptions.count - 1].isRevoked = true
  }

  /// Adds each exception's own span to the deadline of the episode in which it was granted.
  mutating func moveDeadlines() {
    for exception in exceptions {
      guard let index = episodes.lastIndex(where: { $0.opened <= exception.from }) else { continue }
      if let deadline = episodes[index].deadline {
        episodes[index].deadline = deadline + exception.until - exception.from
      }
    }
  }
}
