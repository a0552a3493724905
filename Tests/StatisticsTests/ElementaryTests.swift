import Statistics
import TestSupport
import Testing

@Suite("Small measures")
struct ElementaryTests {
  @Test("a quantile interpolates between its neighbours, and none is made of nothing")
  func quantiles() {
    #expect(Quantile.of(0.5, [4, 1, 3, 2]) == 2.5)
    #expect(Quantile.of(0.9, sorted: [0, 10]) == 9)
    #expect(Quantile.of(1, [5, 1]) == 5)
    #expect(Quantile.of(0, [5, 1]) == 1)
    #expect(Quantile.of(0.5, []) == nil)
    #expect(Quantile.of(1.1, [1]) == nil)
    #expect(Quantile.of(.nan, [1]) == nil)
  }

  @Test("the score interval of 8 in 10 is the published one, and absent for 0 in 0")
  func wilson() throws {
    let interval = try #require(Wilson.interval(successes: 8, of: 10))
    #expect(abs(interval.lower - 0.4902) < 5e-5 && abs(interval.upper - 0.9433) < 5e-5)
    #expect(Wilson.interval(successes: 0, of: 5)?.lower == 0)
    #expect(Wilson.interval(successes: 5, of: 5)?.upper == 1)
    #expect(Wilson.interval(successes: 0, of: 0) == nil)
    #expect(Wilson.interval(successes: 3, of: 2) == nil)
    #expect(Wilson.interval(successes: -1, of: 2) == nil)
  }

  @Test("values in any order have one sum, and what is small is not lost beside what is large")
  func sums() {
    #expect(OrderFreeSum.of([1, 1e100, 1, -1e100]) == 2)
    var generator = SeededGenerator(seed: 11)
    let values = (0..<1000).map { _ in Double.random(in: 0...1, using: &generator) }
    let sum = OrderFreeSum.of(values)
    var naive: Set<Double> = []
    for _ in 0..<20 {
      let shuffled = values.shuffled(using: &generator)
      naive.insert(shuffled.reduce(0, +))
      #expect(OrderFreeSum.of(shuffled) == sum)
    }
    #expect(naive.count > 1, "without the law there would be nothing to keep")
    #expect(OrderFreeSum.mean(of: []) == nil)
    #expect(OrderFreeSum.mean(of: [1, 2]) == 1.5)
  }

  @Test("durations added in parts and merged have the same exact total")
  func durations() {
    let durations: [Int64] = [.max, .max, 3, -5, .max]
    var parts = DurationTotal(durations.prefix(2))
    parts.merge(DurationTotal())
    parts.merge(DurationTotal(durations.dropFirst(2)))
    #expect(parts == DurationTotal(durations.reversed()))
    #expect(parts.total == 3 * Int128(Int64.max) - 2)
    #expect(parts.least == -5 && parts.greatest == .max && parts.count == 5)
    #expect(DurationTotal().mean == nil)
    #expect(DurationTotal([1, 2]).mean == 1.5)
  }

  @Test("a value on an edge is in its bucket, and the last bucket holds all")
  func histogram() {
    let histogram = Histogram(edges: [10, 1, 10, .infinity], values: [1, 1.5, 10, 11])
    #expect(histogram.buckets.map(\.edge) == [1, 10, .infinity])
    #expect(histogram.buckets.map(\.count) == [1, 3, 4])
    #expect(histogram.count == 4 && histogram.sum == 23.5)
    #expect(Histogram(edges: [], values: []).buckets.map(\.count) == [0])
  }
}
