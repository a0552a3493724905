@testable import Evidence
import Foundation
import Ingest
import JSONKit
import Remediation
import Reports
import TestSupport
import Testing
import TransparencyLog

@Suite("A record that is withheld counts as before, and nothing that somebody wrote in it is told")
struct WithholdingTests {
  /// A text that stands in no other place.
  static let secret = "zq7-Secret"

  /// The whole story with the secret in every member of one kind of record that holds free text.
  static func story() -> [EvidenceRecord] {
    let value = JSONValue.string(secret)
    return Story.whole + [
      Story.snapshot("2026-01-10T20:00:00Z", note: secret, title: secret, created: "2026-01-10T08:00:00Z"),
      Story.entry(
        "finding.assigned", "2026-01-10T10:00:00Z", id: secret + "1",
        ["owner": value, "team": value, "ticket": ["system": value, "key": value, "url": value]]),
      Story.entry(
        "remediation.decided", "2026-01-10T10:01:00Z", id: secret + "2",
        [
          "decision": "approve", "lane": "repair",
          "policy": ["id": value, "version": value, "digest": value],
          "checks": [["name": value, "expected": value, "actual": value, "passed": true]],
          "reason": ["code": value, "text": value],
        ]),
      Story.entry("approval.granted", "2026-01-10T10:02:00Z", id: secret + "3", ["by": value]),
      attempt("2026-01-10T10:30:00Z", id: secret + "4"),
      Story.entry(
        "remediation.rolled-back", "2026-01-10T10:40:00Z", id: secret + "5",
        ["attempt": value, "trigger": value, "outcome": "succeeded", "restored": ["x": value]]),
      Story.entry(
        "finding.triaged", "2026-01-10T10:41:00Z", id: secret + "6",
        ["verdict": "true-positive", "claimedBy": value, "reviewedBy": value, "reason": value]),
      Story.entry(
        "exception.granted", "2026-01-10T10:42:00Z", id: secret + "7",
        ["approver": value, "justification": value, "expires": "2026-01-10T10:43:00Z"]),
      Story.entry(
        "gate.evaluated", "2026-01-10T10:44:00Z", id: secret + "8",
        ["control": value, "address": value, "commit": value, "pullRequest": value, "result": "blocked"]),
      Story.entry(
        "delivery.dead-lettered", "2026-01-10T10:45:00Z", id: secret + "9",
        ["queue": value, "error": value, "attempts": 3]),
    ]
  }

  /// An attempt that failed for a secret reason, by the one who approved it.
  static func attempt(_ time: String, id: String) -> EvidenceRecord {
    let value = JSONValue.string(secret)
    return Story.entry(
      "remediation.attempted", time, id: id,
      [
        "attempt": value, "mode": "enforce", "phase": value, "outcome": "failed",
        "executor": ["kind": "automation", "id": value, "role": value, "session": value],
        "workflow": ["id": value, "version": value],
        "change": [
          "summary": value, "reference": ["pullRequest": value], "before": ["a": value],
          "after": .object([.init(secret, value)]),
        ], "reason": ["code": value, "text": value], "ended": .string(time),
      ])
  }

  static func withSecret(_ records: [EvidenceRecord]) -> Set<LeafHash> {
    Set(records.filter { String(decoding: $0.bytes, as: UTF8.self).contains(secret) }.map(\.leaf))
  }

