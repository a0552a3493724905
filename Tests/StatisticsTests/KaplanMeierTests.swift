import Statistics
import TestSupport
import Testing

@Suite("Kaplan–Meier")
struct KaplanMeierTests {
  @Test("the worked example of six ends and censorings comes out by hand")
  func workedExample() throws {
    let estimate = KaplanMeier([
      .event(1), .censored(2), .event(3), .event(3), .censored(3), .event(5), .censored(6),
    ])
    #expect(estimate.steps.map(\.atRisk) == [7, 6, 5, 2, 1])
    #expect(estimate.steps.map(\.events) == [1, 0, 2, 1, 0])
    #expect(estimate.steps.map(\.censored) == [0, 1, 1, 0, 1])
    let survival = try #require(estimate.survival(at: 4))
    #expect(abs(survival - 6.0 / 7 * 3 / 5) < 1e-15)
    #expect(estimate.median == 5)
    #expect(estimate.followUp == 6)
  }

  @Test("S of exactly one half reaches the median, however the fractions round")
  func exactHalf() {
    for half in 1...400 {
      let samples = (1...(2 * half)).map { KaplanMeier.Sample.event(Double($0)) }
      #expect(KaplanMeier(samples).median == Double(half))
    }
  }

  @Test("with most still open the median is absent and S is known")
  func notReached() {
    let estimate = KaplanMeier([.event(1), .censored(9), .censored(9), .censored(9)])
    #expect(estimate.median == nil)
    #expect(estimate.medianWithBounds().upper == nil)
    #expect(estimate.survival(at: 100) == 0.75)
  }

  @Test("no samples give no numbers, and impossible times are counted and left out")
  func emptyAndImpossible() {
    #expect(KaplanMeier([]).survival(at: 1) == nil)
    #expect(KaplanMeier([]).bounds(at: 1) == nil)
    #expect(KaplanMeier([]).median == nil)
    let estimate = KaplanMeier([.event(-1), .event(.nan), .censored(.infinity), .event(2)])
    #expect(estimate.excluded == 3)
    #expect(estimate.count == 1)
    #expect(estimate.survival(at: 1.9) == 1)
    #expect(estimate.survival(at: 2) == 0)
    #expect(estimate.bounds(at: 2) == Bounds(lower: 0, upper: 0))
  }

  @Test("the order of the samples changes nothing, not even the last bit")
  func orderFree() {
    var generator = SeededGenerator(seed: 3)
    let samples = (0..<500).map { _ in
      KaplanMeier.Sample(
        time: .random(in: 0...40, using: &generator).rounded(), ended: .random(using: &generator))
    }
    let estimate = KaplanMeier(samples)
    for _ in 0..<10 {
      #expect(KaplanMeier(samples.shuffled(using: &generator)) == estimate)
    }
  }

  @Test("S never rises and lies within its bounds")
  func falls() {
    var generator = SeededGenerator(seed: 4)
    let estimate = KaplanMeier(
      (0..<300).map { _ in
        .init(time: .random(in: 0...9, using: &generator), ended: .random(using: &generator))
      })
    for (step, next) in zip(estimate.steps, estimate.steps.dropFirst()) {
      #expect(next.survival <= step.survival)
      #expect(step.bounds().lower <= step.survival && step.survival <= step.bounds().upper)
    }
  }
}
