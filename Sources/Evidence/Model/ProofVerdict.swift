import Remediation

/// What the records support, in one word, with the links that it rests on.
public struct ProofVerdict: Sendable, Hashable {
  public enum Word: String, Sendable, CaseIterable {
    case open, claimed, executed, verified, held, contradicted, regressed
    case rolledBack = "rolled-back"
    case notAFix = "not-a-fix"
    case indeterminate
  }

  public enum Answer: String, Sendable, CaseIterable {
    case yes, no
    case notRecorded = "not recorded"
  }

  /// The links are independent: a human fix has no recorded execution, silence is not *held*.
  public enum LinkName: String, Sendable, CaseIterable {
    case claimed, executed, verified, held
  }

  public struct Link: Sendable, Hashable {
    public var name: LinkName
    public var answer: Answer
    /// Why, in a sentence.
    public var reason: String
    public var records: [RecordNumber]
  }

  /// Something that a reader has to know before anything else.
  public struct Notice: Sendable, Hashable {
    /// Contradictions and what is withheld stand above the verdict, doubts below it.
    public enum Weight: String, Sendable, CaseIterable {
      case contradiction, withheld, doubt
    }

    public var weight: Weight
    public var text: String
    public var records: [RecordNumber]
  }

  public var word: Word
  /// What the word rests on.
  public var sentence: String
  public var records: [RecordNumber]
  public var links: [Link]
  /// Contradictions and doubts, the gravest first.
  public var notices: [Notice]

  public subscript(name: LinkName) -> Answer? { links.first { $0.name == name }?.answer }

  /// The first link that is not there.
  public var firstMissing: Link? { links.first { $0.answer != .yes } }
}
