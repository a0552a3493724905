/// What all stories of an estate share: its span, accounts, regions and the days on which something happened.
struct EstatePlan: Sendable {
  let seed: UInt64
  let start: Int64
  let until: Int64
  let accounts: [DemoAccount]
  let policyDigest: String
  /// Chance of a new violation on each day of the span: busy weekdays, and one week of an incident.
  private let openingWeights: [Int]

  init(seed: UInt64, days: Int, accounts: [DemoAccount], until: Int64, policyDigest: String) {
    let span = max(60, days)
    self.seed = seed
    self.until = until
    start = until - Int64(span) * CivilTime.day
    self.accounts = accounts
    self.policyDigest = policyDigest
    let first = start
    openingWeights = (0..<span).map { day in
      let instant = first + Int64(day) * CivilTime.day
      let rhythm = [12, 14, 13, 13, 10, 4, 3][CivilTime.weekday(instant)]
      let decline = 1300 - 600 * day / span
      let incident = Self.isIncident(day: day, of: span) ? 4 : 1
      return rhythm * decline * incident
    }
  }

  static let regions = ["us-east-1", "eu-west-1", "eu-central-1", "ap-southeast-2"]
  static let regionWeights = [35, 30, 20, 15]

  /// The region that switches to consolidated control findings, and when it does.
  static let switchingRegion = "eu-central-1"
  var switchAt: Int64 { instant(permille: 550) + 9 * CivilTime.hour }

  /// The moment when one control is switched off in every account.
  var disabledAt: Int64 { instant(permille: 700) + 14 * CivilTime.hour }

  func instant(permille: Int64) -> Int64 { start + (until - start) / 1000 * permille }

  /// How far the estate has come at an instant: 0 at its start, 1000 at its end.
  func progress(_ instant: Int64) -> Int64 {
    min(1000, max(0, (instant - start) * 1000 / (until - start)))
  }

  /// How long a piece of work takes from an instant on: less every month, more in the incident week.
  ///
  /// The pace is that of each day on the way, so that old work gets faster too.
  func paced(_ work: Int64, at instant: Int64) -> Int64 {
    var left = work
    var time = instant
    while true {
      let pace = (2200 - 18 * progress(time) / 10) * (isIncident(time) ? 25 : 10) / 10
      let done = CivilTime.day * 1000 / pace
      guard done < left else { return time + left / 1000 * pace - instant }
      left -= done
      time += CivilTime.day
    }
  }

  func isIncident(_ instant: Int64) -> Bool {
    let span = Int((until - start) / CivilTime.day)
    return Self.isIncident(day: Int(CivilTime.floorDivide(instant - start, CivilTime.day)), of: span)
  }

  private static func isIncident(day: Int, of span: Int) -> Bool {
    day >= span * 2 / 5 && day < span * 2 / 5 + 7
  }

  /// An instant at which something is found wrong: mostly by day, mostly in the week.
  func opening(_ random: inout SplitMix64) -> Int64 {
    let day = Int64(random.weighted(openingWeights))
    let hours = [1, 1, 1, 1, 1, 2, 4, 8, 10, 11, 10, 8, 8, 10, 11, 10, 8, 6, 4, 3, 2, 2, 1, 1]
    let hour = Int64(random.weighted(hours))
    let instant = start + day * CivilTime.day + hour * CivilTime.hour + random.between(0, CivilTime.hour - 1)
    return min(instant, until - CivilTime.hour - random.between(0, CivilTime.hour))
  }

  /// The next moment of a working day, from an instant on.
  func workingTime(from instant: Int64, _ random: inout SplitMix64) -> Int64 {
    var time = instant
    let midnight = CivilTime.floorDivide(time, CivilTime.day) * CivilTime.day
    let closing = midnight + 17 * CivilTime.hour
    if time < midnight + 8 * CivilTime.hour || time >= closing {
      let base = time >= closing ? midnight + CivilTime.day : midnight
      time = base + 8 * CivilTime.hour + random.between(0, 3 * CivilTime.hour)
    }
    while CivilTime.weekday(time) > 4 { time += CivilTime.day }
    return time
  }
}
