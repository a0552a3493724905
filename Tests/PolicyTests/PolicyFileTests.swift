import Demo
import Foundation
import Policy
import Remediation
import TestSupport
import Testing

@Suite("A policy file")
struct PolicyFileTests {
  static let whole = """
    closeout-policy: 1
    id: acme
    version: 7
    sla:
      - targets:
          - {severity: [critical, high], within: 15d}
      - effective: 2026-03-01
        objective: 0.9
        targets:
          - {severity: critical, within: 7d}
          - {severity: critical, environment: production, within: 48h}
          - {severity: critical, risk: exposed, within: 1d}
    risk:
      exposed: {internet_reachable: true, score: 80}
    accounts:
      "011122223333": {name: shop, team: storefront, environment: production, customer: retail}
    actions:
      default: escalate
      controls:
        S3.8: repair
        EC2.19: {default: drift-correct, production: escalate}
    windows:
      verified_within: 12h
      held_for: 2w
      review_within: 8h
      loop: {attempts: 5, within: 90s}
    notes:
      - {contains: "False Positive", verdict: false-positive}
      - {contains: accepted, verdict: benign}
    frameworks:
      - name: ISO 27001:2022
        controls: {S3.8: [A.8.3, A.5.15]}
    exposure: {critical: 20, low: 0}
    """

  static func read(_ text: String) throws -> Policy {
    try Policy(yaml: Array(text.utf8), file: "closeout.yaml")
  }

  @Test func `is read into values`() throws {
    let policy = try Self.read(Self.whole)
    #expect(policy.id == "acme" && policy.version == "7")
    #expect(policy.digest?.count == 64)
    #expect(policy.sla.terms.map(\.targets.count) == [2, 3])
    #expect(policy.sla.terms[1].effective == Instant("2026-03-01T00:00:00Z"))
    #expect(policy.sla.terms.map(\.objective) == [0.95, 0.9])
    #expect(policy.sla.risks == [RiskLevel(name: "exposed", score: 80, internetReachable: true)])
    #expect(
      policy.accounts == [
        "011122223333": PolicyAccount(
          name: "shop", team: "storefront", environment: "production", customer: "retail")
      ])
    #expect(policy.actions.lane(of: "S3.8", in: nil) == .repair)
    #expect(policy.actions.lane(of: "EC2.19", in: "production") == .escalate)
    #expect(policy.actions.lane(of: "EC2.19", in: "test") == .driftCorrect)
    #expect(policy.actions.lane(of: "IAM.1", in: "test") == .escalate)
    #expect(
      policy.windows
        == PolicyWindows(
          verifiedWithin: .hours(12), heldFor: .days(14), reviewWithin: .hours(8), loopAttempts: 5,
          loopWithin: TimeSpan(milliseconds: 90_000)))
    #expect(policy.noteRules.verdict(in: "this is a FALSE positive, accepted") == .falsePositive)
    #expect(policy.noteRules.verdict(in: "risk accepted") == .benign)
    #expect(policy.noteRules.verdict(in: "ticket raised") == nil)
    #expect(
      policy.frameworks == [Framework(name: "ISO 27001:2022", controls: ["S3.8": ["A.8.3", "A.5.15"]])])
    #expect(policy.exposureWeights == [.critical: 20, .low: 0])
  }

  @Test func `that says nothing but its format is the built-in policy under its own name`() throws {
    var policy = try Self.read("closeout-policy: 1\n")
    #expect(policy.id == "closeout.yaml")
    policy.id = Policy.builtIn.id
    policy.digest = nil
    #expect(policy == .builtIn)
  }

  @Test func `of the demo estate has no problem and lists its accounts and controls`() throws {
    let estate = DemoEstate(seed: 1, findings: 50, days: 60, until: 1_782_777_600_000)
    let file = try #require(estate.files().first { $0.name == "closeout.yaml" })
    let policy = try Policy(yaml: file.bytes, file: file.name)
    #expect(policy.accounts.count > 5 && policy.actions.controls.count > 10)
    #expect(policy.sla == .builtIn && policy.windows == PolicyWindows())
  }

  @Test func `names every problem with its line, its key and what to write`() throws {
    let text = """
      id: [a, b]
      sla:
        - objective: 95
          targets:
            - {severity: urgent, within: 15d}
            - {severity: critical, within: soon}
            - {severity: critical, within: 15d}
            - {severity: critical, within: 20d}
            - {severity: high, risk: exposed, within: 1d}
            - {severity: low}
        - targets: []
        - effective: 2026-02-30
          targets: []
        - effective: 2026-01-01
          targets: []
        - effective: 2025-01-01
          targets: []
      risk:
        empty: {}
      account: {}
      accounts:
        111: {name: short, owner: nobody}
      actions: {default: fix, controls: {S3.8: {production: repair, test: nothing}}}
      windows: {verified_within: 30d, held_for: 1d, loop: {attempts: 0}}
      notes:
        - {contains: "", verdict: false-positive}
        - {contains: x, verdict: maybe}
      frameworks:
        - {name: A}
        - {name: B, controls: {}}
        - {name: B, controls: {}}
      exposure: {critical: -1, unknown: 2}
      """
    let error = #expect(throws: PolicyError.self) { try Self.read(text) }
    let problems = try #require(error?.problems)
    #expect(problems.map { $0.line ?? 0 } == problems.map { $0.line ?? 0 }.sorted())
    #expect(problems.allSatisfy { $0.file == "closeout.yaml" && !$0.hint.isEmpty && $0.line != nil })
    try GoldenFile("problems.txt").check(problems.map { "\($0.headline)\n  \($0.hint)\n" }.joined())
  }

  @Test(
    arguments: [
      ("", PolicyProblem.Code.missing), ("- a\n", .badValue), ("a: b: c\n", .syntax),
      ("closeout-policy: 1\nid: a\nid: b\n", .conflict), ("closeout-policy: 2\n", .badValue),
      ("closeout-policy: 1\n\tid: a\n", .syntax),
    ])
  func `that is no policy is refused`(text: String, code: PolicyProblem.Code) {
    let error = #expect(throws: PolicyError.self) { try Self.read(text) }
    #expect(error?.problems.map(\.code) == [code])
  }

  @Test func `that cannot be read, or is not UTF-8, says so`() {
    let missing = #expect(throws: PolicyError.self) { try Policy(contentsOf: "/nowhere/closeout.yaml") }
    #expect(missing?.problems.map(\.code) == [.unreadable])
    let latin = #expect(throws: PolicyError.self) { try Policy(yaml: [0x69, 0x64, 0x3A, 0xE9], file: "x") }
    #expect(latin?.problems.map(\.code) == [.unreadable])
  }
}
