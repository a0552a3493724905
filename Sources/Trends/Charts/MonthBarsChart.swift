import Reports

/// Stacked bars by month, such as attempts by their end.
struct MonthBarsChart {
  /// A part of each bar, from below upwards.
  struct Part {
    var name: String
    var style: String
    var counts: [Int]
  }

  var id: String
  var title: String
  var summary: String
  var spans: [Span]
  var parts: [Part]
  /// A line of text below the months, such as what each bar is a share of.
  var footing: (name: String, texts: [String])?

  func drawing() -> ChartDrawing {
    var drawing = ChartDrawing(
      id: id + "-drawing", width: 420, height: footing == nil ? 236 : 262, title: title, summary: summary)
    let bands = Bands(count: spans.count, from: 34, to: 412)
    let totals = spans.indices.map { index in parts.map { $0.counts[index] }.reduce(0, +) }
    let axis = Axis(upTo: Double(totals.max() ?? 0))
    let scale = Scale(values: 0...axis.top, from: 194, to: 14)
    axis.draw(into: &drawing, on: scale, from: bands.from, to: bands.to)
    for index in spans.indices {
      var below = 0
      for part in parts where part.counts[index] > 0 {
        let (bottom, top) = (scale(below), scale(below + part.counts[index]))
        drawing.boxes.append(
          .init(
            at: .init(bands.start(index), top), width: bands.width, height: bottom - top,
            part.style + (spans[index].isPartial ? " partial" : "")))
        below += part.counts[index]
      }
    }
    TimeAxis.months(spans, into: &drawing, on: bands, at: 212)
    if let footing {
      let isTight = bands.step < 26
      drawing.labels.append(.init(footing.name, at: .init(4, 254), "start small ink"))
      for (index, text) in footing.texts.enumerated()
      where !isTight || index % 2 == (spans.count - 1) % 2 {
        drawing.labels.append(.init(text, at: .init(bands.centre(index), 254), "middle small ink"))
      }
    }
    return drawing
  }
}
