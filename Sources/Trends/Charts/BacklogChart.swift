import Reports

/// The violations open or claimed at the end of each week, above what was opened and closed in it.
struct BacklogChart {
  let weeks: [WeekOfWork]

  func drawing(_ fit: Fit) -> ChartDrawing {
    let (width, left) = (fit == .wide ? 900.0 : 420.0, 40.0)
    var drawing = ChartDrawing(
      id: "backlog-\(fit.rawValue)", fit: fit.rawValue, width: width, height: 372, title: "Backlog by week",
      summary: summary)
    let bands = Bands(count: weeks.count, from: left, to: width - 44)
    drawBacklog(&drawing, bands, Scale(values: 0...backlogAxis.top, from: 168, to: 14))
    drawFlow(&drawing, bands, from: 196, to: 332)
    TimeAxis.weeks(weeks.map(\.span), into: &drawing, on: bands, at: 352)
    return drawing
  }

  enum Fit: String {
    case wide, narrow
  }

  private var backlogAxis: Axis {
    Axis(upTo: Double(weeks.map(\.unresolved).max() ?? 0), parts: 3)
  }

  private func drawBacklog(_ drawing: inout ChartDrawing, _ bands: Bands, _ scale: Scale) {
    backlogAxis.draw(into: &drawing, on: scale, from: bands.from, to: bands.to)
    let points = weeks.enumerated().map { index, week in
      ChartDrawing.Point(bands.centre(index), scale(week.unresolved))
    }
    guard let first = points.first, let last = points.last, let now = weeks.last else { return }
    drawing.areas.append(
      .init(points + [.init(last.x, scale(0.0)), .init(first.x, scale(0.0))], "ground"))
    drawing.lines.append(.init(points.count > 1 ? points.dropLast() : points, "line ink"))
    // The last stretch leads into a week that is not over.
    drawing.lines.append(.init(points.suffix(2), "line ink still"))
    drawing.dots.append(.init(at: last, radius: 4, "dot unfinished stroke-ink"))
    drawing.labels.append(
      .init(Words.count(now.unresolved), at: .init(last.x + 8, last.y + 4), "start strong"))
  }

  /// Opened upwards, closed downwards, from one line.
  private func drawFlow(_ drawing: inout ChartDrawing, _ bands: Bands, from top: Double, to bottom: Double) {
    let up = Double(max(1, weeks.map(\.flow.opened).max() ?? 0))
    let down = Double(max(1, weeks.map(\.flow.closed).max() ?? 0))
    let scale = Scale(values: -down...up, from: bottom, to: top)
    let axis = Axis(upTo: max(up, down), parts: 3)
    for tick in axis.ticks.dropFirst() {
      for value in [tick, -tick] where (-down * 1.02...up * 1.02).contains(value) {
        let y = scale(value)
        drawing.rules.append(.init(from: .init(bands.from, y), to: .init(bands.to, y), "grid"))
        drawing.labels.append(
          .init(Words.decimal(tick), at: .init(bands.from - 8, y + 4), "end small"))
      }
    }
    let zero = scale(0.0)
    drawing.rules.append(.init(from: .init(bands.from, zero), to: .init(bands.to, zero), "base"))
    for (index, week) in weeks.enumerated() {
      let partial = week.span.isPartial ? " partial" : ""
      func bar(_ from: Int, _ to: Int, _ style: String) {
        guard from != to else { return }
        let (y1, y2) = (scale(Double(from)), scale(Double(to)))
        drawing.boxes.append(
          .init(
            at: .init(bands.start(index), min(y1, y2)), width: bands.width, height: abs(y1 - y2),
            style + partial))
      }
      bar(0, week.flow.opened, "fill-2")
      bar(0, -week.flow.verified, "fill-1")
      bar(-week.flow.verified, -week.flow.closed, "hatch-1")
    }
  }

  private var summary: String {
    guard let first = weeks.first, let last = weeks.last else { return "No weeks." }
    return "From \(Words.date(first.span.start)) the violations open or claimed went from "
      + "\(Words.count(first.unresolved)) at the end of the first week to \(Words.count(last.unresolved)) "
      + "now; \(Words.count(weeks.map(\.flow.opened).reduce(0, +))) were opened and "
      + "\(Words.count(weeks.map(\.flow.closed).reduce(0, +))) closed. The last week is partial."
  }
}
