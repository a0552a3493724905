import Foundation
import Testing

@testable import Demo

/// One estate for all tests: it takes a moment to live two thousand stories.
enum Sample {
  static let until: Int64 = 1_751_241_600_000  // 2025-06-30T00:00:00Z
  static let estate = DemoEstate(seed: 7, until: until)
  static let files = estate.files()
  static let reader = Reader(files)
  static let recount = Recount(reader)
}

@Suite struct DemoEstateTests {
  @Test("the same arguments give the same bytes")
  func repeatable() {
    let one = DemoEstate(seed: 7, findings: 200, until: Sample.until)
    let again = DemoEstate(seed: 7, findings: 200, until: Sample.until)
    #expect(one.files().map(\.name) == again.files().map(\.name))
    #expect(one.files().map(\.bytes) == again.files().map(\.bytes))
    #expect(one.truth.json == again.truth.json)
  }

  @Test("a small estate has the digest that it had on the first machine")
  func golden() {
    let estate = DemoEstate(seed: 42, findings: 60, days: 90, accounts: 3, until: Sample.until)
    var all: [UInt8] = []
    for file in estate.files() { all += Array(file.name.utf8) + SHA256.digest(file.bytes) }
    #expect(SHA256.hex(all) == "e3142bc5ab256e4f41fbcf48ca83a33859e1cd33600207568d7a77cc61f5b165")
  }

  @Test("another seed gives another estate")
  func seeds() {
    let one = DemoEstate(seed: 1, findings: 60, days: 90, until: Sample.until)
    let two = DemoEstate(seed: 2, findings: 60, days: 90, until: Sample.until)
    #expect(one.truth.json != two.truth.json)
  }

