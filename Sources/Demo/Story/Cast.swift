/// Chooses who lives which story: first the roles that must occur, then what chance brings.
struct Cast {
  let plan: EstatePlan

  /// One story's beginning.
  struct Role {
    var problem: Subject.Problem
    var fate: Fate
    var opening: Int64
    var found: Int64?
    var region: String?
    var severity: Severity?
    var script = ViolationStory.Script()
    var isHostile = false
  }

  /// Every promised outcome once, early enough to come to its end.
  var leadingRoles: [Role] {
    let calm = DemoControl.catalogue.filter {
      !$0.isDisabledLater && $0.recurrence < 30 && $0.lane == .repair
    }
    var roles: [Role] = Fate.allCases.enumerated().map { place, fate in
      Role(
        problem: .control(calm[place % calm.count]), fate: fate,
        opening: plan.instant(permille: 60 + Int64(place) * 9) + 10 * CivilTime.hour,
        region: place % 2 == 0 ? "us-east-1" : "eu-west-1")
    }
    for index in roles.indices where roles[index].fate == .timeDefect {
      roles[index].found = 946_598_400_000 - 12 * CivilTime.hour  // a clock that had never been set
      roles[index].severity = .informational
    }
    roles.append(role("EC2.19", .open, 750, region: "us-east-1"))
    roles.append(role("RDS.2", .open, 700, region: "eu-west-1"))
    roles.append(role("RDS.6", .open, 500, region: "us-east-1"))
    roles.append(role("S3.9", .open, 300, region: EstatePlan.switchingRegion, .init(hasSuccessor: true)))
    roles.append(role("EC2.3", .open, 350, region: EstatePlan.switchingRegion, .init(hasSuccessor: false)))
    roles.append(
      role(
        "SQS.1", .repaired, 200, region: EstatePlan.switchingRegion,
        .init(hasSuccessor: true, hasTwoStandards: true)))
    roles.append(role("S3.8", .repaired, 150, region: "us-east-1", .init(recurs: true)))
    roles.append(role("EC2.13", .repaired, 160, region: "eu-west-1", .init(recurs: true, takesNewID: true)))
    roles.append(role("IAM.3", .repairedByPerson, 100, region: "us-east-1", .init(recurs: true)))
    roles.append(role("S3.5", .claimedByAutomation, 980, region: "us-east-1"))
    let detectors = Detector.catalogue
    roles.append(
      Role(
        problem: .detection(detectors[0]), fate: .open, opening: plan.instant(permille: 820), isHostile: true)
    )
    roles.append(
      Role(problem: .detection(detectors[3]), fate: .repaired, opening: plan.instant(permille: 300)))
    roles.append(
      Role(problem: .detection(detectors[6]), fate: .archived, opening: plan.instant(permille: 400)))
    return roles
  }

  private func role(
    _ control: String, _ fate: Fate, _ permille: Int64, region: String,
    _ script: ViolationStory.Script = .init()
  ) -> Role {
    let found = DemoControl.catalogue.first { $0.id == control } ?? DemoControl.catalogue[0]
    return Role(
      problem: .control(found), fate: fate, opening: plan.instant(permille: permille) + 9 * CivilTime.hour,
      region: region, script: script)
  }

  /// What chance brings, in the estate's proportions.
  func drawRole(_ random: inout SplitMix64) -> Role {
    var opening = plan.opening(&random)
    if random.chance(90) {
      let detector = random.pick(Detector.catalogue)
      return Role(
        problem: .detection(detector), fate: random.pick(Fate.fates(of: detector.service)), opening: opening)
    }
    let controls = DemoControl.catalogue
    var control = controls[random.weighted(controls.map(\.weight))]
    if control.isDisabledLater, opening >= plan.disabledAt { control = controls[0] }
    let fate = Fate.draw(progress: plan.progress(opening), lane: control.lane, &random)
    var found: Int64?
    if random.chance(110) {
      // Found long before the first export that we hold.
      opening = plan.start + random.between(0, 2 * CivilTime.day)
      found = plan.start - random.between(CivilTime.day, 110 * CivilTime.day)
    }
    return Role(problem: .control(control), fate: fate, opening: opening, found: found)
  }

  /// Lives one role.
  func play(_ role: Role, number: Int, random source: SplitMix64, keepsHistory: Bool) -> ViolationStory {
    var random = source
    let region = regionOf(role, &random)
    let account = accountOf(role, number: number, &random)
    let shape: ResourceShape =
      switch role.problem {
      case .control(let control): control.resource
      case .detection(let detector): detector.resource
      }
    let name = shape.name(team: account.team, environment: account.environment, random: &random)
    var tags: [(String, JSONTree)] = [
      ("Environment", .text(account.environment)),
      ("Team", .text(random.chance(700) ? account.team : account.guestTeam)), ("ManagedBy", "Terraform"),
    ]
    if role.isHostile { tags += Hostile.tags }
    var subject = Subject(
      account: account, region: region, problem: role.problem, severity: severityOf(role),
      resourceID: shape.arn(name: name, account: account.id, region: region), resourceName: name,
      details: shape.details(name: name, account: account.id, random: &random), tags: tags,
      title: "", description: "")
    switch role.problem {
    case .control(let control): (subject.title, subject.description) = (control.title, control.description)
    case .detection(let found): (subject.title, subject.description) = (found.title, found.description)
    }
    if role.isHostile { (subject.title, subject.description) = (Hostile.title, Hostile.description) }
    var story = ViolationStory(
      plan: plan, subject: subject, opening: role.opening, random: random, script: role.script,
      keepsHistory: keepsHistory)
    story.live(role.fate, foundAt: role.found ?? role.opening)
    return story
  }

  private func severityOf(_ role: Role) -> Severity {
    if let severity = role.severity { return severity }
    return switch role.problem {
    case .control(let control): control.severity
    case .detection(let detector): detector.severity
    }
  }

  private func regionOf(_ role: Role, _ random: inout SplitMix64) -> String {
    let drawn = EstatePlan.regions[random.weighted(EstatePlan.regionWeights)]
    if let region = role.region { return region }
    guard case .control(let control) = role.problem else { return drawn }
    if control.resource.isGlobal { return "us-east-1" }
    // The control that is switched off has no findings where consolidation happens too.
    return control.isDisabledLater && drawn == EstatePlan.switchingRegion ? "eu-west-1" : drawn
  }

  private func accountOf(_ role: Role, number: Int, _ random: inout SplitMix64) -> DemoAccount {
    let weights = plan.accounts.map { $0.environment == "production" ? 12 : 8 }
    let drawn = plan.accounts[random.weighted(weights)]
    return role.region == nil ? drawn : plan.accounts[number % plan.accounts.count]
  }
}
