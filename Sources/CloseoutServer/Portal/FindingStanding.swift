import Remediation
import Reports
import Store

/// How a finding's violation stands, in words that claim no more than the records do.
struct FindingStanding {
  let mark: StateMark
  let sentence: String
  let warnings: [String]

  /// - Parameters:
  ///   - finding: the row of `finding.sql`.
  ///   - episode: the latest row of `episodes.sql`; nil when it never failed.
  init(_ finding: Row, _ episode: Row?, asOf: Instant) {
    let state: Episode.State? = episode?.code("state")
    let reason: CloseReason? = episode?.code("reason")
    mark = .of(state, reason)
    sentence = Self.sentence(episode, state, reason, asOf: asOf)
    var warnings: [String] = []
    let contradictions = episode?.int("contradictions") ?? 0
    if contradictions > 0, state != .closed || reason != .verified {
      warnings.append(
        "It was reported as dealt with \(contradictions == 1 ? "once" : "\(contradictions) times"), and the scanner "
          + "found it failing afterwards.")
    }
    if !finding.bool("trusted") {
      warnings.append(
        "Its sender may not speak for the product it names. It is shown, and counted in no measure.")
    }
    self.warnings = warnings
  }

  private static func sentence(
    _ episode: Row?, _ state: Episode.State?, _ reason: CloseReason?, asOf: Instant
  ) -> String {
    guard let episode, let state, let opened = episode.instant("opened_at") else {
      return "No record up to now shows it failing."
    }
    let since = "since \(Shown.time(opened))"
    switch state {
    case .open:
      return "Failing \(since), for \(Shown.duration(asOf.milliseconds(since: opened))) now."
    case .claimed:
      let claimed = episode.instant("claimed_at").map { " at \(Shown.time($0))" } ?? ""
      return "Failing \(since). It was reported as dealt with\(claimed); no scanner has looked since."
    case .closed:
      let closed = episode.instant("closed_at").map { Shown.time($0) } ?? "a time not recorded"
      guard let reason, reason != .verified else {
        return "Failing from \(Shown.time(opened)) until the scanner reported PASSED at \(closed)."
      }
      return "Failing from \(Shown.time(opened)). At \(closed) it was \(reason.ending)."
    }
  }
}

extension CloseReason {
  /// The end of a sentence: "At … it was …".
  fileprivate var ending: String {
    switch self {
    case .verified: "reported PASSED"
    case .suppressed: "suppressed: somebody accepted the risk"
    case .falsePositive: "judged a false positive"
    case .benign: "judged benign"
    case .resourceGone: "closed because its resource is gone"
    case .superseded: "superseded by another finding"
    case .controlDisabled: "closed because the control was disabled"
    case .archived: "archived, and nobody said why"
    }
  }
}
