/// One of the three sentences at the top of the page, made by rules over the numbers.
///
/// The rules and their order: `docs/decisions/0006-sentences.md`.
public struct Sentence: Sendable, Equatable {
  /// What the sentence says of the estate; the page repeats it by a coloured edge.
  public enum Tone: String, Sendable {
    case good, bad, neutral
  }

  /// Which rule made it, for programs: `backlog-fell`.
  public var rule: String
  public var tone: Tone
  /// The answer in a few words.
  public var lead: String
  /// What it rests on: the population and its numbers.
  public var text: String

  init(_ rule: String, _ tone: Tone, _ lead: String, _ text: String) {
    self.rule = rule
    self.tone = tone
    self.lead = lead
    self.text = text
  }
}

extension TrendReport {
  /// Whether remediation is getting better; where time goes or what comes back; what needs a decision.
  public var sentences: [Sentence] {
    isEmpty ? [] : [direction, hotspot, decision]
  }
}
