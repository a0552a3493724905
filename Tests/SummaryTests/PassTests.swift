@testable import Measures
import Queries
import Remediation
import Store
@testable import Summary
import TestSupport
import Testing

@Suite("The passes that measures are read in")
struct PassTests {
  @Test func `use the plans that were reviewed`() throws {
    let demo = try DemoStore(findings: 100, days: 60)
    let text = try demo.store.snapshot(asOf: DemoStore.end) { snapshot in
      try snapshot.prepareCases(demo.policy)
      return try MeasurePass.all(for: MeasureName.allCases).map { pass in
        let beside = pass.subject == .episode ? [Queries.Summary.weeks, Queries.Summary.churn] : []
        let program = PassProgram(
          pass, isCut: false, beside: beside,
          common: try snapshot.commonColumns().merging(
            pass.subject == .episode ? try snapshot.episodeColumns() : [:]
          ) { $1 })
        return "\(pass.subject)\n" + (try snapshot.plan(of: program.statement)).map { "  \($0)\n" }.joined()
      }.joined(separator: "\n")
    }
    try GoldenFile("plans.txt").check(text)
  }

  @Test func `are one for each subject, and name every measure in the column of its standing`() throws {
    let demo = try DemoStore(findings: 100, days: 60)
    let passes = MeasurePass.all(for: MeasureName.allCases)
    #expect(passes.count == MeasureSubject.allCases.count)
    #expect(passes.reduce(0) { $0 + $1.measures.count } == MeasureName.allCases.count)
    for pass in passes {
      let columns = ColumnList(pass.columns()).columns
      let cases = CaseColumn.all(
        columns.map(\.name), at: Array(columns.indices), pass.measures.map(\.name))
      #expect(cases.map(\.standing) == Array(stride(from: 0, to: columns.count, by: 3)))
      #expect(Set(cases.map(\.measure)) == Set(pass.measures.indices), "\(pass.subject)")
    }
  }
}

@Suite("A report read in two shares")
struct ShareTests {
  @Test(arguments: [nil, CutDimension.severity, .product, .method] as [CutDimension?])
  func `is the report of one snapshot`(dimension: CutDimension?) throws {
    let demo = try DemoStore()
    let window = Window(from: DemoStore.end.advanced(byMilliseconds: -60 * .day), to: DemoStore.end)
    for (asOf, window) in [
      (DemoStore.end, Window.allTime), (DemoStore.end, window),
      (DemoStore.end.advanced(byMilliseconds: -30 * .day), .allTime),
    ] {
      let shares = try demo.store.shares(asOf: asOf, window: window) { _, share in share }
      #expect(shares == [.first, .second])
      let report = try EstateReport(
        demo.store, asOf: asOf, window: window, policy: demo.policy, by: dimension)
      #expect(try report == demo.report(asOf: asOf, window: window, by: dimension))
    }
  }
}

@Suite("Weeks added up span by span")
struct WeekTallyTests {
  @Test(arguments: 1...20)
  func `are what cutting each span at every Monday gives`(seed: Int) {
    var chance = SeededGenerator(seed: UInt64(seed))
    let base = Instant("2026-01-01T00:00:00Z")!.milliseconds
    var tally = WeekTally()
    var told: [Int64: Int64] = [:]
    let week = 7 * Int64.day
    // The Monday before 1970-01-01.
    let origin = -3 * Int64.day
    for _ in 0..<200 {
      let unit = Bool.random(using: &chance) ? 1 : week
      let from =
        (base + Int64.random(in: 0..<400 * .day, using: &chance)) / unit * unit + (unit == 1 ? 0 : origin)
      let to = from + Int64.random(in: 1...(100 * .day), using: &chance)
      let weight = Int64.random(in: 1...80, using: &chance)
      tally.add(weight, from: from, to: to)
      var start = from
      while start < to {
        let monday = origin + (start - origin) / week * week
        let stop = min(to, monday + week)
        told[monday, default: 0] += weight * (stop - start)
        start = stop
      }
    }
    let weeks = tally.weeks(in: .allTime, asOf: Instant(milliseconds: base)).all
    #expect(weeks.count == Int((told.keys.max()! - told.keys.min()!) / week) + 1)
    for week in weeks { #expect(week.weightedMilliseconds == told[week.begin.milliseconds] ?? 0) }
  }
}
