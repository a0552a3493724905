import Remediation
import Reports

extension EvidencePage.Chapter {
  /// The chapters of an episode; one that has nothing to tell is there when its absence says something.
  static func all(of episode: EpisodeStory, _ cite: Citing) -> [Self] {
    Chapter.allCases.compactMap { chapter in
      let statements = episode.chapters[chapter] ?? []
      guard !statements.isEmpty || chapter.isExpected(in: episode) else { return nil }
      return Self(
        name: chapter.rawValue, title: chapter.title,
        statements: statements.map { EvidencePage.Statement($0, cite) },
        absence: statements.isEmpty ? chapter.absence : nil)
    }
  }
}

extension Chapter {
  fileprivate func isExpected(in episode: EpisodeStory) -> Bool {
    self == .afterwards ? episode.reason == .verified : absence != nil
  }
}

extension EvidencePage.Statement {
  init(_ statement: Evidence.Statement, _ cite: Citing) {
    self.init(
      at: EvidencePage.Time(statement.at), until: statement.until.map(EvidencePage.Time.init),
      summary: statement.summary + cite.remainder(statement.records), citations: cite(statement.records),
      facts: statement.facts.map {
        EvidencePage.Fact(name: $0.name, value: EvidencePage.Value($0.value, $0.style))
      },
      checks: statement.checks.map(EvidencePage.Check.init),
      difference: statement.difference.map(EvidencePage.Difference.init))
  }
}

extension EvidencePage.Check {
  init(_ check: Evidence.Statement.Check) {
    let (passed, support) =
      switch check.passed {
      case true?: ("yes", "supported")
      case false?: ("no", "against")
      case nil: ("not recorded", "neutral")
      }
    self.init(
      name: check.name, expected: check.expected ?? "", actual: check.actual ?? "", passed: passed,
      support: support)
  }
}

extension EvidencePage.Difference {
  init(_ difference: StructuredDiff) {
    var rest: [String] = []
    if difference.lines.isEmpty { rest.append("Before and after are the same.") }
    if difference.unchanged > 0, !difference.lines.isEmpty {
      rest.append("Unchanged: \(counted(difference.unchanged, "value")).")
    }
    if difference.omitted > 0 {
      rest.append("\(counted(difference.omitted, "difference")) more in the record.")
    }
    self.init(
      heading: difference.isPlanned ? "What would change" : "What changed",
      lines: difference.lines.map { line in
        Line(
          path: line.path.isEmpty ? "the whole" : line.path,
          before: line.before.map { EvidencePage.Value($0, .text) },
          after: line.after.map { EvidencePage.Value($0, .text) })
      }, rest: rest.isEmpty ? nil : rest.joined(separator: " "))
  }
}

extension EvidencePage.Episode {
  init(_ episode: EpisodeStory, _ cite: Citing) {
    self.init(
      number: episode.number, opened: EvidencePage.Time(episode.openedAt),
      closed: episode.closedAt.map(EvidencePage.Time.init),
      state: episode.reason.map { "closed, \($0.name.replacing("_", with: " "))" } ?? episode.state.name,
      sla: episode.sla.sentence, statements: episode.statements.map { EvidencePage.Statement($0, cite) })
  }
}
