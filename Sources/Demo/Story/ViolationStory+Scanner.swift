extension ViolationStory {
  enum Result { case failed, passed }

  /// The first failing snapshot of the violation: one finding, or one for each standard.
  mutating func begin(foundAt found: Int64) {
    var forms: [FindingState.Form] = [subject.control == nil ? .detection : .consolidated]
    if let control = subject.control, border?.kind == .consolidation {
      forms = [.standard(control.standards[0])]
      if control.standards.count > 1, script.hasTwoStandards || random.chance(350) {
        forms.append(.standard(control.standards[1]))
      }
    }
    correlation = random.uuid()
    for (place, form) in forms.enumerated() {
      findings.append(newFinding(form, createdAt: place == 0 ? found : max(found, clock)))
    }
    for index in findings.indices {
      scan(index, .failed)
      guard deliver(index, isPerson: false) else { return }
      noteFailure(of: index, opensAt: findings[0].createdAt)
      clock += random.between(1000, 9000)
    }
  }

  mutating func newFinding(_ form: FindingState.Form, createdAt: Int64) -> FindingState {
    let id = FindingState.newID(form, of: subject, random: &random)
    return FindingState(
      id: id, form: form, createdAt: createdAt, firstObservedAt: createdAt, updatedAt: createdAt,
      lastObservedAt: createdAt, processedAt: createdAt)
  }

  /// The scanner looks again at every finding that is still active.
  mutating func evaluate(_ result: Result) {
    guard !isOver, !liveIndices.isEmpty else { return }
    for index in liveIndices {
      guard !isOver else { return }
      scan(index, result)
      guard deliver(index, isPerson: false) else { return }
      if result == .failed { noteFailure(of: index, opensAt: findings[index].updatedAt) }
      if result == .passed { outcome.evaluations.append(.init(at: findings[index].updatedAt, failed: false)) }
      clock += random.between(1000, 9000)
    }
    guard result == .passed, let last = findings.last(where: { !$0.isRetired }) else { return }
    outcome.close(subject.canBeVerified ? .verified : .archived, at: last.updatedAt)
  }

  private mutating func noteFailure(of index: Int, opensAt instant: Int64) {
    outcome.evaluations.append(.init(at: findings[index].updatedAt, failed: true))
    outcome.fail(at: instant, severity: severity)
  }

  /// Moves one finding as a check does: the scanner's own times, the status, and the workflow's reset.
  private mutating func scan(_ index: Int, _ result: Result) {
    findings[index].updatedAt = clock
    findings[index].lastObservedAt = clock + random.between(1500, 16_000)
    guard subject.control != nil else {
      findings[index].isArchived = result == .passed
      return
    }
    switch result {
    case .passed:
      findings[index].compliance = "PASSED"
      // A check that passes resolves the workflow; a few exports show one that lagged behind.
      if !random.chance(25) { findings[index].workflow = "RESOLVED" }
    case .failed:
      let workflow = findings[index].workflow
      if findings[index].compliance == "PASSED", workflow != "SUPPRESSED" { findings[index].workflow = "NEW" }
      findings[index].compliance = "FAILED"
    }
  }

  /// Takes the findings out of service and opens one with an id of its own, as some scanners do.
  mutating func reopenUnderNewID() {
    for index in findings.indices { findings[index].isRetired = true }
    findings.append(newFinding(subject.control == nil ? .detection : .consolidated, createdAt: clock))
    evaluate(.failed)
  }

  /// The resource was deleted: the check no longer applies, and days later the finding is archived.
  mutating func loseResource() {
    settle(7 * CivilTime.day)
    for index in liveIndices {
      findings[index].compliance = "NOT_AVAILABLE"
      findings[index].updatedAt = clock
      findings[index].lastObservedAt = clock + random.between(1500, 9000)
      guard deliver(index, isPerson: false) else { return }
      clock += 2000
    }
    pause(random.between(3 * CivilTime.day, 5 * CivilTime.day))
    archive(.resourceGone, as: .resourceGone)
  }

  /// The source archives what is active, with its reason if it has one.
  mutating func archive(_ archival: FindingState.Archival?, as reason: DemoEpisode.Reason) {
    guard !isOver, !liveIndices.isEmpty else { return }
    for index in liveIndices {
      guard !isOver else { return }
      findings[index].isArchived = true
      findings[index].archival = archival
      findings[index].updatedAt = clock
      findings[index].lastObservedAt = max(findings[index].lastObservedAt, clock)
      guard deliver(index, isPerson: false) else { return }
      clock += random.between(1000, 9000)
    }
    guard let last = findings.last(where: { !$0.isRetired }) else { return }
    outcome.close(reason, at: last.updatedAt)
  }

  /// Archives at the border, and opens the successor where there is one.
  mutating func crossBorder() {
    guard let border, clock >= border.at else { return }
    self.border = nil
    let wasOpen = outcome.isOpen
    guard wasOpen || outcome.episodes.last?.reason == .verified else {
      isOver = true
      return
    }
    let resume = clock
    clock = border.at + random.between(0, 2 * CivilTime.hour)
    guard clock <= plan.until else {
      isOver = true
      return
    }
    switch border.kind {
    case .controlDisabled:
      archive(.controlDisabled, as: .controlDisabled)
      isOver = true
    case .consolidation:
      archive(.consolidation, as: .superseded)
      guard !isOver, script.hasSuccessor ?? random.chance(wasOpen ? 850 : 500) else {
        isOver = true
        return
      }
      clock += random.between(CivilTime.hour, 40 * CivilTime.hour)
      findings.indices.forEach { findings[$0].isRetired = true }
      findings.append(newFinding(.consolidated, createdAt: clock))
      let index = findings.count - 1
      scan(index, wasOpen ? .failed : .passed)
      guard clock <= plan.until, deliver(index, isPerson: false) else {
        isOver = true
        return
      }
      outcome.evaluations.append(.init(at: findings[index].updatedAt, failed: wasOpen))
      if wasOpen { outcome.resume() }
      clock = max(clock + CivilTime.minute, resume)
    }
  }
}
