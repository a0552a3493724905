@testable import Evidence
import Foundation
import Ingest
import Intake
import JSONKit
import Remediation
import Store
import TestSupport
import Testing
import TransparencyLog

/// Entries of a ledger that chains them, as its pipeline would have written them.
struct ChainedLedger {
  private(set) var records: [EvidenceRecord] = []
  private var previous = String(repeating: "0", count: 64)

  /// Appends an entry to the chain.
  mutating func append(_ entry: EvidenceRecord) {
    let sequence = records.count + 1
    let open = String(decoding: entry.bytes.dropLast(), as: UTF8.self)
    let body = "\(open),\"sequence\":\"\(sequence)\",\"prevhash\":\"\(previous)\""
    previous = Hash256(sha256: Array((body + "}").utf8)).hex
    let bytes = Array("\(body),\"hash\":\"\(previous)\"}".utf8)
    records.append(EvidenceRecord(bytes: bytes, leaf: LeafHash(record: bytes), source: .cloudEvents))
  }

  /// Three entries about the finding and one about another between them.
  static func whole(otherOwner: String = "grace") -> ChainedLedger {
    var ledger = ChainedLedger()
    ledger.append(
      Story.entry(
        "finding.assigned", "2026-01-10T09:00:00Z", id: "c1", ["owner": "grace", "team": "payroll"]))
    ledger.append(
      Story.entry(
        "finding.assigned", "2026-01-10T09:01:00Z", id: "c2", subject: PackagedStory.other,
        ["owner": .string(otherOwner)]))
    ledger.append(Story.entry("approval.granted", "2026-01-10T10:00:00Z", id: "c3", ["by": "linus"]))
    ledger.append(Story.attempt("2026-01-10T11:30:00Z"))
    return ledger
  }
}

@Suite("A ledger that chains its own entries by hash is held to it")
struct LedgerChainTests {
  static let failing = Story.snapshot("2026-01-10T08:00:00Z")

  static func receipt(
    _ imports: [[EvidenceRecord]], in folder: borrowing TemporaryFolder
  ) throws -> (store: Store, receipt: Receipt) {
    let store = try Store.open(at: folder.file("closeout.db").path, create: true)
    var receipt = Receipt(startedAt: Story.asOf)
    for (number, records) in imports.enumerated() {
      let bytes = Array(records.map { $0.bytes + [0x0A] }.joined())
      let now = Story.asOf
      receipt = try IngestRun(now: { now }).run([.bytes(bytes, name: "part-\(number).ndjson")], into: store)
    }
    return (store, receipt)
  }

  @Test("A whole chain has no break, in whatever parts and order it comes", arguments: 1...4)
  func whole(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var generator = SeededGenerator(seed: seed)
    let records = ([Self.failing] + ChainedLedger.whole().records).shuffled(using: &generator)
    let (store, receipt) = try Self.receipt(
      [Array(records.prefix(2)), Array(records.dropFirst(2))], in: folder)
    #expect(receipt.chainBreaks.isEmpty && receipt.isComplete)
    #expect(try store.read(asOf: Story.asOf) { try $0.chainBreaks() }.isEmpty)
  }

  @Test("An entry that was replaced is found at the one after it, with its file and line")
  func replaced() throws {
    let folder = try TemporaryFolder()
    var records = ChainedLedger.whole().records
    // The forger makes the entry's own hash good again, but cannot mend the entry after it.
    records[1] = ChainedLedger.whole(otherOwner: "mallory").records[1]
    let (store, receipt) = try Self.receipt([[Self.failing] + records], in: folder)
    #expect(!receipt.isComplete)
    #expect(receipt.chainBreaks.map(\.kind) == [.link])
    #expect(receipt.chainBreaks.map(\.sequence) == [3])
    #expect(receipt.chainBreaks.map(\.line) == [4] && receipt.chainBreaks[0].file == "part-0.ndjson")
    #expect(receipt.json.text().contains("\"chain_breaks\":[{\"ledger\""))
    #expect(try store.read(asOf: Story.asOf) { try $0.chainBreaks() } == receipt.chainBreaks)
  }

  @Test("Bytes that were changed under their hash, and two entries in one place, are found too")
  func changed() throws {
    let folder = try TemporaryFolder()
    let records = ChainedLedger.whole().records
    let bytes = Array(
      String(decoding: records[3].bytes, as: UTF8.self).replacing("fleet", with: "canary").utf8)
    let forged = EvidenceRecord(bytes: bytes, leaf: LeafHash(record: bytes), source: .cloudEvents)
    let (_, receipt) = try Self.receipt([[Self.failing] + records, [forged]], in: folder)
    #expect(receipt.chainBreaks.map(\.kind).contains(.hash))
    #expect(receipt.chainBreaks.allSatisfy { $0.sequence == 4 })
  }

  @Test("Entries that have not come yet are no break; when they come and do not fit, they are")
  func gap() throws {
    let folder = try TemporaryFolder()
    let records = ChainedLedger.whole().records
    let late = ChainedLedger.whole(otherOwner: "mallory").records[1]
    let (store, receipt) = try Self.receipt([[Self.failing, records[0], records[2], records[3]]], in: folder)
    #expect(receipt.chainBreaks.isEmpty)
    let now = Story.asOf
    let second = try IngestRun(now: { now }).run([.bytes(late.bytes, name: "late.json")], into: store)
    #expect(second.chainBreaks.map(\.kind) == [.link] && second.chainBreaks[0].sequence == 3)
  }

  @Test("Every package that a break touches says so, with the entry on its other side, and verifies")
  func package() throws {
    var records = ChainedLedger.whole().records
    records[1] = ChainedLedger.whole(otherOwner: "mallory").records[1]
    let other = Story.snapshot(
      "2026-01-09T08:00:00Z", id: PackagedStory.other, resource: "arn:aws:s3:::other")
    let story = try PackagedStory([[Self.failing, other] + records])
    for id in [Story.id, PackagedStory.other] {
      let package = try story.package(id)
      var verifier = try PackageVerifier(keys: [story.signer.packageKey])
      let report = verifier.verify(zip: package.bytes)
      #expect(report.isComplete, "\(report.checks.filter { $0.result != .passed })")
      #expect(try Self.notices(of: id, story).contains { $0.hasPrefix("The ledger's own hash chain") })
    }
    let good = try PackagedStory([[Self.failing, other] + ChainedLedger.whole().records])
    #expect(try Self.notices(of: Story.id, good).isEmpty)
  }

  private static func notices(of id: String, _ story: borrowing PackagedStory) throws -> [String] {
    let records = try story.store.read(asOf: Story.asOf) { snapshot in
      var source = try EvidenceSource(snapshot)
      return try source.timeline(of: FindingLookup.finding(id: id, in: snapshot), in: snapshot).records
    }
    let finding = FindingIdentity(productArn: Story.product, id: id)
    return try ProofOfFix(of: finding, records: records, asOf: Story.asOf).verdict.notices
      .filter { $0.weight == .contradiction }.map(\.text)
  }
}
