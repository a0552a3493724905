import Remediation
import Testing

@Suite("A claim")
struct ClaimTests {
  let opened = Snapshot("06-01 10:00", .failed).started("06-01 10:00")

  @Test("is a state, not a closing: RESOLVED on what still fails, or a successful enforced attempt")
  func state() {
    let resolved = Story {
      opened
      Snapshot("06-01 10:00", .failed).workflow(.resolved).seen("06-02 10:00")
    }
    #expect(resolved.episodes == ["06-01 10:00 claimed"])
    #expect(resolved.claims == ["workflow 06-02 10:00 standing"])
    #expect(resolved.folded.episodes[0].claimedAt == at("06-02 10:00"))
    let attempted = Story {
      opened
      attempt(ended: "06-02 10:00")
    }
    #expect(attempted.episodes == ["06-01 10:00 claimed"])
    #expect(attempted.claims == ["ledger 06-02 10:00 standing"])
  }

  @Test("of RESOLVED covers its finding; of an attempt, all findings of the violation")
  func covers() {
    let second = opened.finding(1)
    let resolved = Story {
      opened
      second
      Snapshot("06-01 10:00", .failed).workflow(.resolved).seen("06-02 10:00")
    }
    #expect(resolved.episodes == ["06-01 10:00 open"])
    let attempted = Story {
      opened
      second
      attempt(ended: "06-02 10:00", finding: 0)
    }
    #expect(attempted.episodes == ["06-01 10:00 claimed"])
    #expect(attempted.claims.count == 1)
  }

