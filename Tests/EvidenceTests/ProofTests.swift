@testable import Evidence
import Ingest
import JSONKit
import Policy
import Remediation
import Reports
import TestSupport
import Testing
import TransparencyLog
import XMLKit

@Suite("A proof is a function of the set of records")
struct ProofTests {
  @Test("Page and XML are the same bytes in whatever order the records come", arguments: 1...8)
  func order(seed: UInt64) throws {
    let first = try Story.proof(Story.whole)
    var generator = SeededGenerator(seed: seed)
    let again = try Story.proof(Story.whole.shuffled(using: &generator))
    #expect(again == first)
    #expect(EvidenceXML.write(again, producer: "x") == EvidenceXML.write(first, producer: "x"))
    #expect(
      Reports.evidencePage(page: EvidencePage(again, producer: "x"))
        == Reports.evidencePage(page: EvidencePage(first, producer: "x")))
  }

  @Test("Records after as-of are as if they had never come")
  func asOf() throws {
    let asOf = try #require(Instant("2026-01-15T00:00:00Z"))
    let early = Story.whole.filter { record in
      !String(decoding: record.bytes, as: UTF8.self).contains("2026-01-20T06")
        && !String(decoding: record.bytes, as: UTF8.self).contains("2026-02-20T06")
    }
    #expect(early.count == Story.whole.count - 2)
    #expect(try Story.proof(Story.whole, asOf: asOf) == Story.proof(early, asOf: asOf))
  }

  @Test("Every chapter of the whole story is told, and every statement cites records that are listed")
  func citations() throws {
    let proof = try Story.proof(Story.whole)
    let episode = try #require(proof.current)
    let told: [Chapter] = [
      .detection, .assignment, .decision, .approval, .action, .result, .verification, .afterwards,
    ]
    #expect(Set(episode.chapters.keys) == Set(told))
    let numbers = Set(proof.records.map(\.number))
    for statement in episode.statements {
      #expect(!statement.records.isEmpty && statement.records.allSatisfy(numbers.contains))
    }
    #expect(Set(episode.statements.flatMap(\.records)) == numbers)
    #expect(proof.records.map(\.leaf) == Story.whole.map(\.leaf))
  }

  @Test("The XML of the whole story is the one that was reviewed, and valid")
  func golden() throws {
    let xml = EvidenceXML.write(try Story.proof(Story.whole), producer: "closeout golden")
    let validator = try XMLSchemaValidator(parsing: Array(Reports.Evidence.evidence1.utf8))
    #expect(try validator.problems(in: xml).isEmpty)
    try GoldenFile("whole-story.xml").check(xml)
  }

  @Test(
    "An approval and a change of the same violation by control and resource are told; others are left out")
  func subjects() throws {
    let byResource = Story.entry(
      "exception.granted", "2026-01-10T10:00:00Z", id: "exception", subject: nil,
      [
        "control": "S3.8", "resource": .string(Story.bucket), "approver": "ada",
        "expires": "2026-01-20T10:00:00Z",
      ])
    let elsewhere = Story.entry(
      "exception.granted", "2026-01-10T10:00:00Z", id: "elsewhere", subject: nil,
      ["control": "S3.8", "resource": "arn:aws:s3:::other", "approver": "ada"])
    let proof = try Story.proof([Story.snapshot("2026-01-10T08:00:00Z"), byResource, elsewhere])
    #expect(proof.records.map(\.leaf) == [Story.snapshot("2026-01-10T08:00:00Z").leaf, byResource.leaf])
    #expect(proof.current?.sla.deadline == Instant("2026-02-19T08:00:00Z"))
  }

  @Test(
    "Of two lines of one event the one with the smaller hash counts, and the other is shown as conflicting")
  func conflicts() throws {
    let lines = [
      Story.entry("finding.assigned", "2026-01-10T09:00:00Z", id: "same", ["owner": "ada"]),
      Story.entry("finding.assigned", "2026-01-10T09:00:00Z", id: "same", ["owner": "eve"]),
    ].sorted { $0.leaf < $1.leaf }
    let proof = try Story.proof([Story.snapshot("2026-01-10T08:00:00Z")] + lines)
    #expect(proof.records.first { $0.leaf == lines[0].leaf }?.kind == .ledger)
    #expect(proof.records.first { $0.leaf == lines[1].leaf }?.kind == .conflicting)
    #expect(proof.current?.chapters[.assignment]?.count == 1)
    #expect(proof.verdict.notices.count == 1)
  }

  @Test("Bytes that no reader understands are listed, and nothing is concluded from them")
  func unread() throws {
    let bytes = Array("{\"what\": 1}".utf8)
    let odd = EvidenceRecord(bytes: bytes, leaf: LeafHash(record: bytes), source: .cloudEvents)
    let proof = try Story.proof([Story.snapshot("2026-01-10T08:00:00Z"), odd])
    #expect(proof.records.last?.kind == .unread)
    #expect(proof.verdict.notices.first?.weight == .doubt)
  }

  @Test("A text of megabytes is shown by its beginning and does not break the XML")
  func longText() throws {
    let long = String(repeating: "x", count: 11 << 20)
    let proof = try Story.proof([Story.snapshot("2026-01-10T08:00:00Z", note: long)])
    let xml = EvidenceXML.write(proof, producer: "x")
    #expect(xml.count < 100_000)
    #expect(String(decoding: xml, as: UTF8.self).contains("more characters in the record]"))
    _ = try XMLDocument(parsing: xml)
  }

  @Test("The differences of two states are told by pointer; lists of plain values as what left and what came")
  func difference() throws {
    let statement = try #require(try Story.proof(Story.whole).current?.chapters[.action]?.last)
    let difference = try #require(statement.difference)
    #expect(difference.lines.map(\.path) == ["/BlockPublicAcls", "/Tags", "/Tags"])
    #expect(difference.lines.map(\.before) == ["false", "a", nil])
    #expect(difference.lines.map(\.after) == ["true", nil, "c"])
    #expect(difference.unchanged == 1)
    let nested = try #require(
      StructuredDiff(before: #"{"a/b":{"c":[{"d":1}]}}"#, after: #"{"a/b":{"c":[{"d":2},3]}}"#))
    #expect(nested.lines.map(\.path) == ["/a~1b/c/0/d", "/a~1b/c/1"])
    #expect(StructuredDiff(before: nil, after: nil) == nil)
    #expect(StructuredDiff(before: "open", after: "closed")?.lines.map(\.path) == [""])
  }
}

