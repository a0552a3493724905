/// What happens to evidence and stands in no record; each is a counter of the store.
public enum Occurrence: String, Sendable, CaseIterable {
  case package = "closeout_evidence_packages"
  case verification = "closeout_evidence_verifications"
  case verificationFailure = "closeout_evidence_verification_failures"

  /// The counter that it is counted in.
  public var name: CountedName { CountedName(rawValue, []) }
}
