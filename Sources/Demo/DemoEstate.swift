/// A made-up estate as real systems would have recorded it: findings, remediation ledgers, a policy.
///
/// The same arguments give the same bytes on every machine: all chance is SplitMix64 and integer
/// arithmetic, and no clock, locale or hash order is asked. Names, accounts and hosts are invented.
public struct DemoEstate: Sendable {
  /// The numbers that a correct reader gets out of the files, as of `until`.
  public let truth: DemoTruth
  let plan: EstatePlan
  let deliveries: [Delivery]
  let lines: [LedgerLine]
  let history: [HistoryRecord]
  let policy: [UInt8]
  let oddities: Oddities

  /// Lives all stories of the estate.
  ///
  /// - Parameters:
  ///   - seed: Another seed, another estate.
  ///   - findings: About how many findings; those that show every outcome (some 45) come on top of less.
  ///   - days: Length of the span that ends at `until`; at least 60.
  ///   - accounts: How many accounts; the first twelve have names.
  ///   - until: End of the span in epoch milliseconds. No record is later.
  public init(seed: UInt64, findings: Int = 2000, days: Int = 180, accounts: Int = 12, until: Int64) {
    let accounts = DemoAccount.estate(count: accounts)
    let policy = PolicyFile.bytes(accounts: accounts)
    let plan = EstatePlan(
      seed: seed, days: days, accounts: accounts, until: until,
      policyDigest: "sha256:" + SHA256.hex(policy))
    let cast = Cast(plan: plan)
    var outcomes: [ViolationOutcome] = []
    var deliveries: [Delivery] = []
    var lines: [LedgerLine] = []
    var history: [HistoryRecord] = []
    var count = 0
    var histories = 0
    let leading = cast.leadingRoles
    while outcomes.count < leading.count || count < findings {
      let number = outcomes.count
      var random = SplitMix64(seed: seed, stream: UInt64(number))
      let role = number < leading.count ? leading[number] : cast.drawRole(&random)
      // The history of the hub goes back ninety days.
      let keeps = number >= leading.count && histories < 8 && role.opening > until - 85 * CivilTime.day
      let story = cast.play(role, number: number, random: random, keepsHistory: keeps)
      if keeps { histories += 1 }
      count += story.outcome.findingIDs.count
      outcomes.append(story.outcome)
      deliveries += story.deliveries
      lines += story.lines
      history += story.history
    }
    let gate = Gate.lines(plan: plan)
    deliveries.sort { ($0.at, $0.findingID) < ($1.at, $1.findingID) }
    lines = (lines + gate.lines).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    let target = outcomes.first { $0.problem == "EC2.19" && $0.region == "us-east-1" && $0.isOpen }
    let oddities = Oddities(plan: plan, deliveries: deliveries, target: target)
    self.plan = plan
    self.deliveries = deliveries
    self.lines = lines
    self.history = history.sorted { ($1.at, $1.findingID) < ($0.at, $0.findingID) }
    self.policy = policy
    self.oddities = oddities
    truth = DemoTruth(
      outcomes: outcomes, asOf: until, gate: gate.counts,
      records: .init(
        snapshots: deliveries.count, historyRecords: history.count, ledgerLines: lines.count,
        oddities: oddities))
  }

  /// All files, in the order of their names.
  public func files() -> [DemoFile] {
    var all: [DemoFile] = []
    forEachFile { all.append($0) }
    return all.sorted { $0.name < $1.name }
  }

  /// Makes one file after another, so that a large estate never stands in memory twice.
  public func forEachFile(_ body: (DemoFile) throws -> Void) rethrows {
    try forEachSecurityHubFile(body)
    try forEachLedgerFile(body)
    try body(DemoFile(name: "closeout.yaml", bytes: policy))
    try body(DemoFile(name: "README.txt", bytes: readme))
  }
}
