import Evidence
import Ingest
import JSONKit
import Remediation
import Testing

@Suite("The verdict says what the records support, and no more")
struct VerdictTests {
  func answers(_ proof: ProofOfFix) -> [ProofVerdict.Answer] { proof.verdict.links.map(\.answer) }

  @Test("A fix that was seen PASSED thirty days after its close is held")
  func held() throws {
    let proof = try Story.proof(Story.whole)
    #expect(proof.verdict.word == .held)
    #expect(answers(proof) == [.yes, .yes, .yes, .yes])
    #expect(
      proof.verdict.sentence
        == "No recurrence observed from 2026-01-11 06:00:00 UTC to 2026-02-20 06:00:00 UTC (2 evaluations).")
    #expect(proof.verdict.firstMissing == nil)
    #expect(proof.verdict.notices.isEmpty)
  }

  @Test("Silence is not held: one day before the thirtieth it is verified")
  func silence() throws {
    let early =
      Story.whole.dropLast() + [Story.snapshot("2026-02-10T05:59:59Z", "PASSED", workflow: "RESOLVED")]
    let proof = try Story.proof(Array(early))
    #expect(proof.verdict.word == .verified)
    #expect(proof.verdict.sentence == "Scanner reported PASSED at 2026-01-11 06:00:00 UTC.")
    #expect(proof.verdict.firstMissing?.name == .held)
    let onTheDay =
      Story.whole.dropLast() + [Story.snapshot("2026-02-10T06:00:00Z", "PASSED", workflow: "RESOLVED")]
    #expect(try Story.proof(Array(onTheDay)).verdict.word == .held)
  }

  @Test("A human fix has no recorded execution, and stays verified")
  func human() throws {
    let proof = try Story.proof([
      Story.snapshot("2026-01-10T08:00:00Z"), Story.snapshot("2026-01-12T08:00:00Z", "PASSED"),
    ])
    #expect(proof.verdict.word == .verified)
    #expect(answers(proof) == [.notRecorded, .notRecorded, .yes, .notRecorded])
  }

  @Test("A claim without an evaluation after it is claimed, with an enforced success executed")
  func claimed() throws {
    let failing = Story.snapshot("2026-01-10T08:00:00Z")
    let resolved = Story.snapshot(
      "2026-01-10T08:00:00Z", workflow: "RESOLVED", note: "done", processed: "2026-01-10T12:00:00Z")
    let claimed = try Story.proof([failing, resolved])
    #expect(claimed.verdict.word == .claimed)
    #expect(claimed.verdict[.verified] == .notRecorded)
    #expect(claimed.verdict.links[2].reason.contains("last seen FAILED at 2026-01-10 08:00:00 UTC"))
    let executed = try Story.proof([failing, Story.attempt("2026-01-10T11:30:00Z")])
    #expect(executed.verdict.word == .executed)
    #expect(executed.verdict[.executed] == .yes)
    let dryRun = try Story.proof([failing, Story.attempt("2026-01-10T11:30:00Z", mode: "dry-run")])
    #expect(dryRun.verdict.word == .open)
    #expect(dryRun.verdict[.executed] == .no)
  }

  @Test("A claim that the scanner contradicts is said first, also when it is fixed later")
  func contradicted() throws {
    let records = [
      Story.snapshot("2026-01-10T08:00:00Z"), Story.attempt("2026-01-10T11:30:00Z"),
      Story.snapshot("2026-01-11T08:00:00Z"),
    ]
    let open = try Story.proof(records)
    #expect(open.verdict.word == .contradicted)
    #expect(open.verdict[.verified] == .no)
    #expect(
      open.verdict.links[2].reason
        == "The scanner never confirmed the fix: last seen FAILED at 2026-01-11 08:00:00 UTC.")
    #expect(open.verdict.notices.first?.text.hasPrefix("Contradicted: ") == true)
    #expect(open.verdict.notices.first?.records.map(\.value) == [2, 3])
    let later = try Story.proof(records + [Story.snapshot("2026-01-12T08:00:00Z", "PASSED")])
    #expect(later.verdict.word == .verified)
    #expect(later.verdict.notices.first?.weight == .contradiction)
  }

  @Test("A violation that fails again is regressed, and its links are those of the fix that did not hold")
  func regressed() throws {
    let proof = try Story.proof(Story.whole + [Story.snapshot("2026-03-01T06:00:00Z")])
    #expect(proof.verdict.word == .regressed)
    #expect(answers(proof) == [.yes, .yes, .yes, .no])
    #expect(proof.episodes.count == 2)
    #expect(proof.current?.openedAt == Instant("2026-03-01T06:00:00Z"))
  }

  @Test("A rollback after the close, and one of an open claim, are rolled back")
  func rolledBack() throws {
    #expect(
      try Story.proof(Story.whole + [Story.rollback("2026-02-21T00:00:00Z")]).verdict.word == .rolledBack)
    let open = [Story.snapshot("2026-01-10T08:00:00Z"), Story.attempt("2026-01-10T11:30:00Z")]
    #expect(try Story.proof(open + [Story.rollback("2026-01-10T12:00:00Z")]).verdict.word == .rolledBack)
  }

  @Test("Suppressed, archived and never failing are no fixes")
  func noFix() throws {
    let failing = Story.snapshot("2026-01-10T08:00:00Z")
    let suppressed = try Story.proof(
      [
        failing,
        Story.snapshot("2026-01-10T08:00:00Z", workflow: "SUPPRESSED", processed: "2026-01-12T00:00:00Z"),
      ])
    #expect(suppressed.verdict.word == .notAFix)
    #expect(suppressed.verdict[.verified] == .no)
    #expect(suppressed.current?.sla.word == .leftOut)
    let archived = try Story.proof([failing, Story.snapshot("2026-01-12T00:00:00Z", state: "ARCHIVED")])
    #expect(archived.verdict.word == .notAFix)
    #expect(
      try Story.proof([Story.snapshot("2026-01-10T08:00:00Z", "PASSED")]).verdict.word == .indeterminate)
  }

  @Test("Who approves is not to be the one who carries it out")
  func selfApproval() throws {
    let proof = try Story.proof([
      Story.snapshot("2026-01-10T08:00:00Z"),
      Story.entry("approval.granted", "2026-01-10T09:00:00Z", id: "granted", ["by": "mallory"]),
      Story.attempt("2026-01-10T11:30:00Z", executor: "mallory"),
    ])
    #expect(proof.verdict.notices.map(\.text) == ["Approved by the one who carried it out: mallory."])
  }

  @Test("No word of the product says fixed, proved or compliant")
  func words() throws {
    for records in [Story.whole, Array(Story.whole.prefix(1)), Array(Story.whole.prefix(8))] {
      let proof = try Story.proof(records)
      let texts =
        [proof.verdict.sentence] + proof.verdict.links.map(\.reason) + proof.verdict.notices.map(\.text)
      for text in texts {
        #expect(text.firstMatch(of: /(?i)\b(fixed|proved|proven|compliant)\b/) == nil, "\(text)")
      }
    }
  }
}
