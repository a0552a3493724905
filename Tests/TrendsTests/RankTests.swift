import Foundation
import TestSupport
import Testing

@testable import Trends

@Suite("Comparing ranks")
struct RankTests {
  struct Question: Codable {
    var later: [Int64]
    var earlier: [Int64]
  }

  @Test("As SciPy does, with ties and without", .needs(python: "scipy"))
  func scipy() async throws {
    var generator = SeededGenerator(seed: 5)
    let questions = (0..<60).map { index in
      let most: Int64 = index % 2 == 0 ? 12 : 1_000_000
      func sample(_ shift: Int64) -> [Int64] {
        (0..<Int.random(in: 2...90, using: &generator)).map { _ in
          Int64.random(in: 0...most, using: &generator) + shift
        }.sorted()
      }
      return Question(later: sample(Int64(index % 3) * most / 5), earlier: sample(0))
    }
    let probabilities: [Double] = try await PythonPeer("mann_whitney.py", modules: ["scipy"]).answer(
      to: questions)
    for (question, probability) in zip(questions, probabilities) {
      let shift = try #require(RankComparison.shift(of: question.later, over: question.earlier))
      #expect(abs(erfc(abs(shift) / 2.0.squareRoot()) - probability) < 1e-9)
      let back = try #require(RankComparison.shift(of: question.earlier, over: question.later))
      #expect(abs(shift + back) < 1e-9)
    }
  }

  @Test("Nothing to compare, or nothing to tell apart")
  func degenerate() {
    #expect(RankComparison.shift(of: [], over: [1]) == nil)
    #expect(RankComparison.shift(of: [1], over: []) == nil)
    #expect(RankComparison.shift(of: [4, 4], over: [4, 4, 4]) == nil)
  }
}
