import Reports
import Statistics

/// For each control the share of its closings that came back, with its 95 % interval.
struct RecurrenceChart {
  let controls: [TrendReport.Recurrence]

  func drawing() -> ChartDrawing {
    let greatest = controls.compactMap { $0.interval?.upper }.max() ?? 1
    let ticks = Axis(upTo: min(1, greatest) * 100, parts: 4).ticks.filter { $0 <= 100 }
    var rows = ControlRows(
      id: "recurrence-drawing", title: "Controls that come back", summary: summary, count: controls.count,
      ticks: ticks, number: { Words.decimal($0) + "\u{A0}%" })
    for (index, control) in controls.enumerated() {
      guard let interval = control.interval else { continue }
      let y = rows.row(
        index, control: control.control, title: control.title,
        figure: "\(Words.count(control.recurred)) of \(Words.count(control.followed))")
      let (low, high) = (rows.scale(interval.lower * 100), rows.scale(interval.upper * 100))
      rows.drawing.rules.append(.init(from: .init(low, y), to: .init(high, y), "whisker"))
      for x in [low, high] {
        rows.drawing.rules.append(.init(from: .init(x, y - 4), to: .init(x, y + 4), "whisker"))
      }
      let share = 100 * Double(control.recurred) / Double(control.followed)
      rows.drawing.dots.append(.init(at: .init(rows.scale(share), y), radius: 4.5, "dot fill-1"))
    }
    return rows.drawing
  }

  private var summary: String {
    guard let worst = controls.first else { return "No control came back." }
    return "\(Words.folded(worst.control, 60)) came back most: \(Words.count(worst.recurred)) of "
      + "\(Words.count(worst.followed)) closings within 30 days."
  }
}
