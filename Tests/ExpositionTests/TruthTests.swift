import Demo
import Foundation
import Ingest
import Intake
import Remediation
import Store
import TestSupport
import Testing

@testable import Exposition

@Suite("The metrics of the demo estate are those that it was written with")
struct TruthTests {
  private static let end = Instant(milliseconds: 1_782_777_600_000)
  static let demos = [(7, 260, 120), (11, 400, 200)].map { seed, findings, days in
    DemoEstate(seed: seed, findings: findings, days: days, until: end.milliseconds)
  }

  /// The families as of the end, by name.
  private static func families(_ demo: DemoEstate) throws -> [String: MetricFamily] {
    let folder = try TemporaryFolder()
    let store = try Store.open(at: folder.file("store.db").path, create: true)
    let inputs = demo.files()
      .filter { $0.name.hasPrefix("securityhub/") || $0.name.hasPrefix("ledger/") }
      .map { IngestInput.bytes($0.bytes, name: $0.name) }
    _ = try IngestRun(now: { end }).run(inputs, into: store)
    var context = SampleStore.context
    context.sources = Dictionary(uniqueKeysWithValues: SourceKind.allCases.map { ($0.rawValue, $0.name) })
    context.rejectReasons = RejectReason.allCases.map(\.rawValue)
    let collector = try FamilyCollector(.builtIn(), context: context)
    let (families, report) = try store.snapshot(asOf: end) { snapshot in try collector.collect(snapshot) }
    #expect(report.entries.allSatisfy { $0.failure == nil })
    return Dictionary(uniqueKeysWithValues: families.map { ($0.name, $0) })
  }

  /// The sum of the values of a family's series, or of those where a label has a value.
  private static func sum(
    _ family: MetricFamily?, _ label: String? = nil, _ value: String? = nil
  ) throws -> Double {
    let family = try #require(family)
    let index = try label.map { try #require(family.labels.firstIndex(of: $0)) }
    return family.series.reduce(0) { total, series in
      guard index.map({ series.labels[$0] == value }) ?? true, case .number(let number) = series.value
      else { return total }
      return total + number
    }
  }

  @Test("each", arguments: demos)
  func truth(_ demo: DemoEstate) throws {
    let families = try Self.families(demo)
    let truth = demo.truth
    func total(_ name: String, _ label: String? = nil, _ value: String? = nil) throws -> Int {
      Int(try Self.sum(families["closeout_" + name], label, value))
    }
    #expect(try total("episodes_opened") == truth.opened)
    #expect(try total("episodes_reopened") == truth.reopened)
    #expect(try total("violations_open") == truth.open)
    #expect(try total("account_open_violations") == truth.open)
    for reason in CloseReason.allCases {
      let told = DemoEpisode.Reason(rawValue: reason.name).flatMap { truth.closed[$0] } ?? 0
      #expect(try total("episodes_\(reason.name)") == told, "\(reason.name)")
    }
    #expect(try total("autofix_attempts", "mode", "enforce") == truth.automation.attempts)
    #expect(try total("autofix_judged") == truth.automation.judged)
    #expect(try total("autofix_proven") == truth.automation.proven)
    #expect(try total("autofix_contradicted") == truth.automation.contradicted)
    #expect(try total("autofix_failures") == truth.automation.attempts - truth.automation.succeeded)
    #expect(try total("autofix_rollbacks") <= truth.rollbacks, "rollbacks")
    #expect(try total("remediation_loops") == truth.loops)
    #expect(try total("sla_decisions") == truth.service.decided)
    #expect(try total("sla_breaches") == truth.service.missed)
    #expect(try total("violations_overdue") == truth.service.overdue)
    #expect(try total("exceptions_active") == truth.exceptionsActive)
    #expect(try total("exceptions_expired") == truth.exceptionsExpired)
    #expect(try total("gate_evaluations", "gate_result", "blocked") == truth.gateBlocked)
    #expect(try total("gate_evaluations", "gate_result", "passed") == truth.gatePassed)
    #expect(try total("gate_evaluations", "gate_result", "waived") == truth.gateWaived)
    #expect(try total("ingest_rejected_records") == truth.rejected + truth.samples)
    // What was judged is not nothing, or the comparison says nothing.
    #expect(truth.automation.proven > 0 && truth.automation.contradicted > 0 && truth.service.missed > 0)
  }

  @Test("times to remediate, severity by severity", arguments: demos)
  func durations(_ demo: DemoEstate) throws {
    let family = try #require(Self.families(demo)["closeout_time_to_remediate_seconds"])
    for (severity, told) in demo.truth.remediationBySeverity {
      let distributions = family.series.compactMap { series -> Distribution? in
        guard series.labels[0] == severity, case .distribution(let found) = series.value else { return nil }
        return found
      }
      #expect(
        distributions.reduce(0) { $0 + ($1.cumulative.last?.count ?? 0) } == Double(told.count), "\(severity)"
      )
      let seconds = distributions.reduce(0) { $0 + $1.sum }
      #expect(abs(seconds - Double(told.milliseconds) / 1000) < 0.001, "\(severity)")
    }
  }
}
