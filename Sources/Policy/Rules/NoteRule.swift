public import Remediation

/// Reads a verdict in the notes of findings, for sources that have no field for one.
public struct NoteRule: Sendable, Hashable {
  /// What a note has to contain, upper and lower case alike.
  public var contains: String
  public var verdict: Verdict

  public init(contains: String, verdict: Verdict) {
    self.contains = contains
    self.verdict = verdict
  }

  func matches(_ lowercasedNote: String) -> Bool {
    lowercasedNote.contains(contains.lowercased())
  }
}

extension [NoteRule] {
  /// The verdict that the first matching rule reads in a note.
  public func verdict(in note: String) -> Verdict? {
    let lowercased = note.lowercased()
    return first { $0.matches(lowercased) }?.verdict
  }
}
