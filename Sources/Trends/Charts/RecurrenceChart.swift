import Reports
import Statistics

/// For each control the share of its closings that came back, with its 95 % interval.
struct RecurrenceChart {
  let controls: [TrendReport.Recurrence]

  private static let row = 34.0

  func drawing() -> ChartDrawing {
    let height = 30 + Double(controls.count) * Self.row
    var drawing = ChartDrawing(
      id: "recurrence", width: 420, height: height, title: "Controls that come back", summary: summary)
    let greatest = controls.compactMap { $0.interval?.upper }.max() ?? 1
    let axis = Axis(upTo: greatest * 100, parts: 4)
    let scale = Scale(values: 0...min(axis.top, 100), from: 8, to: 404)
    for tick in axis.ticks where tick <= 100 {
      drawing.rules.append(
        .init(from: .init(scale(tick), 4), to: .init(scale(tick), height - 22), tick == 0 ? "base" : "grid"))
      drawing.labels.append(
        .init(
          Words.decimal(tick, digits: 0) + "\u{A0}%", at: .init(scale(tick), height - 6), "middle small"))
    }
    for (index, control) in controls.enumerated() {
      draw(control, &drawing, scale, top: 4 + Double(index) * Self.row)
    }
    return drawing
  }

  private func draw(
    _ control: TrendReport.Recurrence, _ drawing: inout ChartDrawing, _ scale: Scale, top: Double
  ) {
    guard let interval = control.interval else { return }
    let y = top + 23
    let share = 100 * Double(control.recurred) / Double(control.followed)
    drawing.labels.append(.init(Words.folded(control.control, 34), at: .init(12, top + 13), "start ink"))
    drawing.labels.append(
      .init(
        "\(Words.count(control.recurred)) of \(Words.count(control.followed))", at: .init(404, top + 13),
        "end small ink"))
    let (low, high) = (scale(interval.lower * 100), scale(interval.upper * 100))
    drawing.rules.append(.init(from: .init(low, y), to: .init(high, y), "whisker"))
    for x in [low, high] {
      drawing.rules.append(.init(from: .init(x, y - 4), to: .init(x, y + 4), "whisker"))
    }
    drawing.dots.append(.init(at: .init(scale(share), y), radius: 4.5, "dot fill-1"))
  }

  private var summary: String {
    guard let worst = controls.first else { return "No control came back." }
    return "\(Words.folded(worst.control, 60)) came back most: \(Words.count(worst.recurred)) of "
      + "\(Words.count(worst.followed)) closings within 30 days."
  }
}
