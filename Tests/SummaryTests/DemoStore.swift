import Demo
import Foundation
import Ingest
import Intake
import Measures
import Policy
import Remediation
import Store
import Summary
import TestSupport

/// A demo estate in a store, with the policy that comes with it.
struct DemoStore: ~Copyable {
  static let end = Instant("2026-06-30T00:00:00Z")!

  let folder: TemporaryFolder
  let store: Store
  let policy: Policy
  let truth: DemoTruth

  init(seed: UInt64 = 7, findings: Int = 260, days: Int = 120) throws {
    let estate = DemoEstate(seed: seed, findings: findings, days: days, until: Self.end.milliseconds)
    let folder = try TemporaryFolder()
    let store = try Store.open(at: folder.file("store.db").path, create: true)
    var yaml: [UInt8] = []
    var inputs: [IngestInput] = []
    for file in estate.files() {
      if file.name == "closeout.yaml" { yaml = file.bytes }
      guard file.name.hasPrefix("securityhub/") || file.name.hasPrefix("ledger/") else { continue }
      inputs.append(.bytes(file.bytes, name: file.name))
    }
    let policy = try Policy(yaml: yaml, file: "closeout.yaml")
    _ = try IngestRun(now: { Self.end }).run(inputs, into: store)
    self.folder = folder
    self.store = store
    self.policy = policy
    truth = estate.truth
  }

  func report(
    asOf: Instant = DemoStore.end, window: Window = .allTime, by dimension: CutDimension? = nil
  ) throws -> EstateReport {
    try store.snapshot(asOf: asOf, window: window) { snapshot in
      try EstateReport(snapshot, policy: policy, by: dimension)
    }
  }

  func explanation(
    _ name: MeasureName, asOf: Instant = DemoStore.end, window: Window = .allTime,
    by dimension: CutDimension? = nil
  ) throws -> Explanation {
    try store.snapshot(asOf: asOf, window: window) { snapshot in
      try Explanation(name, in: snapshot, policy: policy, by: dimension)
    }
  }
}
