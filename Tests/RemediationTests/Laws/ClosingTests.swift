import Remediation
import Testing

@Suite("An episode closes")
struct ClosingTests {
  @Test(
    "for the reason that its snapshot gives",
    arguments: [
      (Snapshot("06-02 10:00", .passed), "verified"),
      (Snapshot("06-02 10:00", .failed).workflow(.suppressed), "suppressed"),
      (Snapshot("06-02 10:00", .failed).verdict(.falsePositive), "false_positive"),
      (Snapshot("06-02 10:00", .failed).noteVerdict(.falsePositive), "false_positive"),
      (Snapshot("06-02 10:00", .failed).verdict(.benign), "benign"),
      (Snapshot("06-02 10:00", .failed).archived(.resourceGone), "resource_gone"),
      (Snapshot("06-02 10:00", .notAvailable).archived(), "resource_gone"),
      (Snapshot("06-02 10:00", .failed).archived(.consolidated), "superseded"),
      (Snapshot("06-02 10:00", .failed).archived(.controlDisabled), "control_disabled"),
      (Snapshot("06-02 10:00", .failed).archived(), "archived"),
    ])
  func reasons(snapshot: Snapshot, reason: String) {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      snapshot
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 \(reason)"])
    #expect(story.folded.findings[0].closeReason?.name == reason)
    #expect(!story.folded.episodes[0].isWeak)
  }

  @Test("true positives and unknown verdicts close nothing", arguments: [Verdict.truePositive, .unknown])
  func noReason(verdict: Verdict) {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).verdict(verdict)
      triage(verdict, "06-03 10:00")
    }
    #expect(story.episodes == ["06-01 10:00 open"])
  }

  @Test("NOT_AVAILABLE, then archived: the resource is gone; a WARNING in between says otherwise")
  func unavailableThenArchived() {
    let gone = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .notAvailable)
      Snapshot("06-03 10:00").archived()
    }
    #expect(gone.episodes == ["06-01 10:00 to 06-03 10:00 resource_gone"])
    let archived = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .notAvailable)
      Snapshot("06-03 10:00", .warning)
      Snapshot("06-04 10:00").archived()
    }
    #expect(archived.episodes == ["06-01 10:00 to 06-04 10:00 archived"])
  }

  @Test("weakly, when a product closes its own finding")
  func weak() {
    let story = Story {
      Snapshot("06-01 10:00").started("06-01 10:00")
      Snapshot("06-02 10:00").archived().closedByProduct
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 verified"])
    #expect(story.folded.episodes[0].isWeak)
    let reopened = Story {
      Snapshot("06-01 10:00").started("06-01 10:00")
      Snapshot("06-02 10:00").archived().closedByProduct
      Snapshot("06-03 10:00").active
    }
    #expect(reopened.episodes == ["06-01 10:00 to 06-02 10:00 verified", "06-03 10:00 open"])
  }

  @Test("of several reasons in one snapshot, for the strongest")
  func precedence() {
    let every = Snapshot("06-02 10:00", .passed).workflow(.suppressed)
    let closing: [(Snapshot, String)] = [
      (every.archived(.consolidated).verdict(.falsePositive), "false_positive"),
      (every.archived(.consolidated).verdict(.benign), "benign"),
      (every.archived(.consolidated), "superseded"),
      (every.archived(.controlDisabled), "control_disabled"),
      (every.archived(.resourceGone), "resource_gone"),
      (every.archived(), "verified"),
      (Snapshot("06-02 10:00", .failed).workflow(.suppressed).archived(), "suppressed"),
    ]
    for (snapshot, reason) in closing {
      let story = Story {
        Snapshot("06-01 10:00", .failed).started("06-01 10:00")
        snapshot
      }
      #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 \(reason)"])
    }
    #expect(Set(CloseReason.allCases.map(\.name)).count == 8)
  }

  @Test("for the earlier reason: a later relabel does not change it")
  func relabel() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).workflow(.suppressed)
      Snapshot("06-03 10:00", .failed).workflow(.suppressed).verdict(.falsePositive)
      Snapshot("06-04 10:00", .failed).workflow(.suppressed).archived()
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 suppressed"])
    #expect(story.folded.findings[0].verdict == .falsePositive)
    #expect(story.folded.findings[0].verdictAt == at("06-03 10:00"))
  }

  @Test("for the cause that a snapshot states of a change which a history record told before")
  func causeOfAKnownChange() {
    let causes: [(Snapshot, String)] = [
      (Snapshot("06-02 10:00").archived().closedByProduct, "verified"),
      (Snapshot("06-02 10:00", .failed).archived(.controlDisabled), "control_disabled"),
      (Snapshot("06-02 10:00", .failed).archived(.resourceGone), "resource_gone"),
      (Snapshot("06-02 11:00", .failed).archived(.controlDisabled), "archived"),
    ]
    for (snapshot, reason) in causes {
      let story = Story {
        Snapshot("06-01 10:00", snapshot.facts.compliance).started("06-01 10:00")
        History("06-02 10:00", recordState: .archived)
        snapshot.seen("06-02 12:00")
      }
      #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 \(reason)"])
    }
  }

  @Test("for the reason with the earlier instant, though it is folded later")
  func earlierInstantFoldedLater() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      triage(.falsePositive, "06-02 10:00:03")
      Snapshot("06-02 10:00", .passed).seen("06-02 10:00:05")
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 verified"])
  }

  @Test("for a reviewed ledger verdict, that stands through a later PASSED")
  func ledgerVerdict() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      triage(.falsePositive, "06-02 10:00")
      Snapshot("06-03 10:00", .passed)
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 false_positive"])
  }

  @Test("and the ledger verdict ends with PASSED and then FAILED: the next episode")
  func ledgerVerdictEnds() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      triage(.falsePositive, "06-02 10:00")
      Snapshot("06-03 10:00", .passed)
      Snapshot("06-04 10:00", .failed)
      Snapshot("06-05 10:00", .failed)
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 false_positive", "06-04 10:00 open"])
    let judgedLate = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .passed)
      triage(.falsePositive, "06-03 10:00")
      Snapshot("06-04 10:00", .failed)
    }
    #expect(judgedLate.episodes == ["06-01 10:00 to 06-02 10:00 verified", "06-04 10:00 open"])
  }

  @Test("twice when it failed and was archived or suppressed between two snapshots")
  func failedAndSetAside() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .passed)
      Snapshot("06-03 10:00", .failed).workflow(.suppressed).seen("06-03 12:00")
    }
    #expect(
      story.episodes == [
        "06-01 10:00 to 06-02 10:00 verified", "06-03 10:00 to ~06-03 12:00 suppressed",
      ])
    let suppressedFirst = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .passed)
      Snapshot("06-03 10:00", .failed).workflow(.suppressed).note("06-02 12:00")
    }
    #expect(suppressedFirst.episodes == ["06-01 10:00 to 06-02 10:00 verified"])
  }
}
