import Remediation
import Statistics

extension TrendReport {
  /// The share of closings that come back from which on recurrence is the first thing to say.
  static let notableRecurrence = 0.05
  /// Fewer closings or attempts than this are only counted, not judged.
  static let fewestJudged = 10

  /// Where does the time go, or what comes back?
  var hotspot: Sentence {
    if let interval = recurrence.interval, recurrence.followed >= Self.fewestJudged,
      interval.lower >= Self.notableRecurrence, let worst = recurring.first
    {
      return comesBack(worst)
    }
    if stages.n >= Self.fewestJudged, let waiting = stages.toAttempt, let working = stages.toVerified {
      return timeGoes(waiting, working)
    }
    return littleFollowed
  }

  private func comesBack(_ worst: Recurrence) -> Sentence {
    Sentence(
      "comes-back", .bad,
      "\(Words.percent(Double(recurrence.recurred) / Double(recurrence.followed))) of verified closings "
        + "come back within 30 days.",
      "Of \(Words.count(recurrence.followed)) episodes closed verified \(since) and followed for 30 days, "
        + "\(Words.count(recurrence.recurred)) opened again\(range(recurrence)); "
        + "\(Words.folded(worst.control, 60)) leads with \(Words.count(worst.recurred)) of "
        + "\(Words.count(worst.followed)).")
  }

  private func timeGoes(_ waiting: Double, _ working: Double) -> Sentence {
    let lead =
      waiting >= 2 * working
      ? "Most of the time passes before anybody tries."
      : working >= 2 * waiting
        ? "Most of the time passes after the first attempt."
        : "Time is spent about evenly before and after the first attempt."
    return Sentence(
      "time-goes", .neutral, lead,
      "Over \(Words.count(stages.n)) episodes closed verified \(since) with an attempt on record, the median "
        + "is \(Words.duration(waiting)) from opening to the first attempt and \(Words.duration(working)) "
        + "from there to the scanner’s PASSED; " + recurrenceInPassing + ".")
  }

  private var littleFollowed: Sentence {
    Sentence(
      "little-followed", .neutral,
      recurrence.recurred == 0
        ? "Nothing is known to have come back." : "Little is known yet of what comes back.",
      recurrence.closings == 0
        ? "No episode has been closed verified \(since)."
        : recurrence.followed == 0
          ? "None of the \(Words.count(recurrence.closings, "episode")) closed verified \(since) has been "
            + "followed for 30 days yet."
          : "So far " + recurrenceInPassing + "\(range(recurrence)).")
  }

  private var recurrenceInPassing: String {
    recurrence.followed == 0
      ? "no closing has been followed for 30 days yet"
      : "\(Words.count(recurrence.recurred)) of \(Words.count(recurrence.followed)) closings followed for "
        + "30 days came back"
  }

  private func range(_ recurrence: Recurrence) -> String {
    recurrence.interval.map {
      " (95\u{A0}% interval \(Words.percent($0.lower)) to \(Words.percent($0.upper)))"
    } ?? ""
  }

  /// The stretch of the monthly numbers: `since 1 Nov 2025`.
  var since: String { "since \(Words.date(monthsBegin ?? CivilDate(asOf)))" }
}
