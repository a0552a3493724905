import Reports

/// Median and mean time to remediate of each month, with how many episodes they rest on.
struct TimesChart {
  let months: [MonthOfWork]

  func drawing() -> ChartDrawing {
    var drawing = ChartDrawing(
      id: "times-drawing", width: 420, height: 262,
      title: "Time to remediate by month, in days", summary: summary)
    let bands = Bands(count: months.count, from: 34, to: 412)
    let greatest = months.flatMap { [$0.times.mean ?? 0, $0.times.median ?? 0] }.max() ?? 0
    let axis = Axis(upTo: greatest / 86_400, isWhole: false)
    let scale = Scale(values: 0...axis.top, from: 194, to: 22)
    axis.draw(into: &drawing, on: scale, from: bands.from, to: bands.to)
    drawing.labels.append(.init("days", at: .init(0, 10), "start small"))
    draw(&drawing, bands, scale, series: 2, of: \.mean)
    draw(&drawing, bands, scale, series: 1, of: \.median)
    let isTight = bands.step < 26
    for (index, month) in months.enumerated() where !isTight || index % 2 == (months.count - 1) % 2 {
      drawing.labels.append(
        .init(Words.count(month.times.n), at: .init(bands.centre(index), 254), "middle small ink"))
    }
    drawing.labels.append(.init("n", at: .init(4, 254), "start small ink"))
    TimeAxis.months(months.map(\.span), into: &drawing, on: bands, at: 212)
    return drawing
  }

  /// A line through the months that have a value; a month without one is a gap.
  private func draw(
    _ drawing: inout ChartDrawing, _ bands: Bands, _ scale: Scale, series: Int,
    of value: KeyPath<MonthOfWork.Times, Double?>
  ) {
    var run: [ChartDrawing.Point] = []
    for (index, month) in months.enumerated() {
      guard let seconds = month.times[keyPath: value] else {
        if run.count > 1 { drawing.lines.append(.init(run, "line series-\(series)")) }
        run = []
        continue
      }
      let point = ChartDrawing.Point(bands.centre(index), scale(seconds / 86_400))
      run.append(point)
      let style =
        month.span.isPartial ? "dot unfinished stroke-\(series)" : "dot fill-\(series)"
      if series == 1 {
        drawing.dots.append(.init(at: point, radius: 3.5, style))
      } else {
        drawing.squares.append(
          .init(at: .init(point.x - 3, point.y - 3), width: 6, height: 6, style))
      }
    }
    if run.count > 1 { drawing.lines.append(.init(run, "line series-\(series)")) }
  }

  private var summary: String {
    let measured = months.filter { $0.times.n > 0 }
    guard let first = measured.first, let last = measured.last else {
      return "No episode was closed verified."
    }
    return "The median went from \(Words.duration(first.times.median)) (n = \(Words.count(first.times.n))) "
      + "in \(first.span.name) to \(Words.duration(last.times.median)) (n = \(Words.count(last.times.n))) "
      + "in \(last.span.name)\(last.span.isPartial ? ", a partial month" : "")."
  }
}
