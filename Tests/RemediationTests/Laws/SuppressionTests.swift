import Remediation
import Testing

@Suite("A suppression")
struct SuppressionTests {
  @Test("lifted without a PASSED in between continues the same episode, and the span is shown")
  func lifted() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 10:00", .failed).workflow(.suppressed).seen("06-02 10:00")
      Snapshot("06-05 10:00", .failed)
      Snapshot("06-05 10:00", .failed).workflow(.new).seen("06-06 10:00")
    }
    #expect(story.episodes == ["06-01 10:00 open"])
    #expect(story.folded.episodes[0].suppressions.map(\.line) == ["06-02 10:00 to 06-06 10:00 suppressed"])
  }

  @Test("of a verdict withdrawn continues it too, from the source, from a note and from the ledger")
  func withdrawnVerdict() {
    let source = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 10:00", .failed).verdict(.falsePositive).seen("06-02 10:00")
      Snapshot("06-01 10:00", .failed).verdict(.unknown).seen("06-03 10:00")
    }
    let note = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 10:00", .failed).noteVerdict(.falsePositive).note("06-02 10:00")
      Snapshot("06-01 10:00", .failed).note("06-03 10:00")
    }
    let ledger = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      triage(.falsePositive, "06-02 10:00")
      triage(.truePositive, "06-03 10:00")
    }
    for story in [source, note, ledger] {
      #expect(story.episodes == ["06-01 10:00 open"])
      #expect(
        story.folded.episodes[0].suppressions.map(\.line) == ["06-02 10:00 to 06-03 10:00 false_positive"])
    }
  }

  @Test("lifted after a PASSED begins the next episode when it is lifted")
  func liftedAfterPassed() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 10:00", .failed).workflow(.suppressed).seen("06-02 10:00")
      Snapshot("06-03 10:00", .passed)
      Snapshot("06-04 10:00", .failed)
      Snapshot("06-04 10:00", .failed).workflow(.new).seen("06-05 10:00")
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 suppressed", "06-05 10:00 open"])
  }

  @Test("that passes and fails again while still suppressed opens nothing")
  func stillSuppressed() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).workflow(.suppressed)
      Snapshot("06-03 10:00", .passed)
      Snapshot("06-04 10:00", .failed)
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 suppressed"])
  }

  @Test("with an archival in between and no PASSED still continues the episode when lifted")
  func archivedInBetween() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).workflow(.suppressed)
      Snapshot("06-03 10:00", .failed).archived()
      Snapshot("06-04 10:00", .failed).active
      Snapshot("06-04 10:00", .failed).workflow(.new).seen("06-05 10:00")
    }
    #expect(story.episodes == ["06-01 10:00 open"])
  }

  @Test("of one finding, lifted after the violation's next episode closed, goes on in that one")
  func liftedLate() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 10:00", .failed).started("06-01 10:00").finding(1)
      Snapshot("06-01 10:00", .failed).workflow(.suppressed).seen("06-02 10:00")
      Snapshot("06-03 10:00", .passed).finding(1)
      Snapshot("06-04 10:00", .failed).finding(1)
      Snapshot("06-05 10:00", .passed).finding(1)
      Snapshot("06-01 10:00", .failed).workflow(.new).seen("06-06 10:00")
    }
    #expect(story.episodes == ["06-01 10:00 to 06-03 10:00 verified", "06-04 10:00 open"])
    #expect(story.folded.episodes[1].suppressions.map(\.line) == ["06-04 10:00 to 06-06 10:00 suppressed"])
  }
}
