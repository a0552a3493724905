import Foundation
import Ingest
import Store
import Summary
import TestSupport
import Testing

@testable import Intake

@Suite("Reading while somebody writes")
struct ReadingWhileWritingTests {
  /// The first findings of the demo, as the pipeline hands them to the store.
  private static func batch() throws -> PreparedBatch {
    let findings = try #require(Estate.inputs.first { $0.name.hasPrefix("securityhub/get-findings/") })
    var splitter = try RecordSplitter(findings)
    var reader = RecordReader()
    let raw = try #require(try splitter.next())
    var preparation = try BatchPreparation(mapping: nil, dictionaries: [:])
    return try preparation.prepare(reader.read(raw))
  }

  @Test func `shows the last folded state, waits for nobody, and folds what a killed run left`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db").path
    let store = try Store.open(at: path, create: true)
    let batch = try Self.batch()
    #expect(!batch.records.isEmpty)
    // A run that ended before it folded.
    try store.ingest(startedAt: Estate.end) { session in
      try session.beginFile("first.json")
      _ = try session.append(batch)
      try session.finish(receipt: "{}", logged: "{}", at: Estate.end)
    }
    try store.ingest(startedAt: Estate.end) { session in
      #expect(try Estate.summary(path).violations.total == 0)
      try session.finish(receipt: "{}", logged: "{}", at: Estate.end)
    }
    #expect(try Estate.summary(path).violations.total > 0)
  }
}