  @Test("is answered by PASSED: verified at the scanner's instant, not at the claim's")
  func confirmed() {
    let story = Story {
      opened
      Snapshot("06-01 10:00", .failed).workflow(.resolved).seen("06-02 10:00")
      attempt(ended: "06-02 09:00")
      Snapshot("06-03 10:00", .passed).workflow(.resolved)
    }
    #expect(story.episodes == ["06-01 10:00 to 06-03 10:00 verified"])
    #expect(
      story.claims == [
        "ledger 06-02 09:00 confirmed 06-03 10:00", "workflow 06-02 10:00 confirmed 06-03 10:00",
      ])
  }

  @Test("is voided by FAILED: open again, contradicted")
  func contradicted() {
    let story = Story {
      opened
      attempt(ended: "06-02 10:00")
      Snapshot("06-03 10:00", .failed)
    }
    #expect(story.episodes == ["06-01 10:00 open"])
    #expect(story.claims == ["ledger 06-02 10:00 contradicted 06-03 10:00"])
    #expect(story.folded.episodes[0].contradictions == 1)
  }

  @Test("is not answered by a snapshot whose UpdatedAt is not later than the claim")
  func notLater() {
    let story = Story {
      opened
      attempt(ended: "06-02 10:00")
      Snapshot("06-02 10:00", .failed).seen("06-05 10:00")
      Snapshot("06-01 10:00", .failed).workflow(.notified).seen("06-06 10:00")
    }
    #expect(story.episodes == ["06-01 10:00 claimed"])
  }

  @Test("is not contradicted by a history record: its time is not that of an evaluation")
  func historyAnswersNothing() {
    let story = Story {
      opened
      attempt(ended: "06-02 10:00")
      History("06-02 10:01", .failed, was: .warning)
    }
    #expect(story.episodes == ["06-01 10:00 claimed"])
  }

  @Test("of an attempt is contradicted by any of the violation's findings")
  func contradictedByOther() {
    let story = Story {
      opened
      opened.finding(1)
      attempt(ended: "06-02 10:00")
      Snapshot("06-03 10:00", .failed).finding(1)
      Snapshot("06-04 10:00", .passed).finding(1)
    }
    #expect(story.episodes == ["06-01 10:00 open"])
    #expect(story.claims == ["ledger 06-02 10:00 contradicted 06-03 10:00"])
  }

  @Test("is contradicted by the next ACTIVE snapshot of a finding that is no check")
  func noCheck() {
    let story = Story {
      Snapshot("06-01 10:00").started("06-01 10:00")
      Snapshot("06-01 10:00").workflow(.resolved).seen("06-02 10:00")
      Snapshot("06-03 10:00").workflow(.resolved)
    }
    #expect(story.episodes == ["06-01 10:00 open"])
    #expect(story.claims == ["workflow 06-02 10:00 contradicted 06-03 10:00"])
  }

  @Test("is withdrawn, not contradicted, by a rollback or by RESOLVED to NEW")
  func withdrawn() {
    let rolledBack = Story {
      opened
      attempt(ended: "06-02 10:00")
      rollback("06-02 11:00")
    }
    #expect(rolledBack.episodes == ["06-01 10:00 open"])
    #expect(rolledBack.claims == ["ledger 06-02 10:00 withdrawn 06-02 11:00"])
    let reset = Story {
      opened
      Snapshot("06-01 10:00", .failed).workflow(.resolved).seen("06-02 10:00")
      Snapshot("06-01 10:00", .failed).workflow(.new).seen("06-02 11:00")
      Snapshot("06-03 10:00", .failed)
    }
    #expect(reset.episodes == ["06-01 10:00 open"])
    #expect(reset.claims == ["workflow 06-02 10:00 withdrawn 06-02 11:00"])
    #expect(reset.folded.episodes[0].contradictions == 0)
  }

  @Test("after a rollback is a claim of its own")
  func afterRollback() {
    let story = Story {
      opened
      attempt(ended: "06-02 10:00")
      rollback("06-02 11:00")
      attempt(ended: "06-02 12:00")
    }
    #expect(story.episodes == ["06-01 10:00 claimed"])
  }

  @Test("is none where RESOLVED comes with PASSED")
  func resolvedWithPassed() {
    let story = Story {
      opened
      Snapshot("06-02 10:00", .passed).workflow(.resolved)
      Snapshot("06-03 10:00", .failed)
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 verified", "06-03 10:00 open"])
    #expect(story.claims == [])
  }

  @Test("is none on what is PASSED then, and none before anything was open")
  func onPassed() {
    let story = Story {
      attempt(ended: "05-30 10:00")
      opened
      Snapshot("06-02 10:00", .passed)
      attempt(ended: "06-02 12:00")
      Snapshot("06-03 10:00", .failed)
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 verified", "06-03 10:00 open"])
    #expect(story.claims == [])
  }

  @Test("dated after the failing evaluation applies though it is folded earlier")
  func foldedEarlier() {
    let story = Story {
      attempt(ended: "06-01 10:00:30")
      opened.seen("06-01 10:01")
    }
    #expect(story.episodes == ["06-01 10:00 claimed"])
  }

  @Test("written down late belongs to the episode in which the attempt ended")
  func writtenLate() {
    let story = Story {
      opened
      Snapshot("06-02 10:00", .passed)
      Snapshot("06-03 10:00", .failed)
      attempt(ended: "06-01 12:00", written: "06-04 10:00")
    }
    #expect(
      story.folded.episodes.map { $0.claims.map(\.line) } == [
        ["ledger 06-01 12:00 confirmed 06-02 10:00"], [],
      ])
    #expect(story.episodes.last == "06-03 10:00 open")
  }

  @Test("never changes when an episode was verified")
  func neverShortens() {
    let without = Story {
      opened
      Snapshot("06-03 10:00", .passed)
    }
    let with = Story {
      opened
      Snapshot("06-03 10:00", .passed)
      attempt(ended: "06-01 11:00")
    }
    #expect(with.episodes == without.episodes)
  }

  @Test("lapses when the episode ends for another reason")
  func lapses() {
    let story = Story {
      opened
      attempt(ended: "06-02 10:00")
      Snapshot("06-03 10:00", .failed).archived().seen("06-03 10:00")
    }
    // FAILED and ARCHIVED in one snapshot: it is an evaluation, and that goes first.
    #expect(story.claims == ["ledger 06-02 10:00 contradicted 06-03 10:00"])
    let gone = Story {
      opened
      attempt(ended: "06-02 10:00")
      Snapshot("06-03 10:00", .notAvailable).archived()
    }
    #expect(gone.claims == ["ledger 06-02 10:00 lapsed 06-03 10:00"])
  }
}
