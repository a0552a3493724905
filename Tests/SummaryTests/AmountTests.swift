@testable import Measures
import TestSupport
import Testing

@Suite("Amounts sorted by their digits")
struct AmountTests {
  @Test(arguments: 1...12)
  func `are in the order of their comparison`(seed: Int) {
    var chance = SeededGenerator(seed: UInt64(seed))
    let width = Int64(1) << Int64.random(in: 1..<61, using: &chance)
    let amounts = (0..<Int.random(in: 0..<9000, using: &chance)).map { _ in
      MeasureAmount(
        Int64.random(in: -width...width, using: &chance), isNumerator: Bool.random(using: &chance))
    }
    #expect(amounts.sortedByDigits() == amounts.sorted())
    let same = [MeasureAmount](repeating: MeasureAmount(7, isNumerator: true), count: 5000)
    #expect(same.sortedByDigits() == same)
  }
}
