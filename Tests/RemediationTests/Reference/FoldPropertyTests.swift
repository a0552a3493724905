import Remediation
import TestSupport
import Testing

@Suite("For any story")
struct FoldPropertyTests {
  static let seeds = 0..<5

  /// Hands out random stories of one to four findings.
  private func forEachStory(
    _ seed: Int, count: Int = 600, _ body: (RandomStory, inout SeededGenerator) throws -> Void
  ) rethrows {
    var random = SeededGenerator(seed: UInt64(seed))
    for index in 0..<count {
      try body(RandomStory(findings: index % 4 + 1, isPlain: false, using: &random), &random)
    }
  }

  @Test("the reference model, built otherwise, agrees", arguments: seeds)
  func reference(seed: Int) {
    var random = SeededGenerator(seed: UInt64(1000 + seed))
    for _ in 0..<2000 {
      let story = RandomStory(findings: 1, isPlain: true, using: &random)
      let folded = EpisodeFolding.fold(story.records, findings: 1)
      let lines = folded.episodes.map { episode in
        var bare = episode
        bare.isOpeningEstimated = false
        bare.isClosingEstimated = false
        bare.timeDefect = nil
        return ([bare.line] + episode.suppressions.map(\.line) + episode.claims.map(\.line))
          .joined(separator: "; ")
      }
      let expected = ReferenceModel(story.records).episodes
      guard lines != expected else { continue }
      Issue.record("\(story.told)\nfold:      \(lines)\nreference: \(expected)")
      return
    }
  }

  @Test("no order of arrival changes anything", arguments: seeds)
  func permutation(seed: Int) {
    forEachStory(seed) { story, random in
      let folded = EpisodeFolding.fold(story.records, findings: story.findings)
      let shuffled = story.records.shuffled(using: &random)
      #expect(EpisodeFolding.fold(shuffled, findings: story.findings) == folded)
      #expect(EpisodeFolding.fold(story.records.reversed(), findings: story.findings) == folded)
    }
  }

  @Test("no opening and no closing lies after the records that were folded", arguments: seeds)
  func asOf(seed: Int) {
    forEachStory(seed) { story, random in
      let asOf = RandomStory.instant(Int64.random(in: 0...60, using: &random))
      let known = story.records.filter { $0.order.eventTime <= asOf }
      for episode in EpisodeFolding.fold(known, findings: story.findings).episodes {
        #expect(episode.openedAt <= asOf)
        #expect(episode.closedAt ?? asOf <= asOf)
      }
    }
  }

  @Test("episodes are numbered from one, and overlap only where a time defect says so", arguments: seeds)
  func episodes(seed: Int) {
    forEachStory(seed) { story, _ in
      let episodes = EpisodeFolding.fold(story.records, findings: story.findings).episodes
      #expect(episodes.map(\.number) == Array(1..<episodes.count + 1))
      for (episode, next) in zip(episodes, episodes.dropFirst()) {
        #expect(episode.state == .closed)
        if let closedAt = episode.closedAt, next.openedAt < closedAt {
          #expect(next.timeDefect == .endBeforeStart)
        }
      }
      for episode in episodes {
        #expect((episode.state == .closed) == (episode.closedAt != nil))
        #expect((episode.closedAt == nil) == (episode.reason == nil))
        if let closedAt = episode.closedAt, closedAt < episode.openedAt {
          #expect(episode.timeDefect == .endBeforeStart)
        }
      }
    }
  }

  @Test("an episode is open or claimed exactly while some finding fails", arguments: seeds)
  func failing(seed: Int) {
    forEachStory(seed) { story, _ in
      let folded = EpisodeFolding.fold(story.records, findings: story.findings)
      let isActive = folded.episodes.last.map { $0.state != .closed } ?? false
      #expect(folded.findings.contains(where: \.isFailing) == isActive)
      let isClaimed = isActive && folded.findings.allSatisfy { !$0.isFailing || $0.isClaimed }
      #expect((folded.episodes.last?.state == .claimed) == isClaimed)
    }
  }

  @Test("claims and rollbacks change no opening and no closing", arguments: seeds)
  func claims(seed: Int) {
    forEachStory(seed) { story, random in
      let last = story.records.map(\.order.eventTime).max() ?? RandomStory.instant(0)
      let ended = last.advanced(byMilliseconds: -600_000 * Int64.random(in: 0...40, using: &random))
      let order = RecordOrder(eventTime: last, latestTime: last, hashPrefix: 1 << 40)
      let claim = FoldingRecord(record: 1 << 40, finding: nil, order: order, content: .claim(at: ended))
      let plain = EpisodeFolding.fold(story.records, findings: story.findings).episodes
      let claimed = EpisodeFolding.fold(story.records + [claim], findings: story.findings).episodes
      #expect(claimed.map(\.span) == plain.map(\.span))
      for episode in claimed {
        #expect(episode.contradictions <= episode.claims.count)
        #expect(episode.claims == episode.claims.sorted { $0.at < $1.at })
        for claim in episode.claims {
          #expect(claim.at >= episode.openedAt)
          #expect(episode.closedAt.map { claim.at < $0 } ?? true)
          if episode.state == .closed { #expect(claim.outcome != .standing) }
        }
      }
    }
  }

  @Test("a suppression set and lifted moves no opening, and stops no clock", arguments: seeds)
  func suppression(seed: Int) {
    forEachStory(seed) { story, _ in
      let folded = EpisodeFolding.fold(story.records, findings: story.findings)
      guard let index = folded.findings.firstIndex(where: { $0.isFailing && $0.workflow == .new }),
        let last = story.records.map(\.order.eventTime).max()
      else { return }
      var changed = story.records
      for (step, workflow) in [WorkflowStatus.suppressed, .new].enumerated() {
        let instant = last.advanced(byMilliseconds: Int64(step + 1) * 600_000)
        var facts = FindingFacts()
        facts.workflow = workflow
        facts.changedAt = instant
        changed.append(
          FoldingRecord(
            record: 1 << 40 + Int64(step), finding: index,
            order: RecordOrder(eventTime: instant, latestTime: instant, hashPrefix: 0),
            content: .history(facts)))
      }
      let lifted = EpisodeFolding.fold(changed, findings: story.findings)
      #expect(lifted.episodes.map(\.span) == folded.episodes.map(\.span))
      #expect(lifted.findings[index].isFailing)
      #expect(
        (lifted.episodes.last?.suppressions.count ?? 0)
          == (folded.episodes.last?.suppressions.count ?? 0) + 1)
    }
  }
}

extension Episode {
  /// What decides durations and reasons: everything but the claims.
  fileprivate var span: Episode {
    var copy = self
    copy.claims = []
    copy.suppressions = []
    if copy.state == .claimed { copy.state = .open }
    return copy
  }
}

extension RandomStory {
  /// The records in the order they are folded, for a message.
  fileprivate var told: String {
    records.sorted { $0.order < $1.order }.map { record in
      let facts = "\(record.content)".replacing("Remediation.", with: "")
        .replacing("FindingFacts", with: "").replacing("Optional", with: "")
      return "\(record.record) \(text(record.order.eventTime)): "
        + facts.split(separator: ", ").filter { !$0.hasSuffix(": nil") }.joined(separator: ", ")
    }.joined(separator: "\n")
  }
}
