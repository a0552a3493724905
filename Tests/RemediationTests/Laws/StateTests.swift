import Remediation
import Testing

@Suite("What a record leaves out")
struct AbsentFieldTests {
  @Test("workflow, verdict and record state stay as they were; at first NEW, UNKNOWN, ACTIVE")
  func stays() {
    let first = Story { Snapshot("06-01 10:00", .failed) }.folded.findings[0]
    #expect(first.workflow == .new)
    #expect(first.recordState == .active)
    #expect(first.verdict == .unknown)
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 10:00", .failed).workflow(.suppressed).verdict(.benign).seen("06-02 10:00")
      Snapshot("06-03 10:00", .failed)
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 benign"])
    #expect(story.folded.findings[0].workflow == .suppressed)
    let archived = Story {
      Snapshot("06-01 10:00", .failed).archived()
      Snapshot("06-02 10:00", .failed)
    }
    #expect(archived.folded.findings[0].recordState == .archived)
    #expect(archived.folded.episodes.count == 1)
  }

  @Test(
    "absent, unknown, WARNING and NOT_AVAILABLE compliance hold the state of a check",
    arguments: [
      nil, ComplianceStatus.unrecognised, .warning, .notAvailable,
    ])
  func holds(compliance: ComplianceStatus?) {
    let failing = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", compliance)
    }
    #expect(failing.episodes == ["06-01 10:00 open"])
    let passed = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .passed)
      Snapshot("06-03 10:00", compliance)
    }
    #expect(passed.episodes == ["06-01 10:00 to 06-02 10:00 verified"])
    let unseen = Story {
      Snapshot("06-01 10:00", .passed)
      Snapshot("06-02 10:00", compliance)
    }
    #expect(unseen.episodes == [])
  }

  @Test("a finding that never had compliance fails with each ACTIVE snapshot")
  func noCheck() {
    let story = Story {
      Snapshot("06-01 10:00").started("06-01 09:00")
      Snapshot("06-02 10:00")
      Snapshot("06-03 10:00").archived()
      Snapshot("06-04 10:00").active
    }
    #expect(story.episodes == ["06-01 09:00 to 06-03 10:00 archived", "06-04 10:00 open"])
  }

  @Test("and opens nothing when it is first seen archived, for nobody saw it failing")
  func noCheckArchived() {
    #expect(Story { Snapshot("06-01 10:00").archived() }.episodes == [])
  }
}

@Suite("A contested evaluation")
struct ContestedTests {
  @Test("is FAILED: PASSED at the same UpdatedAt is ignored, whichever comes first")
  func failedWins() {
    let passedLater = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00").severity(.high)
      Snapshot("06-01 10:00", .passed).seen("06-01 11:00").severity(.informational)
    }
    #expect(passedLater.episodes == ["06-01 10:00 open"])
    #expect(passedLater.folded.findings[0].severity == .high)
    let passedFirst = Story {
      Snapshot("06-01 10:00", .passed).started("06-01 09:00")
      Snapshot("06-01 10:00", .failed).seen("06-01 11:00").started("06-01 09:00")
    }
    #expect(passedFirst.episodes == ["06-01 09:00 open"])
  }

  @Test("leaves the other evaluations alone, and other findings")
  func others() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .passed)
      Snapshot("06-03 10:00", .failed)
      Snapshot("06-03 10:00", .passed).seen("06-03 11:00")
      Snapshot("06-03 10:00", .passed).finding(1)
      Snapshot("06-04 10:00", .passed)
    }
    #expect(
      story.episodes == [
        "06-01 10:00 to 06-02 10:00 verified", "06-03 10:00 to 06-04 10:00 verified",
      ])
  }

  @Test("makes no claim of the RESOLVED that came with its PASSED")
  func noClaim() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 10:00", .passed).workflow(.resolved).seen("06-01 11:00")
    }
    #expect(story.episodes == ["06-01 10:00 open"])
    #expect(story.claims == [])
  }
}

@Suite("An impossible time")
struct ImpossibleTimeTests {
  @Test("end before start is kept, marked and not clamped")
  func endBeforeStart() {
    let story = Story {
      Snapshot("06-05 10:00", .failed)
      Snapshot("06-01 10:00", .passed).seen("06-06 10:00")
    }
    #expect(story.episodes == ["~06-05 10:00 to 06-01 10:00 verified (end_before_start)"])
  }

  @Test("a start before the end of the episode before is marked too")
  func overlap() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-05 10:00", .passed)
      Snapshot("06-04 10:00", .failed).seen("06-06 10:00")
    }
    #expect(
      story.episodes == [
        "06-01 10:00 to 06-05 10:00 verified", "06-04 10:00 open (end_before_start)",
      ])
  }

  @Test("a time before the year 2000 is marked")
  func before2000() {
    let story = Story { Snapshot("06-05 10:00", .failed).started("1999-12-31T23:59:59.999Z") }
    #expect(story.episodes == ["1999-12-31T23:59:59.999Z open (before_2000)"])
    let allowed = Story { Snapshot("06-05 10:00", .failed).started("2000-01-01T00:00:00Z") }
    #expect(allowed.folded.episodes[0].timeDefect == nil)
  }
}
