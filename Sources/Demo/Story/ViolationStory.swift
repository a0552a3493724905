/// One violation lived from its first failing check to the end of the estate's span.
///
/// Every step is delivered as a snapshot or a ledger line in the order of its event time, and told to
/// `outcome` only once it was delivered: what the estate's end cuts off, the truth does not know either.
struct ViolationStory {
  let plan: EstatePlan
  let subject: Subject
  var random: SplitMix64
  /// Now, in the story; never goes back.
  var clock: Int64
  /// The span's end was reached, or nothing more will happen.
  var isOver = false
  var findings: [FindingState] = []
  var outcome: ViolationOutcome
  var deliveries: [Delivery] = []
  var lines: [LedgerLine] = []
  var history: [HistoryRecord] = []
  let keepsHistory: Bool
  var correlation = ""
  /// The finding that the last decision was about; what follows from it names the same one.
  var decidedID = ""
  private var delivered: [FindingState?] = []
  var border: Border?
  let script: Script

  /// What chance must not decide, where an outcome has to occur.
  struct Script: Sendable {
    var hasSuccessor: Bool?
    var hasTwoStandards = false
    /// Opens again at least once, and under a new finding id.
    var recurs = false
    var takesNewID = false
  }

  /// A day after which the violation's findings are no longer updated.
  struct Border {
    let at: Int64
    let kind: Kind
    enum Kind { case consolidation, controlDisabled }
  }

  init(
    plan: EstatePlan, subject: Subject, opening: Int64, random: SplitMix64, script: Script, keepsHistory: Bool
  ) {
    self.plan = plan
    self.subject = subject
    self.random = random
    self.script = script
    self.keepsHistory = keepsHistory
    clock = opening
    outcome = ViolationOutcome(
      account: subject.account.id, region: subject.region, problem: subject.problemName,
      resource: subject.resourceID, isControl: subject.control != nil)
    if let control = subject.control {
      if control.isDisabledLater, opening < plan.disabledAt {
        border = Border(at: plan.disabledAt, kind: .controlDisabled)
      } else if subject.region == EstatePlan.switchingRegion, opening < plan.switchAt {
        border = Border(at: plan.switchAt, kind: .consolidation)
      }
    }
  }

  var severity: Severity { subject.severity }
  var liveIndices: [Int] { findings.indices.filter { !findings[$0].isArchived && !findings[$0].isRetired } }
  var currentID: String { findings.last { !$0.isRetired }?.id ?? findings.last?.id ?? "" }

  // MARK: Time

  /// Lets time pass, across the border if that lies between.
  mutating func pause(_ duration: Int64) {
    guard !isOver else { return }
    clock += duration
    crossBorder()
    if clock > plan.until { isOver = true }
  }

  /// Lets time pass in which a periodic check may look again and find nothing changed.
  mutating func idle(_ duration: Int64) {
    guard duration > 40 * CivilTime.hour, random.chance(420) else { return pause(duration) }
    let first = random.between(12 * CivilTime.hour, duration - 12 * CivilTime.hour)
    pause(first)
    if !isOver, let index = liveIndices.first {
      let before = clock
      let passed = findings[index].compliance == "PASSED"
      if random.chance(30) { findings[index].quirk = random.pick([.sparse, .microseconds, .offset]) }
      evaluate(passed ? .passed : .failed)
      for index in findings.indices { findings[index].quirk = .none }
      pause(max(CivilTime.minute, duration - first - (clock - before)))
    }
  }

  /// Waits until a duration no longer straddles the border, so that a change and its check stay together.
  mutating func settle(_ duration: Int64) {
    guard let border, clock < border.at, clock + duration >= border.at else { return }
    pause(border.at - clock + CivilTime.minute)
  }

  /// Waits until somebody is at work.
  mutating func untilWorkingTime() {
    pause(max(0, plan.workingTime(from: clock, &random) - clock))
  }

  // MARK: Delivery

  /// Hands a finding's present state to the hub; false where the span ends before it is processed.
  mutating func deliver(_ index: Int, isPerson: Bool, by identity: String? = nil) -> Bool {
    guard !isOver else { return false }
    let floor = max(clock, findings[index].lastObservedAt, findings[index].updatedAt)
    findings[index].processedAt = floor + random.between(isPerson ? 20 : 1500, isPerson ? 900 : 20_000)
    guard findings[index].processedAt <= plan.until else {
      isOver = true
      return false
    }
    clock = findings[index].processedAt
    let state = findings[index]
    while delivered.count <= index { delivered.append(nil) }
    remember(state, after: delivered[index], isPerson: isPerson, identity: identity)
    delivered[index] = state
    outcome.findingIDs.insert(state.id)
    deliveries.append(
      Delivery(
        at: clock, account: subject.account, region: subject.region, findingID: state.id,
        productArn: FindingState.productArn(of: subject), bytes: state.tree(of: subject).bytes))
    return true
  }

  private mutating func remember(
    _ state: FindingState, after old: FindingState?, isPerson: Bool, identity: String?
  ) {
    guard keepsHistory else { return }
    let changes = old.map { state.changes(since: $0, severity: severity) } ?? []
    guard old == nil || !changes.isEmpty else { return }
    history.append(
      HistoryRecord(
        at: isPerson ? state.note?.at ?? state.processedAt : state.updatedAt, findingID: state.id,
        productArn: FindingState.productArn(of: subject), isFirst: old == nil, isPerson: isPerson,
        identity: identity ?? FindingState.productArn(of: subject), changes: changes))
  }

  /// Writes a ledger line now; false where the span has ended.
  @discardableResult
  mutating func log(
    _ type: String, about finding: String? = nil, isPerson: Bool = false, _ data: [(String, JSONTree)]
  ) -> Bool {
    guard !isOver, clock <= plan.until else {
      isOver = true
      return false
    }
    lines.append(
      LedgerLine(
        at: clock, pipeline: subject.account.isPayments ? .payments : .central, id: random.uuid(), type: type,
        subject: finding ?? currentID, correlation: correlation, data: data))
    if isPerson { outcome.personEntries.append(clock) }
    return true
  }
}
