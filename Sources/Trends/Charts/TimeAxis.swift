import Reports
import Remediation

/// The names of weeks or months below a chart.
enum TimeAxis {
  /// A name below each month; the year below the first and each January.
  static func months(
    _ spans: [Span], into drawing: inout ChartDrawing, on bands: Bands, at y: Double
  ) {
    let isTight = bands.step < 26
    for (index, span) in spans.enumerated() {
      let name = Words.month(span.start)
      let x = bands.centre(index)
      drawing.labels.append(.init(isTight ? String(name.prefix(1)) : name, at: .init(x, y), "middle small"))
      if index == 0 || span.start.month == 1 {
        drawing.labels.append(.init("\(span.start.year)", at: .init(x, y + 14), "middle small"))
      }
    }
    mark(spans, into: &drawing, on: bands, at: y + 14)
  }

  /// The day of its Monday below the first week of each month.
  static func weeks(
    _ spans: [Span], into drawing: inout ChartDrawing, on bands: Bands, at y: Double
  ) {
    for (index, span) in spans.enumerated() {
      let isFirst = index == 0 || spans[index - 1].start.month != span.start.month
      // The name of a month that begins right behind the first week would stand on it.
      guard isFirst, index != 1 else { continue }
      let x = bands.centre(index)
      drawing.rules.append(.init(from: .init(x, y - 13), to: .init(x, y - 9), "base"))
      drawing.labels.append(
        .init("\(span.start.day) \(Words.month(span.start))", at: .init(x, y), "middle small"))
      if index == 0 || span.start.month == 1 {
        drawing.labels.append(.init("\(span.start.year)", at: .init(x, y + 14), "middle small"))
      }
    }
    mark(spans, into: &drawing, on: bands, at: y + 14)
  }

  /// Says which bars are not whole.
  private static func mark(
    _ spans: [Span], into drawing: inout ChartDrawing, on bands: Bands, at y: Double
  ) {
    guard let last = spans.last, last.coverage == .running else { return }
    drawing.labels.append(.init("partial", at: .init(bands.to, y), "end small"))
  }
}
