extension ViolationStory {
  /// A change of workflow, verdict or note: it never moves the scanner's own times.
  ///
  /// - Returns: how many findings were delivered before the span ended.
  @discardableResult
  mutating func update(
    workflow: String, verdict: String? = nil, note text: String, by author: String
  ) -> Int {
    var count = 0
    for index in liveIndices {
      findings[index].workflow = workflow
      if let verdict { findings[index].verdict = verdict }
      findings[index].note = .init(text: text, author: author, at: clock)
      guard deliver(index, isPerson: true, by: author) else { return count }
      clock += random.between(400, 4000)
      count += 1
    }
    return count
  }

  /// When the last live finding was changed by somebody.
  var lastNoteAt: Int64 { findings.last { !$0.isRetired && !$0.isArchived }?.note?.at ?? clock }

  mutating func colleague() -> String {
    People.session(random.pick(People.names), account: subject.account)
  }

  mutating func reviewer() -> String {
    People.session(random.pick(People.reviewers), account: subject.account)
  }

  /// A ticket for a team, and the workflow that says so.
  mutating func assign() {
    untilWorkingTime()
    let key = "SEC-\(1000 + random.below(89_000))"
    let owner = colleague()
    let team = random.chance(700) ? subject.account.team : subject.account.guestTeam
    var data: [(String, JSONTree)] = [
      ("owner", .text(owner)), ("team", .text(team)),
      ("ticket", ["system": "jira", "key": .text(key), "url": "https://tickets.example.com/browse/\(key)"]),
    ]
    if let opened = outcome.episodes.last?.opened, let allowed = severity.deadline {
      data.append(("due", .text(CivilTime.text(opened + allowed))))
    }
    log("finding.assigned", isPerson: true, data)
    pause(random.between(2000, 90_000))
    update(workflow: "NOTIFIED", note: "\(key) is with the team \(team).", by: owner)
  }

  /// Somebody changes the resource; the scanner sees it some time later.
  mutating func personalRepair(recorded: Bool? = nil) {
    assign()
    idle(plan.paced(random.skewed(median: severity.personMedian), at: clock))
    untilWorkingTime()
    settle(3 * CivilTime.day)
    if recorded ?? random.chance(650) {
      let pull = 100 + random.below(4000)
      attempt(
        .person, outcome: "succeeded", reference: ["pullRequest": "iac/\(subject.account.name)#\(pull)"])
      if random.chance(250) {
        pause(random.between(CivilTime.minute, 5 * CivilTime.minute))
        update(workflow: "RESOLVED", note: "Done with pull request \(pull).", by: colleague())
      }
    }
    confirm()
  }

  /// Words of somebody who looked: a reviewed verdict counts, an unreviewed one waits.
  mutating func triage(_ verdict: String, reviewed: Bool) {
    untilWorkingTime()
    var data: [(String, JSONTree)] = [("verdict", .text(verdict)), ("claimedBy", .text(colleague()))]
    if reviewed { data.append(("reviewedBy", .text(reviewer()))) }
    guard log("finding.triaged", isPerson: true, data), reviewed else { return }
    outcome.verdict = verdict
    if verdict == "false-positive" { outcome.close(.falsePositive, at: clock) }
    if verdict == "benign" { outcome.close(.benign, at: clock) }
  }

  /// The source's own verdict, set with a suppression.
  mutating func judge(_ state: String, as verdict: String, _ reason: DemoEpisode.Reason, note: String) {
    untilWorkingTime()
    update(workflow: "SUPPRESSED", verdict: state, note: note, by: colleague())
    guard !isOver else { return }
    outcome.verdict = verdict
    outcome.close(reason, at: lastNoteAt)
  }

  /// Accepts the risk for a while; granted only while the deadline is still ahead.
  mutating func grantException(days: Int64) -> Bool {
    untilWorkingTime()
    guard !isOver, let deadline = outcome.episodes.last?.deadline, clock < deadline - CivilTime.day else {
      return false
    }
    let expires = clock + days * CivilTime.day
    let granted = log(
      "exception.granted", isPerson: true,
      [
        ("approver", .text(reviewer())), ("expires", .text(CivilTime.text(expires))),
        (
          "justification", "The service moves to its own network before then; access is logged until it does."
        ),
      ])
    if granted { outcome.exceptions.append(.init(from: clock, until: expires)) }
    return granted
  }

  mutating func suppress() {
    pause(random.between(CivilTime.minute, 20 * CivilTime.minute))
    update(workflow: "SUPPRESSED", note: "Risk accepted until the next review.", by: colleague())
    if !isOver { outcome.close(.suppressed, at: lastNoteAt) }
  }

  /// Takes a suppression back: the same span goes on, with the age it had.
  mutating func liftSuppression() {
    guard !isOver else { return }
    untilWorkingTime()
    let revoked = log(
      "exception.revoked", isPerson: true,
      [
        ("approver", .text(reviewer())), ("justification", "The reason no longer holds."),
      ])
    if revoked { outcome.revokeException(at: clock) }
    pause(random.between(CivilTime.minute, 10 * CivilTime.minute))
    let lifted = update(workflow: "NOTIFIED", note: "Suppression lifted; the work goes on.", by: colleague())
    if lifted > 0 { outcome.resume() }
  }
}