  @Test("only the malformed line and the cut-off tail cannot be parsed")
  func parses() {
    #expect(
      Sample.reader.unreadable.sorted() == [
        "securityhub/snapshots/2025-06.ndjson", "securityhub/snapshots/backfill.ndjson",
      ])
    #expect(Sample.recount.rejected + 1 == Sample.estate.truth.rejected)
  }

  @Test("the estate is as large as promised and no larger")
  func sizes() {
    let total = Sample.files.reduce(0) { $0 + $1.bytes.count }
    #expect((2000...2004).contains(Sample.estate.truth.findings))
    #expect(total > 8_000_000 && total < 25_000_000, "\(total) bytes")
  }

  @Test("records are counted as a reader finds them")
  func records() {
    let truth = Sample.estate.truth
    #expect(Sample.recount.findingIDs.count == truth.findings)
    #expect(Sample.recount.distinct == truth.snapshots)
    #expect(Sample.recount.untrusted == truth.untrusted)
    #expect(Sample.recount.samples == truth.samples)
    // What arrived, less what counts nowhere: the malformed record, the forged and the sample one.
    #expect(Sample.reader.deliveries - 3 == truth.snapshots + truth.duplicates)
    #expect(Sample.reader.ledger.count == truth.ledgerEvents)
    #expect(Sample.reader.history.count == truth.historyRecords)
    #expect(truth.historyRecords > 10)
  }

  @Test("spans are as a slow fold of the bytes finds them")
  func spans() {
    let truth = Sample.estate.truth
    let spans = Sample.recount.violations.values.flatMap { $0 }
    #expect(Sample.recount.violations.count == truth.violations)
    #expect(spans.count == truth.opened)
    #expect(spans.count - Sample.recount.violations.count == truth.reopened)
    #expect(spans.filter { $0.closed == nil && !$0.isClaimed }.count == truth.open)
    #expect(spans.filter(\.isClaimed).count == truth.claimed)
    for reason in DemoEpisode.Reason.allCases {
      #expect(spans.filter { $0.reason == reason.rawValue }.count == truth.closed[reason] ?? 0, "\(reason)")
    }
    let told = truth.spans.joined().map { "\($0.opened) \($0.closed ?? 0) \($0.severity)" }.sorted()
    #expect(spans.map { "\($0.opened) \($0.closed ?? 0) \($0.severity)" }.sorted() == told)
  }

  @Test("deadlines are met and missed as the bytes say")
  func deadlines() {
    let days: [String: Int64] = ["CRITICAL": 15, "HIGH": 30, "MEDIUM": 90, "LOW": 180]
    var met = 0
    var missed = 0
    for span in Sample.recount.violations.values.joined() {
      guard let allowed = days[span.severity] else { continue }
      let deadline = span.opened + allowed * 86_400_000 + span.shift
      if let closed = span.closed, closed <= deadline {
        if span.reason == "verified" { met += 1 }
      } else if deadline <= Sample.until {
        missed += 1
      }
    }
    #expect(met == Sample.estate.truth.service.met)
    #expect(missed == Sample.estate.truth.service.missed)
  }

  @Test("attempts, rollbacks and gate results are as the ledgers say")
  func ledger() {
    let truth = Sample.estate.truth
    func data(_ type: String) -> [Reader.Object] {
      Sample.reader.ledger.filter { $0["type"] as? String == "closeout." + type }
        .compactMap { $0["data"] as? Reader.Object }
    }
    let automatic = data("remediation.attempted").filter {
      ($0["executor"] as? Reader.Object)?["kind"] as? String == "automation"
    }
    let enforced = automatic.filter { $0["mode"] as? String == "enforce" }
    func ended(_ outcome: String) -> Int { enforced.filter { $0["outcome"] as? String == outcome }.count }
    #expect(automatic.count - enforced.count == truth.automation.dryRuns)
    #expect(ended("succeeded") == truth.automation.succeeded)
    #expect(ended("no-op") == truth.automation.noOps)
    #expect(ended("not-run") == truth.automation.notRun.values.reduce(0, +))
    #expect(enforced.count - ended("no-op") - ended("not-run") == truth.automation.attempts)
    let back = data("remediation.rolled-back").filter { $0["outcome"] as? String == "succeeded" }
    #expect(back.count == truth.rollbacks)
    #expect(data("gate.evaluated").filter { $0["result"] as? String == "blocked" }.count == truth.gateBlocked)
    #expect(data("exception.granted").count >= truth.exceptionsActive + truth.exceptionsExpired)
  }

  @Test("what automation achieved is as the bytes say, by the definitions")
  func automation() {
    let day: Int64 = 86_400_000
    var (judged, proven, contradicted, untouched) = (0, 0, 0, 0)
    for (key, trace) in Sample.recount.traces {
      let closings = (Sample.recount.violations[key] ?? []).filter { $0.reason == "verified" }.compactMap(
        \.closed)
      judged += trace.failureEnds.filter { $0 <= Sample.until - 30 * day }.count
      for end in trace.fixes {
        let later = trace.evaluations.filter { $0.at > end }.sorted { $0.at < $1.at }
        let holds =
          !later.contains { $0.failed && $0.at <= end + 30 * day }
          && !trace.rollbacks.contains { $0 > end && $0 <= end + 30 * day }
        if end <= Sample.until - 30 * day {
          judged += 1
          if holds, closings.contains(where: { $0 > end && $0 <= end + day }) { proven += 1 }
        }
        if end <= Sample.until - day, let first = later.first, first.failed,
          !trace.rollbacks.contains(where: { $0 > end && $0 <= first.at }),
          !later.contains(where: { !$0.failed && $0.at <= end + day })
        {
          contradicted += 1
        }
      }
      var before = Int64.min
      for span in Sample.recount.violations[key] ?? [] {
        guard let closed = span.closed else { continue }
        if span.reason == "verified", !trace.people.contains(where: { $0 > before && $0 <= closed }) {
          untouched += 1
        }
        before = closed
      }
    }
    let truth = Sample.estate.truth
    #expect(judged == truth.automation.judged)
    #expect(proven == truth.automation.proven)
    #expect(contradicted == truth.automation.contradicted)
    #expect(untouched == truth.beforeAnyHuman)
  }

  @Test("no record is later than the end of the span")
  func nothingLater() {
    let later = Sample.reader.findings.filter { (instant($0.record["ProcessedAt"]) ?? 0) > Sample.until }
    #expect(later.isEmpty)
    #expect(Sample.reader.ledger.allSatisfy { (instant($0["time"]) ?? .max) <= Sample.until })
  }
}
