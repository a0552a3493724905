public import Remediation

/// The lengths of time that fixes are judged by.
public struct PolicyWindows: Sendable, Hashable {
  /// V: a fix is verified when the scanner passes within this time after it.
  public var verifiedWithin: TimeSpan
  /// N: a fix is proven when it held this long.
  public var heldFor: TimeSpan
  /// A claimed verdict shall be reviewed within this time.
  public var reviewWithin: TimeSpan
  /// More automatic attempts than this on one violation within ``loopWithin`` are a loop.
  public var loopAttempts: Int
  public var loopWithin: TimeSpan

  public init(
    verifiedWithin: TimeSpan = .hours(24), heldFor: TimeSpan = .days(30),
    reviewWithin: TimeSpan = .hours(24), loopAttempts: Int = 3, loopWithin: TimeSpan = .minutes(10)
  ) {
    self.verifiedWithin = verifiedWithin
    self.heldFor = heldFor
    self.reviewWithin = reviewWithin
    self.loopAttempts = loopAttempts
    self.loopWithin = loopWithin
  }
}