  @Test("Not one of its texts is in any file of the package")
  func leaks() throws {
    let records = Self.story()
    let leaves = Self.withSecret(records)
    #expect(leaves.count == 10)
    let story = try PackagedStory([records])
    let open = try PackageFiles(zip: story.package().bytes)
    #expect(open.files.values.contains { String(decoding: $0, as: UTF8.self).contains(Self.secret) })
    let closed = try PackageFiles(zip: story.package(withholding: Withholding(leaves: leaves)).bytes)
    for (path, bytes) in closed.files {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(Self.secret), "\(path)")
    }
    #expect(closed.paths(below: BagNames.records).filter { $0.hasSuffix(".withheld") }.count == leaves.count)
  }

  @Test("Verdict, links, episodes and deadline are those of the package that has everything")
  func verdict() throws {
    for records in [
      Self.story(), Story.whole, Story.whole.dropLast(2) + [Story.rollback("2026-01-13T00:00:00Z")],
    ] {
      let open = try Story.proof(Array(records))
      for kind in Withholding.Kind.allCases {
        let closed = try Story.proof(Array(records), withholding: Withholding(kinds: [kind]))
        #expect(closed.verdict.word == open.verdict.word && closed.verdict.sentence == open.verdict.sentence)
        #expect(closed.verdict.links.map(\.answer) == open.verdict.links.map(\.answer))
        #expect(
          closed.verdict.notices.filter { $0.weight == .contradiction }.map(\.records)
            == open.verdict.notices.filter { $0.weight == .contradiction }.map(\.records))
        #expect(closed.episodes.map(\.closedAt) == open.episodes.map(\.closedAt))
        #expect(closed.episodes.map(\.claims) == open.episodes.map(\.claims))
        #expect(closed.episodes.map(\.sla) == open.episodes.map(\.sla))
        #expect(closed.records.map(\.leaf) == open.records.map(\.leaf))
        // What is told stands in the same chapters, so that nothing seems not to be recorded.
        for (episode, other) in zip(closed.episodes, open.episodes) {
          #expect(Set(episode.chapters.keys) == Set(other.chapters.keys))
        }
      }
    }
  }

  @Test("The page says at the top what is withheld, and links to nothing that is not there")
  func page() throws {
    let proof = try Story.proof(Story.whole, withholding: Withholding(kinds: [.ledger]))
    let withheld = proof.records.filter(\.isWithheld)
    #expect(withheld.count == 8 && withheld.allSatisfy { $0.kind == .ledger })
    let notice = try #require(proof.verdict.notices.first { $0.weight == .withheld })
    #expect(notice.records == withheld.map(\.number))
    let page = EvidencePage(proof, producer: "closeout test")
    #expect(
      page.verdict.notices.map(\.text).contains { $0.hasPrefix("Withheld: the bytes of these records") })
    #expect(page.records.filter(\.isWithheld).count == 8)
    let snapshots = try Story.proof(Story.whole, withholding: Withholding(kinds: [.snapshots]))
    #expect(snapshots.subject.title == Story.id && snapshots.subject.explanation == nil)
    #expect(snapshots.subject.violation?.resources == [Story.bucket])
    let statements = snapshots.episodes.flatMap(\.statements).filter { $0.summary.hasPrefix("Withheld.") }
    #expect(statements.map(\.summary).contains("Withheld. A snapshot, PASSED, workflow RESOLVED, ACTIVE"))
    #expect(statements.allSatisfy { $0.facts.isEmpty && $0.checks.isEmpty && $0.difference == nil })
  }

  @Test("A package with withheld records verifies, and says what it could not look at")
  func verification() throws {
    let story = try PackagedStory.whole()
    let package = try story.package(withholding: Withholding(kinds: [.ledger]))
    #expect(package.withheld == 8)
    var verifier = try PackageVerifier(keys: [story.signer.packageKey], producer: "closeout test")
    let report = verifier.verify(zip: package.bytes)
    #expect(report.isAccepted && !report.isComplete)
    #expect(report.checks.filter { $0.result != .passed }.map(\.name) == [.derivation, .page])
    #expect(
      report[.records]?.detail
        == "12 records, each with the leaf that is listed; "
        + "of 8 only the leaf is here: the bytes are withheld"
    )
    #expect(report[.inclusion]?.detail == "12 records each with a proof against the checkpoint")
    #expect(report[.derivation]?.detail.hasPrefix("8 of 12 records are withheld") == true)
  }

  @Test("Another leaf in the place of a withheld record, or its bytes beside it, is found")
  func forged() async throws {
    let story = try PackagedStory.whole()
    let package = try story.package(withholding: Withholding(kinds: [.ledger]))
    let bag = try await story.unpack(package, to: "withheld")
    var verifier = try PackageVerifier()
    #expect(verifier.verify(folder: bag)[.records]?.result == .passed)
    let file = bag.appending(path: "data/records/0002.withheld")
    let leaf = try Data(contentsOf: file)
    try Data(LeafHash(record: [1]).base64.utf8 + [0x0A]).write(to: file)
    #expect(verifier.verify(folder: bag)[.records]?.result == .failed)
    try leaf.write(to: file)
    try Data("{}".utf8).write(to: bag.appending(path: "data/records/0002.json"))
    #expect(verifier.verify(folder: bag)[.records]?.result == .failed)
  }

  @Test("Bytes that nobody reads are withheld with any kind")
  func unread() throws {
    let bytes = Array("{\"x\":1}".utf8)
    let unread = EvidenceRecord(bytes: bytes, leaf: LeafHash(record: bytes), source: .asff)
    let proof = try Story.proof(Story.whole + [unread], withholding: Withholding(kinds: [.history]))
    #expect(proof.records.filter(\.isWithheld).map(\.kind) == [.unread])
  }
}
