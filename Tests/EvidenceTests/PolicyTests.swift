@testable import Evidence
import Foundation
import Intake
import JSONKit
import Policy
import Remediation
import Store
import TestSupport
import Testing
import TransparencyLog

@Suite("A proof is judged by the policy in force when the episode opened")
struct PolicyTests {
  static let text = """
    closeout-policy: 1
    id: example
    version: "7"
    sla:
      - targets:
          - {severity: high, within: 30d}
      - effective: 2026-01-01
        targets:
          - {severity: high, within: 20d}
          - {severity: high, environment: production, within: 10d}
          - {severity: high, risk: exposed, within: 36h}
      - effective: 2026-01-11
        targets:
          - {severity: high, within: 1d}
    risk:
      exposed: {internet_reachable: true, score: 80}
    windows:
      held_for: 5d
    notes:
      - {contains: "not a problem", verdict: false-positive}
    frameworks:
      - name: ISO 27001:2022
        controls:
          S3.8: [A.8.3]

    """

  static func policy(_ text: String = text) throws -> EvidencePolicy {
    try EvidencePolicy(text: Array(text.utf8), name: "closeout.yaml")
  }

  let failing = Story.snapshot("2026-01-10T08:00:00Z")

  func score(_ value: Int, _ time: String, id: String = "risk") -> EvidenceRecord {
    Story.entry(
      "finding.risk-scored", time, id: id, ["score": .int(Int64(value)), "internetReachable": true])
  }

  @Test("The terms in force at the opening count, not those that came later")
  func terms() throws {
    let sla = try #require(try Story.proof([failing], policy: Self.policy()).current?.sla)
    #expect(sla.target == .days(20) && sla.tier == "default")
    #expect(sla.deadline == Instant("2026-01-30T08:00:00Z"))
    #expect(sla.sentence.contains("by the terms in force since 2026-01-01"))
  }

  @Test("An account's environment and the ledger's score choose the tier; a later score moves nothing")
  func tiers() throws {
    let production = Self.text + "accounts:\n  \"111122223333\": {environment: production, name: wages}\n"
    let proof = try Story.proof([failing], policy: Self.policy(production))
    #expect(proof.current?.sla.tier == "production" && proof.subject.accountName == "wages")
    let exposed = [failing, score(90, "2026-01-09T00:00:00Z"), score(1, "2026-01-12T00:00:00Z", id: "later")]
    #expect(try Story.proof(exposed, policy: Self.policy()).current?.sla.target == .hours(36))
    let late = [failing, score(90, "2026-01-12T00:00:00Z"), score(1, "2026-01-13T00:00:00Z", id: "later")]
    #expect(try Story.proof(late, policy: Self.policy()).current?.sla.tier == "exposed")
    let harmless = [
      failing, score(10, "2026-01-09T00:00:00Z"), score(90, "2026-01-12T00:00:00Z", id: "later"),
    ]
    #expect(try Story.proof(harmless, policy: Self.policy()).current?.sla.tier == "default")
  }

  @Test("Held, verdicts in notes, and requirements are the policy's")
  func rules() throws {
    let passed = Story.snapshot("2026-01-11T06:00:00Z", "PASSED")
    let again = Story.snapshot("2026-01-16T06:00:00Z", "PASSED")
    #expect(try Story.proof([failing, passed, again], policy: Self.policy()).verdict.word == .held)
    #expect(try Story.proof([failing, passed, again]).verdict.word == .verified)
    let noted = Story.snapshot(
      "2026-01-10T08:00:00Z", note: "This is NOT a problem.", processed: "2026-01-12T00:00:00Z")
    #expect(try Story.proof([failing, noted], policy: Self.policy()).current?.reason == .falsePositive)
    #expect(try Story.proof([failing, noted]).current?.reason == nil)
    #expect(
      try Story.proof([failing], policy: Self.policy()).subject.requirements == ["ISO 27001:2022 A.8.3"])
  }

  static func package(_ story: borrowing PackagedStory, _ policy: EvidencePolicy) throws -> EvidencePackage {
    let signer = story.signer
    return try story.store.read(asOf: Story.asOf) { snapshot in
      var packager = try EvidencePackager(policy: policy, producer: "closeout test", signer: signer)
      return try packager.package(findingID: FindingLookup.finding(id: Story.id, in: snapshot), in: snapshot)
    }
  }

  @Test("The package carries the policy, proves that the log has it, and is derived by it")
  func package() throws {
    let story = try PackagedStory.whole()
    let policy = try Self.policy()
    try story.store.append(LogEntry(.policy, body: policy.text ?? []))
    let package = try Self.package(story, policy)
    var verifier = try PackageVerifier(keys: [story.signer.packageKey])
    let report = verifier.verify(zip: package.bytes)
    #expect(report.isComplete, "\(report.checks.filter { $0.result != .passed })")
    #expect(report[.inclusion]?.detail.contains("and the policy") == true)
    #expect(try PackageFiles(zip: package.bytes)[BagNames.policy] == policy.text)
  }

  @Test(
    "Another policy in its place is refused, though signed anew", .needs(.unzip),
    arguments: [("within: 20d", "within: 99d"), ("held_for: 5d", "held_for: 500d")])
  func swapped(old: String, new: String) async throws {
    let story = try PackagedStory.whole()
    let bag = try await story.unpack(try Self.package(story, Self.policy()), to: "policy")
    let file = bag.appending(path: BagNames.policy)
    try Data(Self.text.replacing(old, with: new).utf8).write(to: file)
    try Tampering.rehash(bag)
    let signed = Array(try Data(contentsOf: bag.appending(path: BagNames.tagManifest)))
    try Data(story.signer.package.sign(signed)).write(to: bag.appending(path: BagNames.tagManifestSignature))
    var verifier = try PackageVerifier(keys: [story.signer.packageKey])
    let report = verifier.verify(folder: bag)
    #expect(report[.signature]?.result == .passed && report[.derivation]?.result == .failed)
  }

  @Test("With rules that read notes, the episodes of a whole estate are those of the store")
  func estate() throws {
    let folder = try TemporaryFolder()
    let store = try EstateTests.store(in: folder)
    let policy = try Self.policy(
      """
      closeout-policy: 1
      notes:
        - {contains: "the", verdict: benign}
        - {contains: "a", verdict: true-positive}

      """)
    try PolicyRules(policy.policy).apply(to: store)
    let asOf = Instant(milliseconds: EstateTests.until)
    try store.read(asOf: asOf) { snapshot in
      var source = try EvidenceSource(snapshot)
      var judged = 0
      for finding in try FindingLookup.all(in: snapshot) {
        let timeline = try source.timeline(of: finding, in: snapshot)
        let proof = try ProofOfFix(
          of: timeline.identity, records: timeline.records, policy: policy, asOf: asOf)
        let stored = try snapshot.rows(
          """
          SELECT e.* FROM finding f JOIN episode e ON e.violation_id = f.violation_id
          WHERE f.id = :finding ORDER BY e.number
          """, ["finding": .int(finding)])
        #expect(proof.episodes.map(\.closedAt) == stored.map { $0.instant("closed_at") })
        #expect(proof.episodes.map(\.reason?.rawValue) == stored.map { $0.int("reason").map { Int($0) } })
        judged += proof.episodes.count { $0.reason == .benign }
      }
      #expect(judged > 3)
    }
  }
}
