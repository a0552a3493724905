import Reports

/// Round values along a scale, where lines and numbers stand.
struct Axis {
  let ticks: [Double]

  var top: Double { ticks.last ?? 1 }

  /// From zero to at least `greatest` in about `parts` steps of 1, 2 or 5 times a power of ten.
  ///
  /// - Parameter isWhole: no step smaller than 1, for counts.
  init(upTo greatest: Double, parts: Int = 4, isWhole: Bool = true) {
    let wanted = max(greatest, isWhole ? 1 : 0.001) / Double(parts)
    var power = 1.0
    while power * 10 <= wanted { power *= 10 }
    while power > wanted { power /= 10 }
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= wanted * 0.999 } ?? power * 10
    let size = isWhole ? max(1, step) : step
    let count = Int((max(greatest, 0) / size).rounded(.up))
    ticks = (0...max(1, count)).map { Double($0) * size }
  }

  /// Draws a line and a number for each tick.
  func draw(
    into drawing: inout ChartDrawing, on scale: Scale, from left: Double, to right: Double,
    skippingZero: Bool = false, number: (Double) -> String = { Words.decimal($0) }
  ) {
    for tick in ticks {
      let y = scale(tick)
      drawing.rules.append(.init(from: .init(left, y), to: .init(right, y), tick == 0 ? "base" : "grid"))
      if tick == 0, skippingZero { continue }
      drawing.labels.append(.init(number(tick), at: .init(left - 8, y + 4), "end small"))
    }
  }
}
