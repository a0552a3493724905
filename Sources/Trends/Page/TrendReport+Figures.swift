import Remediation
import Reports

extension TrendReport {
  /// The four numbers in large type.
  var figures: [TrendsPage.Figure] {
    [
      TrendsPage.Figure(
        Words.count(open), "violations open",
        "and \(Words.count(claimed)) claimed, not yet seen by the scanner"),
      verifiedFigure, timesFigure, attemptsFigure,
    ]
  }

  private var verifiedFigure: TrendsPage.Figure {
    guard let later = comparison?.later else {
      let flow = weeks.reduce(into: Flow()) { $0 += $1.flow }
      return TrendsPage.Figure(
        Words.count(flow.verified), "verified by the scanner",
        "of \(Words.count(flow.closed, "episode")) closed in the weeks shown")
    }
    return TrendsPage.Figure(
      Words.count(later.flow.verified), "verified by the scanner",
      "of \(Words.count(later.flow.closed)) closed \(Words.period(later.start, to: later.end))")
  }

  private var timesFigure: TrendsPage.Figure {
    if let later = comparison?.later, later.n > 0 {
      return TrendsPage.Figure(
        Words.duration(later.median), "median time to remediate",
        "n = \(Words.count(later.n)), \(Words.period(later.start, to: later.end)); open ones excluded")
    }
    guard let month = months.last(where: { $0.times.n > 0 }) else {
      return TrendsPage.Figure("–", "median time to remediate", "no episode closed verified yet")
    }
    return TrendsPage.Figure(
      Words.duration(month.times.median), "median time to remediate",
      "n = \(Words.count(month.times.n)), \(month.span.name)\(month.span.isPartial ? " (partial)" : "")")
  }

  private var attemptsFigure: TrendsPage.Figure {
    let all = attempts
    return TrendsPage.Figure(
      all.total == 0 ? "–" : Words.percent(Double(all.succeeded) / Double(all.total)),
      "of automatic attempts succeeded",
      all.total == 0
        ? "no enforced attempt on record \(since)"
        : "\(Words.count(all.succeeded)) of \(Words.count(all.total)) \(since), by the pipeline’s own word")
  }

  /// How the numbers are to be read; only what applies to what is shown.
  var notes: [String] {
    var notes = [
      "A violation is open while the scanner fails it, claimed once somebody or something says it is dealt "
        + "with, and closed as verified when the scanner reports PASSED. Suppressed, gone, archived or "
        + "judged away is closed, and not remediated.",
      "Time to remediate runs from opening to the scanner’s PASSED, over episodes closed verified in that "
        + "month. What is still open is not in it, so a month in which old work is finished reads as slow.",
      "“Clearly” means more than chance would give: for the backlog two standard deviations of opened and "
        + "closed as counts, for times a rank test (Mann–Whitney) below 5\u{A0}% with ten episodes or more "
        + "on each side. Intervals are 95\u{A0}%, by Wilson.",
      "Weeks are ISO weeks from Monday; weeks and months begin and end at midnight UTC. Pale bars and hollow "
        + "marks are partial and not compared.",
    ]
    if months.contains(where: { $0.span.coverage == .beginning })
      || weeks.contains(where: { $0.span.coverage == .beginning })
    {
      notes.append(
        "The record begins on \(Words.date(CivilDate(recordBegins ?? asOf))). What was opened and closed "
          + "before then and is no longer reported by its source is not known here.")
    }
    let excluded = months.map(\.times.excluded).reduce(0, +)
    if excluded > 0 {
      notes.append(
        "\(Words.count(excluded, "episode")) with impossible times, such as an end before the beginning, "
          + "\(excluded == 1 ? "is" : "are") left out of times and counted everywhere else.")
    }
    return notes
  }
}
