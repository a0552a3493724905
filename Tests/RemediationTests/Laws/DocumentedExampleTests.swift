import Remediation
import Testing

@Suite("The example in docs/definitions.md")
struct DocumentedExampleTests {
  private let story = Story {
    Snapshot("06-02 08:00", .failed).started("06-01 22:00")
    Snapshot("06-02 08:00", .failed).workflow(.suppressed).note("06-03 09:30").seen("06-03 09:30")
    Snapshot("06-02 08:00", .failed).workflow(.new).note("06-04 09:30").seen("06-04 09:30")
    attempt(ended: "06-04 12:00")
    Snapshot("06-04 20:00", .failed).workflow(.new).note("06-04 09:30")
    Snapshot("06-04 20:00", .failed).workflow(.resolved).note("06-05 10:00").seen("06-05 10:00")
    Snapshot("06-05 20:00", .passed).workflow(.resolved).note("06-05 10:00").seen("06-05 20:00:04")
    Snapshot("06-19 20:00", .failed).workflow(.new).note("06-05 10:00")
  }

  private func asOf(_ instant: String) -> Story {
    var known = story
    known.records.removeAll { $0.order.eventTime > at(instant) }
    return known
  }

  @Test("comes out as the page says")
  func wholeStory() throws {
    #expect(story.episodes == ["06-01 22:00 to 06-05 20:00 verified", "06-19 20:00 open"])
    #expect(
      story.claims == [
        "ledger 06-04 12:00 contradicted 06-04 20:00", "workflow 06-05 10:00 confirmed 06-05 20:00",
      ])
    let first = try #require(story.folded.episodes.first)
    #expect(first.suppressions.map(\.line) == ["06-03 09:30 to 06-04 09:30 suppressed"])
    let hours = try #require(first.closedAt).milliseconds(since: first.openedAt) / 3_600_000
    #expect(hours == 3 * 24 + 22)
  }

  @Test(
    "and as of each of its steps",
    arguments: [
      ("06-02 12:00", "06-01 22:00 open"), ("06-03 12:00", "06-01 22:00 to 06-03 09:30 suppressed"),
      ("06-04 10:00", "06-01 22:00 open"), ("06-04 13:00", "06-01 22:00 claimed"),
      ("06-04 21:00", "06-01 22:00 open"), ("06-05 11:00", "06-01 22:00 claimed"),
      ("06-06 00:00", "06-01 22:00 to 06-05 20:00 verified"),
    ])
  func steps(instant: String, episode: String) {
    #expect(asOf(instant).episodes == [episode])
  }
}
