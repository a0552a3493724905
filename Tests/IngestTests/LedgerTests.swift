import Crypto
import Foundation
import Ingest
import JSONKit
import Remediation
import TestSupport
import Testing

@Suite("The open ledger")
struct LedgerTests {
  static let attempt: JSONValue = [
    "attempt": "run-1", "mode": "enforce", "executor": ["kind": "automation", "id": "asr"],
    "workflow": ["id": "block-public-access", "version": "1.4.0"], "started": "2026-01-03T10:15:00Z",
    "ended": "2026-01-03T10:15:30Z", "outcome": "succeeded", "reason": ["code": "done", "text": "all good"],
  ]

  @Test("An attempt becomes an entry with every field in its place")
  func attempted() throws {
    let text = Fixture.event("remediation.attempted", Self.attempt)
    let reading = try Reading(text)
    #expect(reading.records.map(\.source) == [.cloudEvents])
    #expect(reading.texts == [text])
    let entry = try #require(reading.entries.first)
    #expect(entry.source == "urn:example:pipeline" && entry.id == "e-1" && entry.type == .attempted)
    #expect(entry.time == Instant("2026-01-03T10:15:30Z"))
    #expect(entry.subject == .finding(id: Fixture.findingID, productArn: nil))
    #expect(entry.correlation == "case-17")
    #expect(entry.actor == "asr")
    #expect(entry.outcome == .succeeded)
    #expect(entry.reason == "done")
    #expect(entry.chain == nil)
    var facts = AttemptFacts(attempt: "run-1")
    facts.mode = .enforce
    facts.executor = .automation
    facts.workflow = "block-public-access"
    facts.workflowVersion = "1.4.0"
    facts.started = Instant("2026-01-03T10:15:00Z")
    facts.ended = Instant("2026-01-03T10:15:30Z")
    #expect(entry.attempt == facts)
  }

  static let others: [(String, JSONValue, @Sendable (LedgerEntry) -> Bool)] = [
    (
      "remediation.decided", ["lane": "repair", "decision": "auto", "reason": "ok"],
      { $0.lane == "repair" && $0.decision == "auto" && $0.reason == "ok" }
    ),
    (
      "remediation.verified", ["attempt": "a", "result": "failed", "by": "scanner"],
      { $0.outcome == .failed && $0.attempt?.attempt == "a" && $0.actor == "scanner" }
    ),
    (
      "remediation.rolled-back", ["attempt": "a", "trigger": "alarm", "outcome": "succeeded"],
      { $0.outcome == .succeeded && $0.trigger == "alarm" && $0.attempt?.attempt == "a" }
    ),
    (
      "finding.assigned",
      ["owner": "ann", "team": "web", "ticket": ["key": "SEC-1"], "due": "2026-02-01T00:00:00Z"],
      {
        $0.actor == "ann" && $0.team == "web" && $0.ticket == "SEC-1"
          && $0.due == Instant("2026-02-01T00:00:00Z")
      }
    ),
    (
      "finding.triaged", ["verdict": "benign", "claimedBy": "ann", "reviewedBy": "bob"],
      { $0.verdict == .benign && $0.actor == "ann" && $0.reviewedBy == "bob" }
    ),
    ("finding.risk-scored", ["score": 9.5, "internetReachable": true], { $0.type == .riskScored }),
    ("finding.escalated", ["to": "ciso", "reason": "late"], { $0.actor == "ciso" && $0.reason == "late" }),
    ("notification.sent", ["to": "#sec"], { $0.actor == "#sec" }),
    (
      "exception.granted", ["approver": "bob", "expires": "2026-06-01T00:00:00Z"],
      { $0.actor == "bob" && $0.expires == Instant("2026-06-01T00:00:00Z") }
    ),
    ("exception.revoked", [:], { $0.type == .exceptionRevoked }),
    ("approval.requested", ["by": "ann"], { $0.actor == "ann" }),
    ("approval.granted", ["by": "bob"], { $0.type == .approvalGranted && $0.actor == "bob" }),
    ("approval.denied", ["by": "bob"], { $0.type == .approvalDenied }),
    (
      "gate.evaluated",
      [
        "control": "s3.8", "address": "aws_s3_bucket.a", "result": "waived",
        "waiverExpires": "2026-06-01T00:00:00Z",
      ],
      { $0.gateResult == "waived" && $0.expires == Instant("2026-06-01T00:00:00Z") }
    ),
    ("delivery.dead-lettered", ["queue": "q", "attempts": 3, "error": "boom"], { $0.reason == "boom" }),
    ("delivery.replayed", [:], { $0.type == .replayed }),
    ("delivery.rejected", ["error": "no"], { $0.reason == "no" }),
  ]

  @Test("Every other type of event is read", arguments: others.indices)
  func otherTypes(index: Int) throws {
    let (type, data, holds) = Self.others[index]
    let entry = try Reading.entry(Fixture.event(type, data))
    #expect("closeout." + entry.type.name == "closeout." + type)
    #expect(holds(entry), "\(entry)")
  }

