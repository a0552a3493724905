import Statistics
import Testing

@Suite("XmR chart")
struct XmRTests {
  @Test("the limits are the mean and 2.66 mean moving ranges, and one wild week is the only signal")
  func limits() throws {
    let chart = try #require(XmR([10, 12, 10, 12, 10, 12, 10, 12, 60, 10, 12]))
    #expect(chart.mean == 170.0 / 11)
    #expect(abs(chart.meanMovingRange - (14.0 + 48 + 50 + 2) / 10) < 1e-12)
    #expect(chart.signals.map(\.points) == [8..<9])
    #expect(chart.signals.map(\.kind) == [.beyondLimits])
    #expect(XmR([5]) == nil)
    #expect(XmR([5, 5])?.signals == [])
  }

  @Test("eight on one side are one signal, seven are none, and the mean breaks the run")
  func runs() throws {
    let eight = [Double](repeating: 2, count: 8) + [Double](repeating: 0, count: 8)
    let chart = try #require(XmR(eight, runs: true))
    #expect(chart.signals.filter { $0.kind == .run }.map(\.points) == [0..<8, 8..<16])
    #expect(try #require(XmR(eight)).signals.allSatisfy { $0.kind == .beyondLimits })
    let seven = [Double](repeating: 2, count: 7) + [Double](repeating: 0, count: 7)
    #expect(try #require(XmR(seven, runs: true)).signals.allSatisfy { $0.kind != .run })
    let broken = [2.0, 2, 2, 2, 1, 2, 2, 2, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    #expect(try #require(XmR(broken, runs: true)).signals.allSatisfy { $0.kind != .run })
  }
}
