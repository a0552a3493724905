public import Policy

/// The policy that a proof is judged by, with the exact bytes of its file.
public struct EvidencePolicy: Sendable, Hashable {
  public var policy: Policy
  /// Nil for the built-in defaults; else a package carries them, and proves them where the log has them.
  public var text: [UInt8]?

  public init(_ policy: Policy = .builtIn, text: [UInt8]? = nil) {
    self.policy = policy
    self.text = text
  }

  public static let builtIn = EvidencePolicy()

  /// Reads the bytes of a policy's file.
  ///
  /// - Parameter name: what the policy is called where its file does not say.
  /// - Throws: all problems of the file.
  public init(text: [UInt8], name: String) throws(PolicyError) {
    try self.init(Policy(yaml: text, file: name), text: text)
  }
}
