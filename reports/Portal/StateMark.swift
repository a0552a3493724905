/// How a violation stands as it is shown: the word, and a sign and a colour that repeat it.
public struct StateMark: Hashable, Sendable {
  /// The class of the colour: supported, partial, against or neutral.
  public var support: String
  /// A sign that reads without colour.
  public var sign: String
  public var word: String

  private init(_ support: String, _ sign: String, _ word: String) {
    self.support = support
    self.sign = sign
    self.word = word
  }

  public static let open = StateMark("against", "○", "open")
  public static let claimed = StateMark("partial", "◐", "claimed")
  public static let verified = StateMark("supported", "✓", "verified")
  /// Found passing, or never evaluated.
  public static let neverFailed = StateMark("neutral", "–", "never failed")

  /// Closed for a reason that is no fix: suppressed, resource gone, ….
  public static func closed(_ reason: String) -> StateMark { StateMark("neutral", "–", reason) }
}
