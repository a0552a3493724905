import Reports
import Remediation

/// Open violations by severity, each bar in parts by age.
struct AgeChart {
  let standing: [TrendReport.Standing]

  private static let row = 46.0

  func drawing() -> ChartDrawing {
    var drawing = ChartDrawing(
      id: "age-drawing", width: 420, height: Double(max(1, standing.count)) * Self.row + 4,
      title: "Open violations by severity and age", summary: summary)
    let greatest = Double(max(1, standing.map(\.openCount).max() ?? 1))
    let scale = Scale(values: 0...greatest, from: 0, to: 420)
    for (index, severity) in standing.enumerated() {
      draw(severity, &drawing, scale, top: Double(index) * Self.row)
    }
    return drawing
  }

  private func draw(
    _ standing: TrendReport.Standing, _ drawing: inout ChartDrawing, _ scale: Scale, top: Double
  ) {
    drawing.labels.append(
      .init(standing.severity.label.capitalizedWord, at: .init(0, top + 13), "start ink"))
    let claimed = standing.claimed > 0 ? ", \(Words.count(standing.claimed)) claimed" : ""
    drawing.labels.append(
      .init("\(Words.count(standing.openCount)) open\(claimed)", at: .init(420, top + 13), "end small ink"))
    var before = 0
    for age in TrendReport.AgeClass.allCases {
      guard let count = standing.open[age], count > 0 else { continue }
      let (left, right) = (scale(before), scale(before + count))
      drawing.boxes.append(
        .init(
          at: .init(left, top + 18), width: right - left, height: 12,
          age == .impossible ? "hollow-6" : "age-\(age.rawValue)"))
      let text = Words.count(count)
      if right - left >= Double(text.count) * 7 + 4 {
        drawing.labels.append(.init(text, at: .init((left + right) / 2, top + 41), "middle small"))
      }
      before += count
    }
  }

  private var summary: String {
    standing.isEmpty
      ? "Nothing is open."
      : standing.map { "\($0.severity.label.capitalizedWord): \(Words.count($0.openCount)) open" }
        .joined(separator: ", ") + "."
  }
}

extension String {
  /// `CRITICAL` as `Critical`.
  var capitalizedWord: String { prefix(1) + dropFirst().lowercased() }
}
