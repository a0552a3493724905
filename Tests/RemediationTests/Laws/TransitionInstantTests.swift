import Remediation
import Testing

@Suite("The instant of a transition")
struct TransitionInstantTests {
  @Test("is UpdatedAt for what the scanner changed, whenever it was processed")
  func scanner() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).seen("06-01 10:30").started("06-01 10:00")
      Snapshot("06-02 10:00", .passed).seen("06-02 11:00")
      Snapshot("06-03 10:00", .failed).seen("06-03 11:00")
      Snapshot("06-04 10:00", .failed).archived().seen("06-04 11:00")
    }
    #expect(
      story.episodes == [
        "06-01 10:00 to 06-02 10:00 verified", "06-03 10:00 to 06-04 10:00 archived",
      ])
  }

  @Test("is the history record's UpdateTime for what a person changed")
  func history() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      History("06-02 12:34", workflow: .suppressed)
      Snapshot("06-01 10:00", .failed).workflow(.suppressed).seen("06-03 10:00")
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 12:34 suppressed"])
  }

  @Test("else Note.UpdatedAt if the note changed with this snapshot")
  func changedNote() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00").note("06-01 11:00")
      Snapshot("06-01 10:00", .failed).workflow(.suppressed).note("06-02 11:00").seen("06-02 12:00")
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 11:00 suppressed"])
  }

  @Test("else ProcessedAt: a note that stayed dates nothing")
  func unchangedNote() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00").note("06-01 11:00")
      Snapshot("06-01 10:00", .failed).workflow(.suppressed).note("06-01 11:00").seen("06-02 12:00")
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 12:00 suppressed"])
  }

  @Test("else the event time")
  func eventTime() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 10:00", .failed).workflow(.suppressed).delivered("06-04 12:00")
    }
    #expect(story.episodes == ["06-01 10:00 to 06-04 12:00 suppressed"])
  }

  @Test("known from a history record is refined by the next snapshot's UpdatedAt")
  func refined() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      History("06-02 10:00:05", .passed, was: .failed)
      Snapshot("06-02 10:00", .passed).seen("06-02 10:01")
      History("06-03 10:00:05", .failed, was: .passed)
      Snapshot("06-03 10:00", .failed).seen("06-03 10:01")
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 verified", "06-03 10:00 open"])
    // A later evaluation, and one from before the change, say nothing about it.
    let kept = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      History("06-02 10:00", .passed, was: .failed)
      Snapshot("06-03 10:00", .passed)
    }
    #expect(kept.episodes == ["06-01 10:00 to 06-02 10:00 verified"])
    let older = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 09:00")
      History("06-02 10:00", .passed, was: .failed)
      Snapshot("06-01 09:30", .passed).seen("06-03 10:00")
    }
    #expect(older.episodes == ["06-01 09:00 to 06-02 10:00 verified"])
  }
}

@Suite("The event time of a snapshot")
struct EventTimeTests {
  @Test("is the latest of ProcessedAt, UpdatedAt, LastObservedAt and Note.UpdatedAt")
  func latest() {
    var times = ObservationTimes()
    times.firstObservedAt = at("06-30 00:00")
    times.createdAt = at("06-30 00:00")
    #expect(times.eventTime(earliestEnvelope: nil) == nil)
    times.updatedAt = at("06-01 09:00")
    #expect(times.eventTime(earliestEnvelope: nil) == at("06-01 09:00"))
    times.noteUpdatedAt = at("06-01 12:00")
    #expect(times.eventTime(earliestEnvelope: nil) == at("06-01 12:00"))
    times.lastObservedAt = at("06-01 12:05")
    #expect(times.eventTime(earliestEnvelope: nil) == at("06-01 12:05"))
    times.processedAt = at("06-01 12:10")
    #expect(times.eventTime(earliestEnvelope: nil) == at("06-01 12:10"))
  }

  @Test("takes the envelope only where ProcessedAt is absent")
  func envelope() {
    var times = ObservationTimes()
    #expect(times.eventTime(earliestEnvelope: at("06-05 00:00")) == at("06-05 00:00"))
    times.updatedAt = at("06-01 09:00")
    #expect(times.eventTime(earliestEnvelope: at("06-05 00:00")) == at("06-05 00:00"))
    #expect(times.eventTime(earliestEnvelope: at("05-05 00:00")) == at("06-01 09:00"))
    times.processedAt = at("06-01 09:01")
    #expect(times.eventTime(earliestEnvelope: at("06-05 00:00")) == at("06-01 09:01"))
    var history = ObservationTimes()
    history.changedAt = at("06-01 09:00")
    #expect(history.eventTime(earliestEnvelope: at("06-05 00:00")) == at("06-01 09:00"))
  }
}
