import Measures
import Remediation
import Store
import Summary
import Testing

@Suite("Explained numbers")
struct ExplanationTests {
  @Test func `every measure says what it is, and its file is the only one of its name`() {
    for definition in MeasureDefinition.all {
      #expect(
        !definition.title.isEmpty && !definition.definition.isEmpty && !definition.formula.isEmpty
          && !definition.window.isEmpty, "\(definition.name)")
    }
    #expect(Set(MeasureDefinition.all.map(\.definition)).count == MeasureName.allCases.count)
  }

  @Test func `the cases of each measure add up to its numbers, each traced to its findings`() throws {
    let demo = try DemoStore()
    var seen = 0
    for name in MeasureName.allCases {
      let explanation = try demo.explanation(name)
      for cell in explanation.cells {
        #expect(cell.cases.count { $0.isNumerator } == cell.count.numerator, "\(name)")
        #expect(cell.cases.count { $0.isDenominator } == cell.count.denominator, "\(name)")
        #expect(cell.cases.count { !$0.isNumerator && !$0.isDenominator } == cell.count.leftOut, "\(name)")
        let total = cell.cases.filter(\.isNumerator).compactMap(\.amount).reduce(0, +)
        #expect(total == cell.count.total, "\(name)")
        for item in cell.cases where item.violation != nil {
          #expect(!item.findings.isEmpty, "\(name)")
        }
        // Only lines of a ledger may be about no finding that is known.
        #expect(cell.cases.allSatisfy { $0.violation != nil || $0.entry != nil }, "\(name)")
        seen += cell.cases.count
      }
    }
    #expect(seen > 3000)
  }

  @Test(arguments: CutDimension.allCases)
  func `cells add up to the whole, unless a violation may stand in several`(dimension: CutDimension) throws {
    let demo = try DemoStore()
    for name in MeasureName.allCases {
      let whole = try demo.explanation(name).cells.first?.count ?? MeasureCount()
      let cells = try demo.explanation(name, by: dimension).cells.map(\.count)
      let sums = (
        cells.reduce(0) { $0 + $1.numerator }, cells.reduce(0) { $0 + $1.denominator },
        cells.reduce(0) { $0 + $1.leftOut }
      )
      if dimension.overlaps {
        #expect(sums.0 >= whole.numerator && sums.1 >= whole.denominator, "\(name)")
      } else {
        #expect(sums == (whole.numerator, whole.denominator, whole.leftOut), "\(name)")
      }
    }
  }

  @Test func `the summary shows the numbers that are explained`() throws {
    let demo = try DemoStore()
    let window = Window(from: DemoStore.end.advanced(byMilliseconds: -60 * .day), to: DemoStore.end)
    let numbers = try demo.report(window: window).whole
    func count(_ name: MeasureName) throws -> MeasureCount {
      try demo.explanation(name, window: window).cells.first?.count ?? MeasureCount()
    }
    #expect(try numbers.timeToRemediate.n == count(.timeToRemediate).numerator)
    #expect(try numbers.autofix.proven.count == count(.autofixProven).numerator)
    #expect(try numbers.serviceLevel.met.total == count(.sla).denominator)
    #expect(try numbers.rollbacks.applied == count(.rollbacks).denominator)
    #expect(try numbers.timeToRemediate.survival.ended == count(.survival).numerator)
    let mean = try Double(count(.timeToRemediate).total) / Double(numbers.timeToRemediate.n) / 1000
    #expect(numbers.timeToRemediate.mean == mean)
  }
}
