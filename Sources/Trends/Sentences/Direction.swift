extension TrendReport {
  /// Is remediation getting better, and why?
  var direction: Sentence {
    guard let comparison else { return tooEarly }
    let (rule, tone, lead) = comparison.verdict
    return Sentence(rule, tone, lead, comparison.evidence)
  }

  private var tooEarly: Sentence {
    let whole = weeks.count { !$0.span.isPartial }
    let need = 2 * Comparison.weeks
    return Sentence(
      "too-early", .neutral, "It is too early to say whether remediation is getting better.",
      "The record holds \(Words.count(whole, "whole week")) of the \(need) that a comparison takes; "
        + "\(Words.count(open, "violation")) \(open == 1 ? "is" : "are") open and "
        + "\(Words.count(claimed)) claimed.")
  }
}

extension Comparison {
  /// How the backlog and the times together read.
  fileprivate var verdict: (rule: String, tone: Sentence.Tone, lead: String) {
    switch (backlog, times) {
    case (.better, .better), (.better, .unclear):
      ("better-backlog", .good, "Remediation is getting better: the backlog is shrinking.")
    case (.unclear, .better):
      ("better-times", .good, "Remediation is getting faster, with a backlog that is not clearly changing.")
    case (.worse, .worse), (.worse, .unclear):
      ("worse-backlog", .bad, "Remediation is not keeping up: the backlog is growing.")
    case (.unclear, .worse):
      ("worse-times", .bad, "Remediation is getting slower, with a backlog that is not clearly changing.")
    case (.better, .worse):
      ("mixed-slower", .neutral, "The backlog is shrinking, and what is closed took longer.")
    case (.worse, .better):
      ("mixed-faster", .neutral, "Remediation is faster, and still the backlog is growing.")
    case (.unclear, .unclear):
      ("no-change", .neutral, "Remediation is neither clearly better nor clearly worse.")
    }
  }

  fileprivate var evidence: String {
    [balance, reason, speed].compactMap { $0 }.joined(separator: " ")
  }

  /// What happened to the backlog, and by what.
  private var balance: String {
    let flow = later.flow
    let change =
      later.growth == 0
      ? "stayed at \(Words.count(later.unresolvedAfter))"
      : "\(later.growth < 0 ? "fell" : "rose") from \(Words.count(later.unresolvedBefore)) "
        + "to \(Words.count(later.unresolvedAfter))"
    var text =
      "In the four weeks \(Words.period(later.start, to: later.end)) the violations open or claimed "
      + "\(change): \(Words.count(flow.opened)) opened, \(Words.count(flow.closed)) closed"
    if flow.closed > 0 {
      text +=
        flow.otherwise == 0
        ? ", all verified by the scanner"
        : ", of them \(Words.count(flow.verified)) verified by the scanner"
    }
    return text + "."
  }

  /// Which of openings and closings moved, against the four weeks before.
  private var reason: String {
    "The four weeks before: \(Words.count(earlier.flow.opened)) opened, "
      + "\(Words.count(earlier.flow.closed)) closed (\(Words.count(earlier.flow.verified)) verified)."
  }

  /// Time to remediate on both sides, or that there is too little of it.
  private var speed: String? {
    guard let now = later.median else { return nil }
    guard let before = earlier.median, shift != nil else {
      return "Half of those verified took \(Words.duration(now)) or less "
        + "(n\u{A0}=\u{A0}\(Words.count(later.n))); too few to compare."
    }
    let change =
      switch times {
      case .better: "fell"
      case .worse: "rose"
      case .unclear: "did not clearly change:"
      }
    return "Median time to remediate \(change) from \(Words.duration(before)) "
      + "(n\u{A0}=\u{A0}\(Words.count(earlier.n))) to \(Words.duration(now)) "
      + "(n\u{A0}=\u{A0}\(Words.count(later.n)))."
  }
}
