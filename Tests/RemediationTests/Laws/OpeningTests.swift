import Remediation
import Testing

@Suite("An episode opens")
struct OpeningTests {
  @Test("at the earliest of FirstObservedAt, CreatedAt and the first failing observation")
  func firstEpisode() {
    let story = Story {
      Snapshot("06-03 10:00", .failed).started("06-02 08:00")
      Snapshot("06-04 10:00", .failed).started("06-01 08:00")
    }
    #expect(story.episodes == ["06-01 08:00 open"])
    let later = Story { Snapshot("06-03 10:00", .failed).started("06-05 08:00") }
    #expect(later.episodes == ["06-03 10:00 open"])
  }

  @Test("a scanner that rewrites its times on each scan does not move it")
  func rewrittenTimes() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).started("06-02 10:00")
      Snapshot("06-03 10:00", .failed).started("06-03 10:00")
    }
    #expect(story.episodes == ["06-01 10:00 open"])
  }

  @Test("at an older failing evaluation that is seen later, while the first episode lasts")
  func olderEvaluation() {
    let story = Story {
      Snapshot("06-02 10:00", .failed)
      Snapshot("06-01 10:00", .failed).seen("06-03 10:00")
    }
    #expect(story.episodes == ["~06-01 10:00 open"])
  }

  @Test("at the transition when a PASSED snapshot precedes the first failing one")
  func passedBefore() {
    let story = Story {
      Snapshot("06-01 10:00", .passed).started("05-01 10:00")
      Snapshot("06-03 10:00", .failed).started("05-01 10:00")
    }
    #expect(story.episodes == ["06-03 10:00 open"])
    let told = Story { History("06-03 10:00", .failed, was: .passed) }
    #expect(told.episodes == ["06-03 10:00 open"])
  }

  @Test("estimated when one snapshot alone tells of it")
  func estimated() {
    #expect(Story { Snapshot("06-01 10:00", .failed) }.episodes == ["~06-01 10:00 open"])
    let known = Story {
      Snapshot("06-01 10:00", .warning)
      Snapshot("06-02 10:00", .failed)
    }
    #expect(known.episodes == ["06-02 10:00 open"])
  }

  @Test("again at PASSED to FAILED, never at CreatedAt")
  func reopening() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 09:00")
      Snapshot("06-02 10:00", .passed).started("06-01 09:00")
      Snapshot("06-05 10:00", .failed).started("06-01 09:00")
    }
    #expect(story.episodes == ["06-01 09:00 to 06-02 10:00 verified", "06-05 10:00 open"])
    #expect(story.folded.episodes.map(\.number) == [1, 2])
    #expect(story.folded.episodes.map(\.openedBy) == [1, 3])
  }

  @Test("again at ARCHIVED to ACTIVE while failing")
  func reactivated() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .failed).archived()
      Snapshot("06-03 10:00", .failed).active
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 archived", "06-03 10:00 open"])
  }

  @Test("again at the first failing UpdatedAt of a new finding Id, never at its CreatedAt")
  func newIdentity() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .passed)
      Snapshot("06-05 10:00", .failed).started("06-04 10:00").finding(1)
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 10:00 verified", "~06-05 10:00 open"])
    let exact = Story {
      Snapshot("06-01 10:00", .failed).started("06-01 10:00")
      Snapshot("06-02 10:00", .passed)
      Snapshot("06-05 10:00", .failed).started("06-05 10:00").finding(1)
    }
    #expect(exact.episodes.last == "06-05 10:00 open")
  }

  @Test("not for a finding never seen failing, however often it passes")
  func neverFailing() {
    let story = Story {
      Snapshot("06-01 10:00", .passed).workflow(.resolved)
      Snapshot("06-02 10:00", .passed)
      Snapshot("06-03 10:00", .warning)
      Snapshot("06-04 10:00", .passed).archived()
    }
    #expect(story.episodes == [])
    #expect(story.folded.findings[0].episode == 0)
  }

  @Test("for a finding that only a history record saw failing")
  func failingInHistoryOnly() {
    let story = Story {
      History("06-02 10:00", .passed, was: .failed)
      Snapshot("06-02 09:59", .passed).started("06-01 10:00").seen("06-02 12:00")
    }
    #expect(story.episodes == ["06-01 10:00 to 06-02 09:59 verified"])
    // The snapshot may also be folded first: it shows the same change.
    let other = Story {
      Snapshot("06-02 09:59", .passed).started("06-01 10:00").seen("06-02 09:59:58")
      History("06-02 10:00", .passed, was: .failed)
    }
    #expect(other.episodes == ["06-01 10:00 to 06-02 09:59 verified"])
    let held = Story { History("06-02 10:00", .warning, was: .failed) }
    #expect(held.episodes == ["~06-02 10:00 open"])
  }

  @Test(
    "and closes at once when first seen suppressed, archived or judged while FAILED",
    arguments: [
      (Snapshot("06-02 10:00", .failed).started("06-01 10:00").workflow(.suppressed), "suppressed"),
      (Snapshot("06-02 10:00", .failed).started("06-01 10:00").archived(), "archived"),
      (Snapshot("06-02 10:00", .failed).started("06-01 10:00").verdict(.falsePositive), "false_positive"),
    ])
  func firstSeenClosed(snapshot: Snapshot, reason: String) {
    #expect(Story { snapshot }.episodes == ["06-01 10:00 to ~06-02 10:00 \(reason)"])
  }

  @Test("and keeps the severity of the record that opened it when PASSED lowers the finding's")
  func severity() {
    let story = Story {
      Snapshot("06-01 10:00", .failed).severity(.high)
      Snapshot("06-02 10:00", .failed).severity(.critical)
      Snapshot("06-03 10:00", .passed).severity(.informational)
      Snapshot("06-04 10:00", .failed)
    }
    #expect(story.folded.episodes.map(\.severity) == [.high, .critical])
    #expect(story.folded.findings[0].severity == .informational)
    let told = Story {
      History("06-01 10:00", .failed, was: .passed)
      Snapshot("06-02 10:00", .failed).severity(.medium)
    }
    #expect(told.folded.episodes.map(\.severity) == [.medium])
  }
}
