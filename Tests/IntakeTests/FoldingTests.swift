import Foundation
import Ingest
import Intake
import Remediation
import TestSupport
import Testing

@testable import Store

@Suite("Everything is folded as some violations are")
struct FoldingTests {
  @Test(arguments: [1, 2, 3, 4])
  func `a fold of all records gives what folds by the indexes gave`(seed: UInt64) throws {
    let estate = ScatteredEstate(seed: seed, records: 4000)
    let folder = try TemporaryFolder()
    let (pieces, whole) = (folder.file("pieces.db").path, folder.file("whole.db").path)
    for input in estate.inputs(7) {
      let receipt = try Estate.ingest([input], into: pieces)
      #expect(receipt.total.rejected == 0 && receipt.total.new > 400)
    }
    let store = try Store.open(at: pieces, create: false)
    let before = try RebuildTests.rows(store, RebuildTests.folded)
    #expect(before.count > 500)
    #expect(try store.rebuild() > 100)
    #expect(try RebuildTests.rows(store, RebuildTests.folded) == before)

    try Estate.ingest(estate.inputs(1), into: whole)
    #expect(try Estate.summary(whole) == Estate.summary(pieces))
  }

  @Test(arguments: [1, 50, 700, 100_000])
  func `however few observations are held in memory, the violations are the same`(limit: Int) throws {
    let folder = try TemporaryFolder()
    let (all, shared) = try Self.scattered(in: folder).write { database in
      let order = try FindingOrder(database)
      #expect(order.parts(readers: 3, limit: limit).count > (limit > 1000 ? 1 : 3))
      func share(_ index: Int, of readers: Int, limit: Int) throws -> [LoadedViolation] {
        var loader = try ViolationLoader(database, every: readers, from: index, of: order, limit: limit)
        var violations: [LoadedViolation] = []
        while let next = try loader.next() { violations.append(next) }
        return violations
      }
      let all = try share(0, of: 1, limit: 1_000_000)
      return (all, try (0..<3).map { try share($0, of: 3, limit: limit) })
    }
    #expect(all.count > 1000)
    for share in shared { #expect(share.map(\.id) == share.map(\.id).sorted()) }
    let sorted = shared.joined().sorted { $0.id < $1.id }
    #expect(sorted.map(\.id) == all.map(\.id))
    #expect(sorted.map(\.findings) == all.map(\.findings))
    // Claims stand behind the others in no order.
    #expect(sorted.map(\.inOrder) == all.map(\.inOrder))
  }

  @Test(arguments: [50, 700, 100_000])
  func `each turn is announced by the one before it, and none is missing`(limit: Int) throws {
    let folder = try TemporaryFolder()
    let (folded, all) = try Self.scattered(in: folder).write { database in
      let order = try FindingOrder(database)
      func turns(_ index: Int, of readers: Int, limit: Int) throws -> [FoldTurn] {
        var loader = try ViolationLoader(database, every: readers, from: index, of: order, limit: limit)
        var turns: [FoldTurn] = []
        try loader.fold { turns.append($0) }
        return turns
      }
      return (try (0..<2).map { try turns($0, of: 2, limit: limit) }, try turns(0, of: 1, limit: 1_000_000))
    }
    for turns in folded + [all] {
      #expect(turns.first?.rows.isEmpty == true && turns.last?.next == nil)
      for (before, turn) in zip(turns, turns.dropFirst()) {
        #expect(turn.rows.allSatisfy { FoldTurn.number(of: $0.id) == before.next })
        if let next = turn.next { #expect(before.next.map { $0 < next } == true) }
      }
    }
    let numbers = folded.joined().flatMap { $0.rows.map(\.id) }.sorted()
    #expect(numbers.count > 1000 && numbers == all.flatMap { $0.rows.map(\.id) })
  }

  /// A store with many violations and few observations of each.
  private static func scattered(in folder: borrowing TemporaryFolder) throws -> Store {
    let path = folder.file("store.db").path
    try Estate.ingest(ScatteredEstate(seed: 5, records: 5000, findings: 3000).inputs(1), into: path)
    return try Store.open(at: path, create: false)
  }

  @Test(.needs(.sqlite3)) func `numbers that no finding has disturb nobody`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.db").path
    try Estate.ingest(Estate.inputs, into: path)
    let store = try Store.open(at: path, create: false)
    let before = try Estate.summary(path)
    let columns = [
      ("finding", "id"), ("observation", "finding_id"), ("head", "finding_id"),
      ("moved_finding", "finding_id"),
    ]
    let renumber = columns.map { table, id in
      "UPDATE \(table) SET \(id) = 9000000000 + \(id) * \(id) WHERE \(id) % 3 = 0"
    }
    #expect(try await PeerTool.sqlite3.run([path, renumber.joined(separator: ";")]).succeeded)
    #expect(try store.rebuild() > 100)
    #expect(try Estate.summary(path) == before)
  }
}

extension LoadedViolation {
  fileprivate var inOrder: [FoldingRecord] {
    records.sorted { ($0.order, $0.record, $0.finding ?? -1) < ($1.order, $1.record, $1.finding ?? -1) }
  }
}