  @Test("An event is about a finding, a resource or nothing")
  func subjects() throws {
    let none: JSONValue? = nil
    let verified: JSONValue = ["result": "passed"]
    func subject(_ data: JSONValue, _ changes: [String: JSONValue?]) throws -> LedgerSubject {
      try Reading.entry(Fixture.event("remediation.verified", data, changes)).subject
    }
    #expect(
      try subject(verified.setting(["productArn"], to: "p"), ["/subject": "f"])
        == .finding(id: "f", productArn: "p"))
    let both = verified.setting(["control"], to: "iam.9").setting(["resource"], to: "r")
    #expect(try subject(both, ["/subject": none]) == .resource(control: "IAM.9", resource: "r"))
    #expect(try subject(both, ["/subject": ""]) == .resource(control: "IAM.9", resource: "r"))
    #expect(try subject(verified.setting(["control"], to: "IAM.9"), ["/subject": none]) == LedgerSubject.none)
    let gate = Fixture.event(
      "gate.evaluated", ["control": "S3.8", "address": "a.b", "result": "blocked"], ["/subject": none])
    #expect(try Reading.entry(gate).subject == .resource(control: "S3.8", resource: "a.b"))
  }

  static let refused: [([String: JSONValue?], String, RejectReason)] = [
    (["/id": JSONValue?.none], "/id", .missingField), (["/id": 7], "/id", .badType),
    (["/source": ""], "/source", .missingField),
    (["/time": JSONValue?.none], "/time", .missingField),
    (["/time": "2026-01-03T10:15:30"], "/time", .badTimestamp),
    (["/type": "closeout.remediation.guessed"], "/type", .badValue),
    (["/type": "com.example.other"], "/type", .unsupportedSource),
    (["/type": JSONValue?.none], "/type", .missingField),
    (["/specversion": "0.3"], "/specversion", .badValue),
    (["/data": "text"], "/data", .badType),
    (["/data/attempt": JSONValue?.none], "/data/attempt", .missingField),
    (["/data/attempt": 12], "/data/attempt", .badType), (["/data/mode": "really"], "/data/mode", .badValue),
    (["/data/outcome": "SUCCESS"], "/data/outcome", .badValue),
    (["/data/executor/kind": "robot"], "/data/executor/kind", .badValue),
    (["/data/ended": "late"], "/data/ended", .badTimestamp), (["/subject": ["a"]], "/subject", .badType),
    (["/hash": "12"], "/hash", .badValue), (["/sequence": 1.5], "/sequence", .badType),
  ]

  @Test("What breaks the format is refused with its place", arguments: refused.indices)
  func refusal(index: Int) throws {
    let (changes, path, reason) = Self.refused[index]
    let refusal = try Reading.refusal(Fixture.event("remediation.attempted", Self.attempt, changes))
    #expect(refusal.reason == reason)
    #expect(refusal.path == path)
  }

  @Test(
    "Words that a type needs are required",
    arguments: [
      ("remediation.decided", "/data/decision"), ("remediation.verified", "/data/result"),
      ("remediation.rolled-back", "/data/outcome"), ("finding.triaged", "/data/verdict"),
      ("gate.evaluated", "/data/result"),
    ])
  func requiredWords(type: String, path: String) throws {
    let refusal = try Reading.refusal(Fixture.event(type, [:]))
    #expect(refusal.reason == .missingField)
    #expect(refusal.path == path)
  }

  /// An entry with the hash of its own bytes.
  static func chained(_ number: Int, previous: String?) -> (text: String, hash: String) {
    var changes: [String: JSONValue?] = ["/id": .string("e-\(number)"), "/sequence": .string("\(number)")]
    if let previous { changes["/prevhash"] = .string(previous) }
    let text = Fixture.event("remediation.attempted", attempt, changes)
    let hash = SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
    return (text.dropLast() + ",\"hash\":\"\(hash)\"}", hash)
  }

  @Test("A chain is followed, and a changed entry shows")
  func chain() throws {
    let first = Self.chained(1, previous: nil)
    let second = Self.chained(2, previous: first.hash)
    let entries = try Reading(first.text + "\n" + second.text).entries
    #expect(entries.map { $0.chain?.sequence } == [1, 2])
    #expect(entries.map { $0.chain?.hash } == [first.hash, second.hash])
    #expect(entries.map { $0.chain?.previousHash } == [nil, first.hash])
    #expect(entries.allSatisfy { $0.chain?.isIntact == true })
    // With blanks behind the value and around the entry it is still the same entry.
    let spaced = " " + first.text.dropLast() + " }\n"
    #expect(try Reading.entry(spaced).chain?.isIntact == true)
    for changed in [
      first.text.replacing("run-1", with: "run-2"), first.text.dropLast() + ",\"more\":1}",
      first.text.replacing(",\"hash\"", with: ", \"hash\""),
    ] { #expect(try Reading.entry(changed).chain?.isIntact == false, "\(changed)") }
  }

  @Test("The published schema names the types and words that the reader knows")
  func schema() throws {
    let url = Repository.root.appending(path: "docs/cloudevents-ledger.schema.json")
    let schema = try JSONValue.parse(Array(try Data(contentsOf: url)))
    let types = schema["properties"]?["type"]?["enum"]?.array?.compactMap(\.string) ?? []
    #expect(Set(types) == Set(LedgerEntryType.allCases.map { "closeout." + $0.name }))
    for (type, member, words) in [
      ("remediation.attempted", "outcome", AttemptOutcome.allCases.map(\.name)),
      ("remediation.attempted", "mode", ["dry-run", "enforce"]),
      ("remediation.decided", "decision", ["auto", "approve", "review", "skip"]),
      ("finding.triaged", "verdict", ["true-positive", "false-positive", "benign"]),
    ] {
      let allowed = schema["$defs"]?[type]?["properties"]?[member]?["enum"]?.array?.compactMap(\.string)
      #expect(allowed == words)
    }
  }

  @Test("The examples of the documentation are read, and its attempt is what the text says")
  func documentation() throws {
    let url = Repository.root.appending(path: "docs/ledger-format.md")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let examples = text.split(separator: "\n").filter { $0.hasPrefix("{\"specversion\"") }
    #expect(examples.count == 3)
    let reading = try Reading(examples.joined(separator: "\n"))
    #expect(reading.rejected.isEmpty, "\(reading.rejected)")
    #expect(reading.entries.map(\.type) == [.attempted, .decided, .rolledBack])
    #expect(reading.entries.first?.outcome == .succeeded)
  }
}
