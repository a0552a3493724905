import Statistics
import TestSupport
import Testing

@Suite("Small measures beside numpy and scipy")
struct ElementaryPeerTests {
  struct Question: Encodable {
    struct Proportion: Encodable {
      let successes, total: Int
      let z: Double
    }

    let series: [[Double]]
    let levels: [Double]
    let edges: [Double]
    let proportions: [Proportion]
  }

  struct Answer: Decodable {
    struct Chart: Decodable {
      let mean, lower, upper: Double
      let outside: [Int]
    }

    let quantiles: [[Double]]
    let sums: [Double]
    let below: [[Int]]
    let xmr: [Chart]
    let wilson: [[Double]]
  }

  static func question() -> Question {
    var generator = SeededGenerator(seed: 7)
    let series = (0..<80).map { index in
      (0..<Int.random(in: 1...(index % 4 == 0 ? 3 : 200), using: &generator)).map { _ in
        let wide = Int.random(in: 0..<20, using: &generator) == 0
        return wide
          ? Double.random(in: -1e9...1e9, using: &generator) : .random(in: 0...90, using: &generator)
      }
    }
    let proportions = (0..<200).map { index in
      let total = Int.random(in: 1...(index < 100 ? 12 : 100_000), using: &generator)
      return Question.Proportion(
        successes: .random(in: 0...total, using: &generator), total: total,
        z: index % 2 == 0 ? Normal.z95 : .random(in: 0.5...3.5, using: &generator))
    }
    return Question(
      series: series, levels: [0, 0.1, 0.25, 0.5, 0.9, 0.99, 1], edges: [-5, 0, 1, 7, 30, 90],
      proportions: proportions)
  }

  @Test("quantiles, sums, buckets, limits and score intervals agree", .needs(python: "numpy", "scipy"))
  func agrees() async throws {
    let question = Self.question()
    let answer = try await PythonPeer("elementary.py", modules: ["numpy", "scipy"])
      .answer(to: question, as: Answer.self)
    for (index, values) in question.series.enumerated() {
      let scale = values.reduce(1) { max($0, abs($1)) }
      for (own, peer) in zip(Quantile.of(question.levels, values), answer.quantiles[index]) {
        #expect(abs(try #require(own) - peer) <= 1e-12 * scale)
      }
      #expect(abs(OrderFreeSum.of(values) - answer.sums[index]) <= 1e-15 * abs(answer.sums[index]))
      #expect(Histogram(edges: question.edges, values: values).buckets.map(\.count) == answer.below[index])
    }
    for (values, chart) in zip(question.series.filter { $0.count > 1 }, answer.xmr) {
      let own = try #require(XmR(values))
      let scale = max(1, abs(chart.lower), abs(chart.upper))
      #expect(abs(own.mean - chart.mean) <= 1e-12 * scale)
      #expect(abs(own.limits.lower - chart.lower) <= 1e-12 * scale)
      #expect(abs(own.limits.upper - chart.upper) <= 1e-12 * scale)
      #expect(own.signals.map(\.points.lowerBound) == chart.outside)
    }
    #expect(answer.xmr.contains { !$0.outside.isEmpty })
    for (proportion, peer) in zip(question.proportions, answer.wilson) {
      let own = try #require(
        Wilson.interval(successes: proportion.successes, of: proportion.total, z: proportion.z))
      #expect(abs(own.lower - peer[0]) < 1e-9 && abs(own.upper - peer[1]) < 1e-9)
      #expect(abs(own.lower - peer[2]) < 1e-12 && abs(own.upper - peer[3]) < 1e-12)
    }
  }
}
