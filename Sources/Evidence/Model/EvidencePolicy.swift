public import Remediation

/// The parts of the policy that a proof is judged by.
public struct EvidencePolicy: Sendable, Hashable {
  /// What the policy is called on the page: the file's name, or that there was none.
  public var name: String
  public var version: String?
  /// SHA-256 of the policy's file in hexadecimal; nil for the built-in defaults.
  public var digest: String?
  /// Days from opening to the deadline; a severity that is missing has no deadline.
  public var targetDays: [Severity: Int]
  /// How many days after its close a fix has to be seen PASSED to be called held.
  public var heldDays: Int

  public init(
    name: String = "built-in defaults", version: String? = nil, digest: String? = nil,
    targetDays: [Severity: Int] = [.critical: 15, .high: 30, .medium: 90, .low: 180], heldDays: Int = 30
  ) {
    self.name = name
    self.version = version
    self.digest = digest
    self.targetDays = targetDays
    self.heldDays = heldDays
  }

  public static let builtIn = EvidencePolicy()
}
