import Exposition
import Remediation
import Store
import Summary
import Testing

@Suite("The history that Prometheus is given")
struct HistoryTests {
  /// The sum of the samples of a name at an instant, over all labels.
  private static func sum(_ lines: [Substring], _ name: String, at instant: Instant) -> Double {
    let stamp = " \(instant.milliseconds / 1000)"
    return lines.filter { ($0.hasPrefix(name + "{") || $0.hasPrefix(name + " ")) && $0.hasSuffix(stamp) }
      .reduce(0) { total, line in
        let words = line.split(separator: " ")
        return total + (words.count > 1 ? Double(words[words.count - 2]) ?? .nan : .nan)
      }
  }

  @Test func `equals the summary at five instants`() throws {
    let demo = try DemoStore()
    let instants = MetricHistory.instants(
      from: DemoStore.end.advanced(byMilliseconds: -100 * .day), to: DemoStore.end, step: 25 * .day)
    try #require(instants.count == 5)
    let context = MetricContext(
      build: .init(version: "1", revision: "1", swiftVersion: "6"), policy: demo.policy)
    var history = MetricHistory()
    try history.collect(demo.store, at: instants, with: FamilyCollector(.builtIn(), context: context))
    var text: [UInt8] = []
    history.write { text += $0 }
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")

    for instant in instants {
      let numbers = try demo.report(asOf: instant).whole
      func total(_ name: String) -> Int { Int(Self.sum(lines, "closeout_" + name, at: instant)) }
      #expect(total("violations_open") == numbers.violations.open)
      #expect(total("episodes_opened_total") == numbers.episodes.opened)
      #expect(total("episodes_reopened_total") == numbers.episodes.reopened)
      for reason in CloseReason.allCases {
        #expect(total("episodes_\(reason.name)_total") == numbers.episodes.closed[reason] ?? 0)
      }
      #expect(total("time_to_remediate_seconds_count") == numbers.timeToRemediate.n)
      let seconds = Self.sum(lines, "closeout_time_to_remediate_seconds_sum", at: instant)
      let mean = numbers.timeToRemediate.mean ?? 0
      #expect(abs(seconds - mean * Double(numbers.timeToRemediate.n)) < 1)
      #expect(total("autofix_proven_total") == numbers.autofix.proven.count)
      #expect(total("autofix_judged_total") == numbers.autofix.proven.total)
      #expect(total("autofix_contradicted_total") == numbers.autofix.contradicted.count)
      #expect(total("sla_decisions_total") == numbers.serviceLevel.met.total)
      #expect(total("violations_overdue") == numbers.serviceLevel.overdue)
      #expect(total("remediation_loops_total") == numbers.loops.count)
      #expect(total("exceptions_active") == numbers.exceptions.active)
    }
    #expect(try demo.report(asOf: instants[0]).whole.timeToRemediate.n > 0)
  }
}
