import Reports

/// One row for each control: its name and title, a figure to the right, and below them room for a mark.
struct ControlRows {
  static let height = 34.0
  static let width = 420.0
  static let left = 8.0
  static let right = 404.0

  var drawing: ChartDrawing
  let scale: Scale

  /// - Parameters:
  ///   - ticks: values that get a line and a number.
  ///   - number: how they are written.
  init(
    id: String, title: String, summary: String, count: Int, ticks: [Double], number: (Double) -> String
  ) {
    let height = 26 + Double(count) * Self.height
    drawing = ChartDrawing(id: id, width: Self.width, height: height, title: title, summary: summary)
    scale = Scale(values: 0...max(1, ticks.last ?? 1), from: Self.left, to: Self.right)
    for tick in ticks {
      let x = scale(tick)
      drawing.rules.append(
        .init(from: .init(x, 2), to: .init(x, height - 20), tick == 0 ? "base" : "grid"))
      let anchor = tick == 0 ? "start" : tick == ticks.last ? "end" : "middle"
      drawing.labels.append(
        .init(
          number(tick), at: .init(tick == 0 ? 0 : x + (anchor == "end" ? 12 : 0), height - 5),
          "\(anchor) small"))
    }
  }

  /// Writes the text of a row, and returns the middle of the room for its mark.
  mutating func row(_ index: Int, control: String, title: String?, figure: String) -> Double {
    let top = 2 + Double(index) * Self.height
    let room = 62 - figure.count
    let name = Words.folded(control, title == nil ? room : 24)
    drawing.labels.append(.init(name, at: .init(Self.left + 5, top + 13), "start strong"))
    if let title {
      // The name is set in bold, which takes more room than the title.
      let start = Self.left + 13 + Double(name.unicodeScalars.count) * 7.8
      drawing.labels.append(
        .init(
          Words.folded(title, max(8, room - name.unicodeScalars.count * 6 / 5 - 4)),
          at: .init(start, top + 13), "start small"))
    }
    drawing.labels.append(.init(figure, at: .init(Self.right + 12, top + 13), "end small ink"))
    return top + 23
  }
}
