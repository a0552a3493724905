import Remediation
import Store
import TestSupport
import Testing

@testable import Exposition

@Suite("The history")
struct HistoryTests {
  /// Three days of a store that was never folded back: only the clock moves.
  private func text(_ catalogue: MetricCatalogue? = nil) throws -> [UInt8] {
    let sample = try SampleStore(SampleStore.script("body.sql"))
    let instants = MetricHistory.instants(
      from: SampleStore.asOf, to: SampleStore.asOf.advanced(byMilliseconds: 2 * .day + 500), step: .day)
    var history = MetricHistory()
    try history.collect(sample.store, at: instants, with: SampleStore.collector(catalogue))
    var bytes: [UInt8] = []
    history.write { bytes += $0 }
    return bytes
  }

  @Test("has the instants from the first on")
  func instants() {
    let start = Instant(milliseconds: 10)
    #expect(
      MetricHistory.instants(from: start, to: Instant(milliseconds: 35), step: 10).map(\.milliseconds) == [
        10, 20, 30,
      ])
    #expect(MetricHistory.instants(from: start, to: start, step: 10) == [start])
    #expect(MetricHistory.instants(from: start, to: Instant(milliseconds: 9), step: 10).isEmpty)
    #expect(MetricHistory.instants(from: start, to: start, step: 0).isEmpty)
  }

  @Test(
    "is OpenMetrics with a timestamp on each sample, series by series", .needs(python: "prometheus_client"))
  func parser() async throws {
    // prometheus-client 0.26 takes the second sample of a group at its second timestamp for a repetition and
    // drops it, which no histogram survives; promtool reads them all below.
    let catalogue = try MetricCatalogue(
      MetricCatalogue.builtIn().definitions.filter { !$0.type.isDistribution })
    let answer: BodyTests.Answer = try await BodyTests.peer.answer(
      to: BodyTests.Question(openmetrics: String(decoding: text(catalogue), as: UTF8.self)))
    let samples = answer.openmetrics
    #expect(Set(samples.map(\.time)) == [1_772_323_200, 1_772_409_600, 1_772_496_000])
    #expect(samples.allSatisfy { $0.labels["job"] == "closeout-history" })
    #expect(Set(samples).count == samples.count)
    // What is said of the program and of the file belongs to no instant of the past.
    #expect(
      !samples.contains { $0.name.hasPrefix("closeout_collector") || $0.name == "closeout_store_size_bytes" })
  }

  @Test("keeps the samples of a series in the order of time")
  func order() throws {
    let lines = try String(decoding: text(), as: UTF8.self).split(separator: "\n")
    let sums = lines.filter {
      $0.hasPrefix("closeout_open_violation_age_seconds_gsum") && $0.contains("\"LOW\"")
    }
    let name = "closeout_open_violation_age_seconds_gsum{job=\"closeout-history\",finding_severity=\"LOW\"}"
    #expect(
      sums == [
        "\(name) 23587200 1772323200", "\(name) 23673600 1772409600", "\(name) 23760000 1772496000",
      ])
  }

  @Test("makes blocks", .needs(.promtool))
  func blocks() async throws {
    let folder = try TemporaryFolder()
    try folder.write(text(), to: "history.om")
    let made = try await PeerTool.promtool.run(
      ["tsdb", "create-blocks-from", "openmetrics", "--max-block-duration=720h", "history.om", "data"],
      in: folder.url)
    #expect(made.succeeded, "\(made.errorText)")
    let listed = try await PeerTool.promtool.run(["tsdb", "list", "data"], in: folder.url)
    // A heading, and a block on each side of the boundary of 720 hours that falls within the three days.
    #expect(listed.text.split(separator: "\n").count == 3, "\(listed.text)")
  }

  @Test("writes fractions of a second as far as they go")
  func timestamps() {
    var history = MetricHistory(job: "h")
    let family = MetricFamily(name: "zoo_owls", type: .gauge, help: "Owls.", series: [MetricSeries([], 1)])
    history.add([family], at: Instant(milliseconds: 1005))
    history.add([family], at: Instant(milliseconds: 2000))
    var text = ""
    history.write { text += String(decoding: $0, as: UTF8.self) }
    #expect(
      text == """
        # TYPE zoo_owls gauge
        # HELP zoo_owls Owls.
        zoo_owls{job="h"} 1 1.005
        zoo_owls{job="h"} 1 2
        # EOF

        """)
  }
}
