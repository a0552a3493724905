import Demo
import Foundation
import Ingest
import Intake
import Remediation
import Store
import Summary
import TestSupport

/// A small demo estate and what the product makes of it.
enum Estate {
  static let end = Instant("2026-06-30T00:00:00Z")!

  static let demo = DemoEstate(seed: 7, findings: 260, days: 120, until: end.milliseconds)

  static let inputs = inputs(of: demo)

  /// Everything that a system would have recorded, file by file.
  static func inputs(of demo: DemoEstate) -> [IngestInput] {
    demo.files()
      .filter { $0.name.hasPrefix("securityhub/") || $0.name.hasPrefix("ledger/") }
      .map { .bytes($0.bytes, name: $0.name) }
  }

  /// A clock that does not move: nothing but receipts may depend on it.
  static let run = IngestRun(now: { end })

  @discardableResult
  static func ingest(_ inputs: [IngestInput], into path: String) throws -> Receipt {
    try run.run(inputs, into: Store.open(at: path, create: true))
  }

  static func summary(_ path: String, asOf: Instant = end, window: Window = .allTime) throws -> EstateSummary
  {
    try Store.open(at: path, create: false).snapshot(asOf: asOf, window: window) { snapshot in
      try EstateSummary(snapshot)
    }
  }

  /// The lines in which two summaries differ, for the message of a failed test.
  static func differences(_ left: EstateSummary, _ right: EstateSummary) -> [String] {
    let lines = [left, right].map { String(describing: $0).split(separator: ",") }
    return zip(lines[0], lines[1]).filter { $0 != $1 }.map { "\($0) ≠ \($1)" }
  }

  /// Every record of an input, whatever container it lay in, one JSON text each.
  static func records(of input: IngestInput) throws -> [[UInt8]] {
    var splitter = try RecordSplitter(input)
    var reader = RecordReader()
    var records: [[UInt8]] = []
    while let raw = try splitter.next() {
      let batch = reader.read(raw)
      // Findings that only an envelope dates are left in it: bare, they would be other deliveries.
      records += batch.records.filter { $0.envelopeTime == nil }.map { Array(batch.bytes[$0.range]) }
    }
    return records
  }
}
