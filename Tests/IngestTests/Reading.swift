import Ingest
import JSONKit
import Remediation

/// What came of an input: the records, and what became of the rest.
struct Reading {
  var batches: [RecordBatch] = []
  var outcome = SplitOutcome()

  init(
    _ bytes: [UInt8], mapping: LedgerMapping? = nil, batchBytes: Int = RecordSplitter.batchBytes
  ) throws {
    var splitter = try RecordSplitter(
      .bytes(bytes, name: "test"), layout: mapping?.layout ?? .json, batchBytes: batchBytes)
    var reader = RecordReader(mapping: mapping)
    while let batch = try splitter.next() { batches.append(reader.read(batch)) }
    outcome = splitter.outcome
  }

  init(_ text: String, mapping: LedgerMapping? = nil) throws {
    try self.init(Array(text.utf8), mapping: mapping)
  }

  var records: [IncomingRecord] { batches.flatMap(\.records) }
  var rejected: [RejectedRecord] { batches.flatMap(\.rejected) }
  var observations: [Observation] {
    records.compactMap { if case .observation(let read) = $0.content { read.value } else { nil } }
  }
  var entries: [LedgerEntry] {
    records.compactMap { if case .entry(let read) = $0.content { read.value } else { nil } }
  }
  var reasons: [RejectReason] { rejected.map(\.reason) }

  var isDamageReported: Bool { !rejected.isEmpty || outcome.heldBack != nil || outcome.rejected != nil }

  /// The exact bytes of each record, as text.
  var texts: [String] {
    batches.flatMap { batch in batch.records.map { String(decoding: batch.bytes[$0.range], as: UTF8.self) } }
  }
  var rejectedTexts: [String] {
    batches.flatMap { batch in batch.rejected.map { String(decoding: batch.bytes[$0.range], as: UTF8.self) } }
  }

  /// The one observation that the text holds.
  static func one(_ text: String) throws -> Observation {
    let reading = try Reading(text)
    guard reading.observations.count == 1, let observation = reading.observations.first else {
      throw NotOne(found: reading.observations.count, rejected: reading.rejected)
    }
    return observation
  }

  /// The one rejected record that the text holds.
  static func refusal(_ text: String, mapping: LedgerMapping? = nil) throws -> RejectedRecord {
    let reading = try Reading(text, mapping: mapping)
    guard reading.rejected.count == 1, let rejected = reading.rejected.first, reading.records.isEmpty else {
      throw NotOne(found: reading.records.count, rejected: reading.rejected)
    }
    return rejected
  }

  /// The one ledger entry that the text holds.
  static func entry(_ text: String, mapping: LedgerMapping? = nil) throws -> LedgerEntry {
    let reading = try Reading(text, mapping: mapping)
    guard reading.entries.count == 1, let entry = reading.entries.first else {
      throw NotOne(found: reading.entries.count, rejected: reading.rejected)
    }
    return entry
  }
}

struct NotOne: Error, CustomStringConvertible {
  let found: Int
  let rejected: [RejectedRecord]
  var description: String { "found \(found) records, rejected \(rejected)" }
}
