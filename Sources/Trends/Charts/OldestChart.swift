import Reports
import Remediation

/// For each control how long its oldest open violation has been open.
struct OldestChart {
  let controls: [TrendReport.OldControl]
  let asOf: Instant

  func drawing() -> ChartDrawing {
    let ticks = Axis(upTo: controls.map(days).max() ?? 1, parts: 4).ticks
    var rows = ControlRows(
      id: "oldest-drawing", title: "Controls with the oldest open violations", summary: summary,
      count: controls.count, ticks: ticks,
      number: { Words.decimal($0) + ($0 == 0 ? "\u{A0}days" : "") })
    for (index, control) in controls.enumerated() {
      let y = rows.row(
        index, control: control.control, title: control.title,
        figure: "\(control.severity.label.capitalizedWord), \(Words.count(control.open)) open")
      let end = rows.scale(days(control))
      rows.drawing.boxes.append(
        .init(
          at: .init(ControlRows.left, y - 4), width: end - ControlRows.left, height: 7,
          control.severity >= .high ? "fill-2" : "fill-6"))
    }
    return rows.drawing
  }

  private func days(_ control: TrendReport.OldControl) -> Double {
    Double(max(0, asOf.milliseconds(since: control.oldestOpenedAt))) / Double(Int64.day)
  }

  private var summary: String {
    guard let oldest = controls.first else { return "Nothing is open." }
    return "The oldest, of \(Words.folded(oldest.control, 60)), has been open for "
      + "\(Words.duration(days(oldest) * 86_400))."
  }
}
