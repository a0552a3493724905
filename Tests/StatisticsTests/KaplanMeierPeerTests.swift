import Statistics
import TestSupport
import Testing

@Suite("Kaplan–Meier beside lifelines")
struct KaplanMeierPeerTests {
  struct Case: Encodable {
    let times: [Double]
    let ended: [Bool]
    let queries: [Double]

    var samples: [KaplanMeier.Sample] {
      zip(times, ended).map { KaplanMeier.Sample(time: $0, ended: $1) }
    }
  }

  struct Answer: Decodable {
    let survival, lower, upper, tableTimes: [Double]
    let atRisk: [Int]
    let median, medianLower, medianUpper: Double?
    let falling: Bool
  }

  /// Few distinct times give ties, also of an end with a censoring; many give none.
  static func cases() -> [Case] {
    var generator = SeededGenerator(seed: 1958)
    var cases = [
      Case(times: [1, 2, 3, 4], ended: [true, true, true, true], queries: [0, 2, 2.5, 9]),
      Case(times: [0, 0, 5, 5], ended: [true, false, true, false], queries: [0, 4.9, 5, 6]),
      Case(times: [7], ended: [false], queries: [0, 7, 8]),
    ]
    for index in 0..<120 {
      let size = Int.random(in: 1...(index < 60 ? 25 : 400), using: &generator)
      let share = Double.random(in: 0...1, using: &generator)
      let ties = Bool.random(using: &generator)
      let times = (0..<size).map { _ in
        ties ? Double(Int.random(in: 0...12, using: &generator)) : .random(in: 0...900, using: &generator)
      }
      let ended = times.map { _ in Double.random(in: 0..<1, using: &generator) < share }
      let queries = times.prefix(12) + (0..<8).map { _ in Double.random(in: 0...1000, using: &generator) }
      cases.append(Case(times: times, ended: ended, queries: Array(queries)))
    }
    return cases
  }

  @Test(
    "S, its bounds, the numbers at risk and the median are those of lifelines", .needs(python: "lifelines"))
  func agreesWithLifelines() async throws {
    let cases = Self.cases()
    let answers = try await PythonPeer("kaplan_meier.py", modules: ["lifelines"])
      .answer(to: cases, as: [Answer].self)
    try #require(answers.count == cases.count)
    for (index, (question, answer)) in zip(cases, answers).enumerated() {
      let estimate = KaplanMeier(question.samples)
      for (position, time) in question.queries.enumerated() {
        let bounds = try #require(estimate.bounds(at: time))
        #expect(abs(try #require(estimate.survival(at: time)) - answer.survival[position]) < 1e-9)
        #expect(abs(bounds.lower - answer.lower[position]) < 1e-9, "case \(index), t = \(time)")
        #expect(abs(bounds.upper - answer.upper[position]) < 1e-9, "case \(index), t = \(time)")
      }
      // lifelines opens its table with a row at 0, whether or not a sample has that time.
      let skipped = estimate.steps.first?.time == 0 ? 0 : 1
      #expect(estimate.steps.map(\.time) == Array(answer.tableTimes.dropFirst(skipped)))
      #expect(estimate.steps.map(\.atRisk) == Array(answer.atRisk.dropFirst(skipped)))
      let median = estimate.medianWithBounds()
      #expect(median.time == answer.median, "case \(index)")
      #expect(median.lower == answer.medianLower, "case \(index)")
      #expect(median.upper == answer.medianUpper, "case \(index)")
    }
    #expect(answers.count { $0.falling } > 60)
    #expect(answers.contains { $0.median == nil } && answers.contains { $0.medianUpper != nil })
  }
}
