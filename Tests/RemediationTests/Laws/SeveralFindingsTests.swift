import Remediation
import Testing

@Suite("Several findings of one violation")
struct SeveralFindingsTests {
  @Test("open with the first that fails and close when none fails any more, for the latest one's reason")
  func latestCloses() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).started("06-02 10:00").finding(1)
      Snapshot("06-03 10:00", .passed)
      Snapshot("06-04 10:00", .failed).finding(1).workflow(.suppressed)
    }
    #expect(story.episodes == ["06-01 10:00 to 06-04 10:00 suppressed"])
    let open = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).started("06-02 10:00").finding(1)
      Snapshot("06-03 10:00", .passed)
    }
    #expect(open.episodes == ["06-01 10:00 open"])
    #expect(open.folded.findings.map(\.isFailing) == [false, true])
  }

  @Test("close at the latest closing instant, though it is folded first")
  func latestInstant() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 10:00", .failed).started("06-01 10:00").finding(1)
      Snapshot("06-03 10:00", .passed)
      Snapshot("06-02 10:00", .failed).finding(1).archived().seen("06-04 10:00")
    }
    #expect(story.episodes == ["06-01 10:00 to 06-03 10:00 verified"])
  }

  @Test("the first episode reaches back to the earliest start of all that fail in it, and of no other")
  func reachesBack() {
    let story = Story {
      Snapshot("06-03 10:00", .failed).started("06-03 10:00").severity(.low)
      Snapshot("06-04 10:00", .failed).started("06-01 10:00").severity(.high).finding(1)
      Snapshot("06-05 10:00", .passed).started("05-01 10:00").finding(2)
    }
    #expect(story.episodes == ["06-01 10:00 open"])
    #expect(story.folded.episodes[0].severity == .high)
    #expect(story.folded.episodes[0].openedBy == 2)
  }

  @Test("a later episode reaches back to no stated start, only to failing evaluations")
  func laterEpisode() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .passed)
      Snapshot("06-05 10:00", .failed)
      Snapshot("06-06 10:00", .failed).started("06-04 10:00").finding(1)
    }
    #expect(story.episodes.last == "06-05 10:00 open")
    let earlier = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .passed)
      Snapshot("06-05 10:00", .failed)
      Snapshot("06-04 10:00", .failed).seen("06-06 10:00").finding(1)
    }
    #expect(earlier.episodes.last == "~06-04 10:00 open")
  }

  @Test("one PASSED and one still claimed: claimed")
  func passedAndClaimed() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 10:00", .failed).started("06-01 10:00").finding(1)
      Snapshot("06-01 10:00", .failed).workflow(.resolved).seen("06-02 10:00").finding(1)
      Snapshot("06-03 10:00", .passed)
    }
    #expect(story.episodes == ["06-01 10:00 claimed"])
    #expect(story.folded.findings.map(\.isClaimed) == [false, true])
  }

  @Test("one claimed and one not: open")
  func claimedAndOpen() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 10:00", .failed).started("06-01 10:00").finding(1)
      Snapshot("06-01 10:00", .failed).workflow(.resolved).seen("06-02 10:00").finding(1)
    }
    #expect(story.episodes == ["06-01 10:00 open"])
  }

  @Test("an Id first seen later, but failing before the last close, continues the episode")
  func failedBeforeTheClose() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-03 10:00", .passed)
      Snapshot("06-02 10:00", .failed).seen("06-04 10:00").finding(1)
    }
    #expect(story.episodes == ["06-01 10:00 open"])
    let known = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 11:00", .passed).finding(1)
      Snapshot("06-03 10:00", .passed)
      Snapshot("06-02 10:00", .failed).seen("06-04 10:00").finding(1)
    }
    #expect(known.episodes == ["06-01 10:00 open"])
    let after = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-03 10:00", .passed)
      Snapshot("06-03 10:00", .failed).seen("06-04 10:00").finding(1)
    }
    #expect(after.folded.episodes.count == 2)
  }
}

@Suite("A superseded finding")
struct SupersessionTests {
  @Test("hands the episode on to a successor that fails within seven days")
  func handsOn() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).archived(.consolidated)
      Snapshot("06-09 10:00", .failed).started("06-02 10:00").finding(1)
    }
    #expect(story.episodes == ["06-01 10:00 open"])
  }

  @Test("to one that is failing already, and then has no say in the closing")
  func alreadyFailing() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-01 10:00", .failed).finding(1)
      Snapshot("06-02 10:00", .failed).archived(.consolidated)
      Snapshot("06-05 10:00", .passed).finding(1)
    }
    #expect(story.episodes == ["06-01 10:00 to 06-05 10:00 verified"])
  }

  @Test("without a successor closes at the archive instant; one after seven days comes too late")
  func noSuccessor() {
    let alone = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).archived(.consolidated)
    }
    #expect(alone.episodes == ["06-01 10:00 to 06-02 10:00 superseded"])
    let late = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).archived(.consolidated)
      Snapshot("06-09 10:00:01", .failed).finding(1)
    }
    #expect(
      late.episodes == ["06-01 10:00 to 06-02 10:00 superseded", "~06-09 10:00:01 open"])
  }

  @Test("is verified when the successor passes, before or within seven days")
  func successorPasses() {
    let before = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 09:00", .passed).finding(1)
      Snapshot("06-02 10:00", .failed).archived(.consolidated)
    }
    #expect(before.episodes == ["06-01 10:00 to 06-02 09:00 verified"])
    let within = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).archived(.consolidated)
      Snapshot("06-03 10:00", .passed).finding(1)
      Snapshot("06-04 10:00", .passed).finding(1)
    }
    #expect(within.episodes == ["06-01 10:00 to 06-03 10:00 verified"])
    let late = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).archived(.consolidated)
      Snapshot("06-10 10:00", .passed).finding(1)
    }
    #expect(late.episodes == ["06-01 10:00 to 06-02 10:00 superseded"])
    let older = Story {
      Snapshot("05-01 10:00", .passed).finding(1)
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).archived(.consolidated)
    }
    #expect(older.episodes == ["06-01 10:00 to 06-02 10:00 superseded"])
  }

  @Test("comes back when consolidation is turned off again: the episode goes on")
  func thereAndBack() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00").active
      Snapshot("06-02 10:00", .failed).archived(.consolidated)
      Snapshot("06-02 11:00", .failed).finding(1).active
      Snapshot("06-04 10:00", .failed).archived(.consolidated).finding(1)
      Snapshot("06-04 11:00", .failed).active
    }
    #expect(story.episodes == ["06-01 10:00 open"])
  }

  @Test("that becomes ACTIVE again with no successor is ARCHIVED to ACTIVE: the next episode")
  func itself() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).archived(.consolidated)
      Snapshot("06-03 10:00", .failed).active
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 superseded", "06-03 10:00 open"])
  }
}
