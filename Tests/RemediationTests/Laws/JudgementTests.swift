import Remediation
import Testing

@Suite("The latest judgement of a violation")
struct JudgementTests {
  private func latest(@StoryBuilder _ tell: () -> [any StoryRecord]) -> String? {
    Judgement.latest(of: Story(tell).records).map { "\($0.verdict) \(text($0.at))" }
  }

  @Test("is the last verdict of a source or of a reviewed triage, however it closed")
  func latestWins() {
    let judged = latest {
      Snapshot("06-01 10:00", .failed)
      triage(.falsePositive, "06-02 10:00")
      Snapshot("06-01 10:00", .failed).verdict(.truePositive).seen("06-03 10:00")
      Snapshot("06-04 10:00", .failed).verdict(.truePositive)
    }
    #expect(judged == "truePositive 06-03 10:00")
    let story = Story {
      Snapshot("06-01 10:00", .failed)
      Snapshot("06-02 10:00", .failed).workflow(.suppressed)
      triage(.benign, "06-03 10:00")
    }
    #expect(story.folded.findings[0].verdict == .benign)
    #expect(story.folded.findings[0].verdictAt == at("06-03 10:00"))
    #expect(story.episodes.last?.hasSuffix("suppressed") == true)
  }

  @Test("is dated by a note only where the note changed with it")
  func note() {
    let kept = latest {
      Snapshot("06-01 10:00", .failed).note("06-01 11:00")
      Snapshot("06-01 10:00", .failed).note("06-01 11:00").verdict(.benign).seen("06-02 10:00")
    }
    #expect(kept == "benign 06-02 10:00")
    let changed = latest {
      Snapshot("06-01 10:00", .failed).note("06-01 11:00")
      Snapshot("06-01 10:00", .failed).note("06-02 09:00").verdict(.benign).seen("06-02 10:00")
    }
    #expect(changed == "benign 06-02 09:00")
  }

  @Test("is none when nothing was judged, and when the last verdict was withdrawn")
  func none() {
    #expect(latest { Snapshot("06-01 10:00", .failed).verdict(.unknown) } == nil)
    let withdrawn = latest {
      Snapshot("06-01 10:00", .failed).verdict(.falsePositive)
      Snapshot("06-02 10:00", .failed).verdict(.unknown)
    }
    #expect(withdrawn == nil)
    let stands = latest {
      triage(.falsePositive, "06-01 10:00")
      Snapshot("06-02 10:00", .failed).verdict(.unknown)
    }
    #expect(stands == "falsePositive 06-01 10:00")
  }
}
