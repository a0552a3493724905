/// A proof verdict as it is shown: the word, and a sign and a colour that repeat it.
public enum VerdictMark: String, Hashable, Sendable, CaseIterable {
  case open, claimed, executed, verified, held, contradicted, regressed
  case rolledBack = "rolled-back"
  case notAFix = "not-a-fix"
  case indeterminate

  /// How well the evidence supports the fix; it chooses the colour.
  public var support: String {
    switch self {
    case .verified, .held: "supported"
    case .claimed, .executed: "partial"
    case .contradicted, .regressed, .rolledBack: "against"
    case .open, .notAFix, .indeterminate: "neutral"
    }
  }

  /// A sign that reads without colour.
  public var sign: String {
    switch support {
    case "supported": "✓"
    case "partial": "◐"
    case "against": "✕"
    default: "○"
    }
  }
}
