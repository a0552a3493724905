import Demo
import Foundation
import Intake
import Remediation
import Summary
import TestSupport
import Testing

@Suite("The demo estate's numbers are those it was written with")
struct DemoTruthTests {
  /// Estates whose stories meet at one instant in different ways.
  static let demos = [(7, 260, 120), (11, 400, 200), (23, 300, 90)].map { seed, findings, days in
    DemoEstate(seed: seed, findings: findings, days: days, until: Estate.end.milliseconds)
  }

  @Test(arguments: demos)
  func `every number of the summary equals the truth`(_ demo: DemoEstate) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db").path
    let receipt = try Estate.ingest(Estate.inputs(of: demo), into: path)
    let truth = demo.truth
    let summary = try Estate.summary(path)
    #expect(receipt.total.rejected == truth.rejected + truth.samples)
    #expect(summary.episodes.opened == truth.opened)
    #expect(summary.episodes.reopened == truth.reopened)
    #expect(summary.episodes.claimed == truth.claimed)
    #expect(summary.violations.open == truth.open)
    for reason in CloseReason.allCases {
      let told = DemoEpisode.Reason(rawValue: reason.name).flatMap { truth.closed[$0] } ?? 0
      #expect(summary.episodes.closed[reason] ?? 0 == told, "\(reason.name)")
    }
    #expect(summary.timeToRemediate.n == truth.remediation.count)
    let mean = Double(truth.remediation.milliseconds) / Double(truth.remediation.count) / 1000
    #expect(abs((summary.timeToRemediate.mean ?? 0) - mean) < 0.001)
  }
}
