import Dispatch
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

  @Test func `shows one state in both shares of a report`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db").path
    let store = try Store.open(at: path, create: true)
    let writer = DispatchGroup()
    let runs = 100
    DispatchQueue(label: "writer").async(group: writer) {
      for _ in 0..<runs {
        // Each run adds its receipt to the log.
        try? store.ingest(startedAt: Estate.end) { session in
          try session.finish(receipt: "{}", logged: "{}", at: Estate.end)
        }
      }
    }
    var sizes: Set<String> = []
    while writer.wait(timeout: .now()) == .timedOut {
      let seen = try store.shares(asOf: Estate.end) { snapshot, _ in
        try snapshot.first("SELECT value FROM setting WHERE name = 'log_size'")?.text("value")
      }
      #expect(Set(seen).count == 1, "\(seen)")
      sizes.formUnion(seen.compactMap(\.self))
    }
    #expect(sizes.count > 1, "nobody wrote while it was read")
    let shares = try store.shares(asOf: Estate.end) { _, share in share }
    #expect(shares == [.first, .second], "nobody writes any more")
  }

  @Test(.timeLimit(.minutes(1)), arguments: [SnapshotShare.first, .second])
  func `ends with the error of either share`(broken: SnapshotShare) throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(at: folder.file("store.db").path, create: true)
    #expect(throws: StoreError.self) {
      _ = try store.shares(asOf: Estate.end) { snapshot, share in
        if share == broken { _ = try snapshot.rows("SELECT * FROM nothing") }
      }
    }
  }
}
