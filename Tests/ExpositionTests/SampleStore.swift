import Foundation
import GRDB
import Remediation
import Store
import TestSupport

@testable import Exposition

/// A store that a script wrote with the words of `Scripts/vocabulary.sql`.
struct SampleStore: ~Copyable {
  let folder: TemporaryFolder
  let store: Store

  init(_ setup: String = "") throws {
    let folder = try TemporaryFolder()
    let path = folder.file("closeout.db").path
    let store = try Store.open(at: path, create: true)
    let writer = try DatabaseQueue(path: path)
    try writer.write { database in
      try database.execute(sql: try Self.script("vocabulary.sql"))
      try database.execute(sql: setup)
    }
    try writer.close()
    self.folder = folder
    self.store = store
  }

  /// Changes rows as a later fold might.
  func execute(_ sql: String) throws {
    let writer = try DatabaseQueue(path: store.path)
    try writer.write { database in
      // The words of the vocabulary are this connection's own.
      for statement in try Self.script("vocabulary.sql").components(separatedBy: "CREATE TEMP").dropFirst() {
        try database.execute(sql: "CREATE TEMP" + statement)
      }
      try database.execute(sql: sql)
    }
    try writer.close()
  }

  static func script(_ name: String) throws -> String {
    let file = Repository.testFolder(of: #filePath).appending(path: "Scripts").appending(path: name)
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// 2026-03-01T00:00:00Z, at which all scripts look at their store.
  static let asOf = Instant(milliseconds: 1_772_323_200_000)

  static var context: MetricContext {
    var context = MetricContext(
      build: .init(version: "1.0.0", revision: "0123abc", swiftVersion: "6.3"))
    context.sources = [1: "asff", 2: "finding_history", 3: "cloudevents", 4: "mapped"]
    context.rejectReasons = ["not_json", "bad_timestamp"]
    return context
  }

  /// A collector whose clock stands still.
  static func collector(_ catalogue: MetricCatalogue? = nil) throws -> FamilyCollector {
    FamilyCollector(try catalogue ?? .builtIn(), context: context, seconds: { 0 })
  }

  /// All families at ``asOf`` with counters that go on.
  func collect(_ collector: FamilyCollector, counting base: inout CounterBase) throws -> [MetricFamily] {
    try store.snapshot(asOf: Self.asOf) { snapshot in
      try collector.collect(snapshot, counting: &base).families
    }
  }

  /// All families at ``asOf``.
  func collect(_ collector: FamilyCollector? = nil) throws -> (
    families: [MetricFamily], report: CollectionReport
  ) {
    let collector = try collector ?? Self.collector()
    return try store.snapshot(asOf: Self.asOf) { snapshot in try collector.collect(snapshot) }
  }
}
