/// A severity as it is shown: the word, and a colour and a bar that repeat it.
public enum SeverityMark: String, Hashable, Sendable, CaseIterable {
  case critical, high, medium, low, informational, unknown
}
