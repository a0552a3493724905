import Reports

extension TrendReport {
  var backlogChart: TrendsPage.Chart {
    let chart = BacklogChart(weeks: weeks)
    var table = DataTable(
      "Violations by week; a closing is of one reason only. Open or claimed: at the week’s end, or at as-of.",
      [
        .text("Week"), .text("From"), .number("Opened"), .number("Reopened"), .number("Closed"),
        .number("Verified"), .number("Otherwise"), .number("Open or claimed"),
      ])
    for week in weeks.reversed() {
      table.add(
        week.span.name + week.span.mark,
        [
          Words.date(week.span.start), Words.count(week.flow.opened), Words.count(week.flow.reopened),
          Words.count(week.flow.closed), Words.count(week.flow.verified), Words.count(week.flow.otherwise),
          Words.count(week.unresolved),
        ])
    }
    return TrendsPage.Chart(
      id: "backlog", title: "Backlog",
      note: "Above: violations open or claimed at the end of each week. Below: what was opened, and what "
        + "was closed.",
      keys: [
        .line("open or claimed", "line ink"), .box("opened", "fill-2"),
        .box("closed, verified by the scanner", "fill-1"),
        .box("closed otherwise: suppressed, gone, judged away…", "hatch-1"),
      ],
      drawings: [chart.drawing(.wide), chart.drawing(.narrow)], table: table, isWide: true)
  }

  var timesChart: TrendsPage.Chart {
    var table = DataTable(
      "Days from opening to the scanner’s PASSED, of episodes closed verified in the month. Open or "
        + "claimed at its end: counted, not in the times.",
      [
        .text("Month"), .number("n"), .number("Median"), .number("Mean"), .number("Left out"),
        .number("Open or claimed"),
      ])
    for month in months.reversed() {
      table.add(
        month.span.name + month.span.mark,
        [
          Words.count(month.times.n), Words.days(month.times.median), Words.days(month.times.mean),
          Words.count(month.times.excluded), Words.count(month.unresolved),
        ])
    }
    let isMeasured = months.contains { $0.times.n > 0 }
    return TrendsPage.Chart(
      id: "times", title: "Time to remediate",
      note: isMeasured
        ? "Days from opening to the scanner’s PASSED; \(Words.count(open + claimed)) still open or claimed "
          + "are not in it."
        : "No episode has been closed verified \(since).",
      keys: [.line("median", "line series-1"), .line("mean", "line series-2")],
      drawings: isMeasured ? [TimesChart(months: months).drawing()] : [], table: table)
  }

  var attemptsChart: TrendsPage.Chart {
    let all = attempts
    var table = DataTable(
      "Automatic, enforced attempts by the month of their end. Contradicted: the scanner’s next look failed; "
        + "known for those that ended a day or more before as-of. No-ops, not run and dry runs are apart.",
      [
        .text("Month"), .number("Attempts"), .number("Succeeded"), .number("Contradicted"), .number("Failed"),
        .number("No-ops"), .number("Not run"), .number("Dry runs"),
      ])
    for month in months.reversed() {
      let ended = month.attempts
      table.add(
        month.span.name + month.span.mark,
        [
          ended.total, ended.succeeded, ended.contradicted, ended.failed, ended.noOps, ended.notRun,
          ended.dryRuns,
        ]
        .map { Words.count($0) })
    }
    let chart = MonthBarsChart(
      id: "attempts", title: "Automatic attempts by month",
      summary: "\(Words.count(all.total)) attempts, \(Words.count(all.succeeded)) succeeded, of which the "
        + "scanner contradicted \(Words.count(all.contradicted)).",
      spans: months.map(\.span),
      parts: [
        .init(name: "succeeded", style: "fill-1", counts: months.map(\.attempts.uncontradicted)),
        .init(name: "contradicted", style: "hatch-1", counts: months.map(\.attempts.contradicted)),
        .init(name: "failed", style: "hollow-2", counts: months.map(\.attempts.failed)),
      ])
    return TrendsPage.Chart(
      id: "attempts", title: "Automatic attempts",
      note: (all.total == 0
        ? "No enforced attempt is on record \(since). Apart: "
        : "\(Words.count(all.succeeded)) of \(Words.count(all.total)) succeeded. Apart: ")
        + "\(Words.count(all.noOps, "no-op")), \(Words.count(all.dryRuns, "dry run")), "
        + "\(Words.count(all.notRun)) not run.",
      keys: [
        .box("succeeded", "fill-1"), .box("contradicted by the scanner", "hatch-1"),
        .box("failed, timed out, cancelled", "hollow-2"),
      ],
      drawings: all.total == 0 ? [] : [chart.drawing()], table: table)
  }

  var rollbacksChart: TrendsPage.Chart {
    let all = rollbacks
    let applied = attempts.applied
    var table = DataTable(
      "Rollbacks by month. Applied: enforced attempts of automation and people that ended successful.",
      [
        .text("Month"), .number("Rolled back"), .number("Rollback failed"), .number("Changes applied"),
        .number("Share"),
      ])
    for month in months.reversed() {
      let (done, made) = (month.rollbacks.succeeded, month.attempts.applied)
      table.add(
        month.span.name + month.span.mark,
        [
          Words.count(done), Words.count(month.rollbacks.failed), Words.count(made),
          Words.percent(made == 0 ? nil : Double(done) / Double(made)),
        ])
    }
    let chart = MonthBarsChart(
      id: "rollbacks", title: "Rollbacks by month",
      summary: "\(Words.count(all.succeeded)) rollbacks succeeded and \(Words.count(all.failed)) failed; "
        + "\(Words.count(applied)) changes were applied.",
      spans: months.map(\.span),
      parts: [
        .init(name: "rolled back", style: "fill-2", counts: months.map(\.rollbacks.succeeded)),
        .init(name: "failed", style: "hollow-2", counts: months.map(\.rollbacks.failed)),
      ],
      footing: ("of", months.map { Words.count($0.attempts.applied) }))
    let share = applied == 0 ? "" : " (\(Words.percent(Double(all.succeeded) / Double(applied))))"
    return TrendsPage.Chart(
      id: "rollbacks", title: "Rollbacks",
      note: "\(Words.count(all.succeeded)) of \(Words.count(applied, "change")) applied were rolled "
        + "back\(share)."
        + (all.succeeded + all.failed == 0 ? "" : " Below each month: its changes."),
      keys: [.box("rolled back", "fill-2"), .box("rollback failed", "hollow-2")],
      drawings: all.succeeded + all.failed == 0 ? [] : [chart.drawing()], table: table)
  }
}

extension Span {
  /// Behind the name of a span that is not whole.
  fileprivate var mark: String {
    switch coverage {
    case .whole: ""
    case .running: " (partial)"
    case .beginning: " (partial: record begins)"
    }
  }
}