@Suite("Deadlines")
struct DeadlineTests {
  let failing = Story.snapshot("2026-01-10T08:00:00Z")

  @Test(
    "Met, missed, running, and no target",
    arguments: [
      ("2026-02-09T08:00:00Z", SLAStanding.Word.met), ("2026-02-09T08:00:01Z", .missed),
    ])
  func closed(passed: String, word: SLAStanding.Word) throws {
    let proof = try Story.proof([failing, Story.snapshot(passed, "PASSED")])
    #expect(proof.current?.sla.word == word)
    #expect(proof.current?.sla.deadline == Instant("2026-02-09T08:00:00Z"))
  }

  @Test("An open one runs until its deadline and is missed from then on")
  func open() throws {
    let before = try #require(Instant("2026-02-09T08:00:00Z"))
    #expect(try Story.proof([failing], asOf: before).current?.sla.word == .running)
    let after = before.advanced(byMilliseconds: 1)
    #expect(try Story.proof([failing], asOf: after).current?.sla.word == .missed)
    let policy = EvidencePolicy(Policy(sla: SLASchedule(terms: [SLATerms(targets: [])])))
    #expect(try Story.proof([failing], policy: policy).current?.sla.word == .noTarget)
  }

  @Test("An exception moves the deadline by its own span, a revoked one by what was left of it")
  func exceptions() throws {
    let granted = Story.entry(
      "exception.granted", "2026-01-15T00:00:00Z", id: "granted",
      ["approver": "ada", "justification": "migration", "expires": "2026-01-25T00:00:00Z"])
    let revoked = Story.entry(
      "exception.revoked", "2026-01-18T00:00:00Z", id: "revoked",
      ["approver": "ada", "justification": "over"])
    #expect(try Story.proof([failing, granted]).current?.sla.deadline == Instant("2026-02-19T08:00:00Z"))
    #expect(
      try Story.proof([failing, granted, revoked]).current?.sla.deadline == Instant("2026-02-12T08:00:00Z"))
    let late = Story.entry(
      "exception.granted", "2026-03-01T00:00:00Z", id: "late",
      ["approver": "ada", "expires": "2026-04-01T00:00:00Z"])
    #expect(try Story.proof([failing, late]).current?.sla.word == .missed)
  }
}
