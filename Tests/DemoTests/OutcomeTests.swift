import Foundation
import Testing

@testable import Demo

@Suite struct OutcomeTests {
  @Test("every promised outcome occurs, in a large estate and in a small one", arguments: [2000, 60])
  func everyOutcome(findings: Int) {
    let estate = findings == 2000 ? Sample.estate : DemoEstate(seed: 3, findings: 60, until: Sample.until)
    let truth = estate.truth
    for reason in DemoEpisode.Reason.allCases { #expect((truth.closed[reason] ?? 0) > 0, "\(reason)") }
    #expect(truth.open > 0 && truth.claimed > 0 && truth.reopened > 0)
    #expect(truth.automation.proven > 0 && truth.automation.contradicted > 0)
    #expect(truth.automation.noOps > 0 && !truth.automation.notRun.isEmpty)
    #expect(truth.rollbacks > 0 && truth.failedRollbacks > 0 && truth.loops > 0)
    #expect(truth.verdicts.keys.sorted() == ["benign", "false-positive", "true-positive"])
    #expect(truth.service.met > 0 && truth.service.overdue > 0 && truth.timeDefects == 1)
    let overdue = truth.spans.joined().filter { $0.closed == nil && ($0.deadline ?? .max) < Sample.until }
    #expect(overdue.contains { $0.severity == "CRITICAL" })
    let events = Set(Reader(estate.files()).ledger.compactMap { $0["type"] as? String })
    for type in ["finding.escalated", "exception.revoked", "approval.granted", "finding.assigned"] {
      #expect(events.contains("closeout." + type))
    }
  }

  @Test("consolidation leaves some findings with a successor and some without")
  func consolidation() {
    var succeeded = 0
    var alone = 0
    for (key, spans) in Sample.recount.violations where key.contains(EstatePlan.switchingRegion) {
      if spans.contains(where: { $0.reason == "superseded" }) { alone += 1 } else { succeeded += 1 }
    }
    #expect(alone > 0 && succeeded > 0)
    let standards = Sample.reader.findings.filter {
      ($0.record["Id"] as? String ?? "").contains(":subscription/")
    }
    #expect(!standards.isEmpty)
  }

  @Test("one control comes back far more often than most")
  func concentration() throws {
    let truth = Sample.estate.truth.recurrenceByControl
    let often = try #require(truth["S3.8"])
    let seldom = try #require(truth["S3.9"])
    #expect(often.recurred90 * max(1, seldom.followed90) > 3 * seldom.recurred90 * often.followed90)
    #expect(often.recurred90 > 5)
  }

  @Test("repairs get faster, by the month in which they ended")
  func trend() {
    let start = Sample.until - 180 * CivilTime.day
    func mean(_ from: Int64, _ to: Int64) -> Double {
      let spans = Sample.estate.truth.spans.joined().filter {
        $0.reason == .verified && !$0.hasTimeDefect && ($0.closed ?? 0) >= start + from * CivilTime.day
          && ($0.closed ?? 0) < start + to * CivilTime.day
      }
      return spans.reduce(0.0) { $0 + Double(($1.closed ?? 0) - $1.opened) } / Double(max(1, spans.count))
    }
    #expect(mean(120, 180) < mean(0, 60) * 0.7)
  }

  @Test("the incident week and the weekends show in what was found")
  func rhythm() {
    let start = Sample.until - 180 * CivilTime.day
    let opened = Sample.estate.truth.spans.compactMap(\.first).map(\.opened).filter {
      $0 >= start + 3 * CivilTime.day
    }
    let incident = opened.filter { $0 >= start + 72 * CivilTime.day && $0 < start + 79 * CivilTime.day }.count
    let before = opened.filter { $0 >= start + 65 * CivilTime.day && $0 < start + 72 * CivilTime.day }.count
    #expect(incident > 2 * before)
    let weekend = opened.filter { CivilTime.weekday($0) > 4 }.count
    #expect(weekend * 5 < opened.count)
  }

  @Test("people's changes never move the scanner's own time")
  func peopleDoNotMoveUpdatedAt() {
    var updated: [String: Int64] = [:]
    var moved = 0
    var changes = 0
    let ordered = Sample.reader.findings.map {
      (at: instant($0.record["ProcessedAt"]) ?? 0, record: $0.record)
    }
    for (_, record) in ordered.sorted(by: { $0.at < $1.at }) where record["ProcessedAt"] != nil {
      guard let id = record["Id"] as? String, let at = instant(record["UpdatedAt"]) else { continue }
      let note = instant((record["Note"] as? Reader.Object)?["UpdatedAt"]) ?? 0
      if let processed = instant(record["ProcessedAt"]), note > at, processed - note < 1000 {
        changes += 1
        if updated[id] != at { moved += 1 }
      }
      updated[id] = at
    }
    #expect(changes > 500)
    #expect(moved == 0)
  }

  @Test("the forged result names a violation that is still open")
  func forged() throws {
    let forged = try #require(
      Sample.reader.findings.first {
        ($0.record["ProductArn"] as? String ?? "").hasSuffix("/default")
      })
    let resource = try #require((forged.record["Resources"] as? [Reader.Object])?.first?["Id"] as? String)
    let spans = try #require(Sample.recount.violations.first { $0.key.hasSuffix("|EC2.19|" + resource) })
    #expect(spans.value.last?.closed == nil)
  }

  @Test("an attacker's words arrive as they were written")
  func hostile() throws {
    let found = try #require(Sample.reader.findings.first { $0.record["Title"] as? String == Hostile.title })
    #expect(found.record["Description"] as? String == Hostile.description)
    let tags = try #require(
      (found.record["Resources"] as? [Reader.Object])?.first?["Tags"] as? [String: String])
    for (name, value) in Hostile.tags {
      guard case .text(let text) = value else { continue }
      #expect(tags[name] == text)
    }
  }
}
