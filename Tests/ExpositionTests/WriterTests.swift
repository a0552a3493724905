import Testing

@testable import Exposition

@Suite("The writer")
struct WriterTests {
  private func text(_ families: [MetricFamily], _ format: ExpositionFormat) -> String {
    String(decoding: ExpositionWriter.body(families, format), as: UTF8.self)
  }

  @Test("writes a counter in both formats")
  func counter() {
    let family = MetricFamily(
      name: "zoo_meals", type: .counter, help: "Meals \"eaten\"\nby \\ animals.", labels: ["animal"],
      series: [MetricSeries(["a\"b\\c\nd"], 3)])
    #expect(
      text([family], .openMetrics) == #"""
        # TYPE zoo_meals counter
        # HELP zoo_meals Meals \"eaten\"\nby \\ animals.
        zoo_meals_total{animal="a\"b\\c\nd"} 3
        # EOF

        """#)
    #expect(
      text([family], .prometheus) == #"""
        # HELP zoo_meals_total Meals "eaten"\nby \\ animals.
        # TYPE zoo_meals_total counter
        zoo_meals_total{animal="a\"b\\c\nd"} 3

        """#)
  }

  @Test("writes an info as a gauge where there is none")
  func info() {
    let family = MetricFamily(
      name: "zoo_build", type: .info, help: "Build.", labels: ["version"], series: [MetricSeries(["1"], 1)])
    #expect(text([family], .openMetrics).hasPrefix("# TYPE zoo_build info\n"))
    #expect(
      text([family], .prometheus)
        == "# HELP zoo_build_info Build.\n# TYPE zoo_build_info gauge\nzoo_build_info{version=\"1\"} 1\n")
  }

  private var ages: MetricFamily {
    var distribution = Distribution()
    distribution.add(edge: 1_296_000, count: 1, sum: 400_000.5)
    distribution.add(edge: 300, count: 2, sum: 12)
    return MetricFamily(
      name: "zoo_age_seconds", type: .gaugehistogram, unit: "seconds", help: "Age.", labels: ["animal"],
      series: [MetricSeries(["owl"], distribution)])
  }

  @Test("writes a gaugehistogram that 0.0.4 can read")
  func gaugeHistogram() {
    let samples = #"""
      zoo_age_seconds_bucket{animal="owl",le="300.0"} 2
      zoo_age_seconds_bucket{animal="owl",le="1.296e+06"} 3
      zoo_age_seconds_bucket{animal="owl",le="+Inf"} 3

      """#
    #expect(
      text([ages], .openMetrics) == """
        # TYPE zoo_age_seconds gaugehistogram
        # UNIT zoo_age_seconds seconds
        # HELP zoo_age_seconds Age.
        \(samples)zoo_age_seconds_gcount{animal="owl"} 3
        zoo_age_seconds_gsum{animal="owl"} 400012.5
        # EOF

        """)
    #expect(
      text([ages], .prometheus) == """
        # HELP zoo_age_seconds_bucket Number of values up to the edge le. Age.
        # TYPE zoo_age_seconds_bucket untyped
        \(samples)# HELP zoo_age_seconds_gcount Number of all values. Age.
        # TYPE zoo_age_seconds_gcount gauge
        zoo_age_seconds_gcount{animal="owl"} 3
        # HELP zoo_age_seconds_gsum Sum of all values. Age.
        # TYPE zoo_age_seconds_gsum gauge
        zoo_age_seconds_gsum{animal="owl"} 400012.5

        """)
  }

  @Test("leaves a family without series out")
  func empty() {
    let family = MetricFamily(name: "zoo_meals", type: .counter, help: "Meals.")
    #expect(text([family], .openMetrics) == "# EOF\n")
    #expect(text([family], .prometheus).isEmpty)
  }

  @Test(
    "writes edges in the form that Prometheus keeps",
    arguments: [
      (300, "300.0"), (86_400, "86400.0"), (604_800, "604800.0"), (1_296_000, "1.296e+06"), (1e6, "1e+06"),
      (999_999, "999999.0"), (0.5, "0.5"), (0.0001, "0.0001"), (0.00001, "1e-05"), (0, "0.0"),
      (1.5e300, "1.5e+300"),
      (123_456.75, "123456.75"), (-2.5, "-2.5"), (.infinity, "+Inf"), (15_552_000, "1.5552e+07"),
      (0.000125, "0.000125"),
    ] as [(Double, String)])
  func edges(_ number: Double, _ expected: String) {
    #expect(MetricNumber.edge(number) == expected)
    #expect(number.isInfinite || Double(MetricNumber.edge(number)) == number)
  }

  @Test(
    "writes values with the fewest digits that give them back",
    arguments: [
      (0, "0"), (-0.0, "0"), (3, "3"), (0.1, "0.1"), (1_763_683_200.123, "1763683200.123"), (1e21, "1e+21"),
      (-.infinity, "-Inf"), (.infinity, "+Inf"), (.nan, "NaN"),
    ] as [(Double, String)])
  func values(_ number: Double, _ expected: String) {
    #expect(MetricNumber.value(number) == expected)
  }
}
