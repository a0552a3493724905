import Remediation
import Reports
import Statistics

extension TrendReport {
  var ageChart: TrendsPage.Chart {
    let ages = AgeClass.allCases.filter { age in
      age != .impossible || standing.contains { $0.open[age] ?? 0 > 0 }
    }
    var table = DataTable(
      "Open violations by severity and time since opening; claimed ones apart.",
      [.text("Severity")] + ages.map { .number($0.name) } + [.number("Open"), .number("Claimed")])
    for severity in standing {
      table.add(
        severity.severity.label.capitalizedWord,
        ages.map { Words.count(severity.open[$0] ?? 0) }
          + [Words.count(severity.openCount), Words.count(severity.claimed)])
    }
    return TrendsPage.Chart(
      id: "age", title: "Open now, by severity and age",
      note: "\(Words.count(open)) open; \(Words.count(claimed)) claimed are not in the bars.",
      keys: ages.filter { age in standing.contains { $0.open[age] ?? 0 > 0 } }.map {
        .box($0.name, $0 == .impossible ? "hollow-6" : "age-\($0.rawValue)")
      },
      drawings: open == 0 ? [] : [AgeChart(standing: standing).drawing()], table: table)
  }

  /// Nil when nothing came back: then there is nothing to draw.
  var recurrenceChart: TrendsPage.Chart? {
    guard !recurring.isEmpty else { return nil }
    var table = DataTable(
      "Episodes closed verified \(since), by control: followed for 30 (90) days, and of those opened again "
        + "within that time.",
      [
        .text("Control"), .text("Title"), .number("Closed"), .number("Followed 30 d"), .number("Came back"),
        .number("Share"), .number("95 % interval"), .number("Followed 90 d"), .number("Came back"),
      ])
    for control in recurring {
      table.add(
        Words.folded(control.control, 60),
        [
          Words.folded(control.title ?? "", 100), Words.count(control.closings),
          Words.count(control.followed),
          Words.count(control.recurred),
          Words.percent(Double(control.recurred) / Double(control.followed)),
          control.interval.map { "\(Words.percent($0.lower)) – \(Words.percent($0.upper))" } ?? "–",
          Words.count(control.followed90), Words.count(control.recurred90),
        ])
    }
    return TrendsPage.Chart(
      id: "recurrence", title: "Controls that come back",
      note: "Closings \(since) that were followed for 30 days, and the share that opened again. All "
        + "controls: \(Words.count(recurrence.recurred)) of \(Words.count(recurrence.followed)).",
      keys: [.line("share and its 95 % interval", "whisker")],
      drawings: [RecurrenceChart(controls: recurring).drawing()], table: table)
  }

  /// Nil when nothing is open.
  var oldestChart: TrendsPage.Chart? {
    guard !oldest.isEmpty else { return nil }
    var table = DataTable(
      "Open violations of the controls with the oldest ones; claimed ones are left out.",
      [
        .text("Control"), .text("Title"), .text("Worst severity"), .number("Open"),
        .number(
          "90 days and more"),
        .number("Oldest, days"), .text("Open since"),
      ])
    for control in oldest {
      let age = Double(asOf.milliseconds(since: control.oldestOpenedAt)) / 1000
      table.add(
        Words.folded(control.control, 60),
        [
          Words.folded(control.title ?? "", 100), control.severity.label.capitalizedWord,
          Words.count(control.open), Words.count(control.old), Words.days(age),
          Words.date(CivilDate(control.oldestOpenedAt)),
        ])
    }
    return TrendsPage.Chart(
      id: "oldest", title: "Oldest open violations",
      note: "How long the oldest open violation of a control has been open, in days, with its worst "
        + "severity and how many are open.",
      keys: [.box("critical or high", "fill-2"), .box("medium and below", "fill-6")],
      drawings: [OldestChart(controls: oldest, asOf: asOf).drawing()], table: table)
  }
}

extension TrendReport.AgeClass {
  var name: String {
    switch self {
    case .impossible: "time impossible"
    case .week: "under 7 days"
    case .month: "7–30 days"
    case .quarter: "30–90 days"
    case .half: "90–180 days"
    case .older: "180 days and more"
    }
  }
}
