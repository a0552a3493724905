/// Why a proof, a note, an entry or a key was not accepted.
public struct LogError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// The text or the bytes do not follow their format.
    case malformed
    /// An index or a size lies outside the tree, or a proof has too few or too many hashes.
    case wrongSize = "wrong-size"
    /// The hashes lead to another root than the one that is trusted.
    case wrongRoot = "wrong-root"
    /// A signature by a known key does not hold.
    case badSignature = "bad-signature"
    /// No signature is by a known key.
    case unknownKey = "unknown-key"
    /// A key is of a kind that is not used here.
    case unsupportedKey = "unsupported-key"
    /// The storage gave fewer hashes than the tree has.
    case shortTile = "short-tile"
    /// Heads of one finding do not follow each other.
    case brokenChain = "broken-chain"
  }

  public let code: Code
  /// What it was found in: "checkpoint", "tile 0/17", "head 3"…
  public let place: String
  /// The line in it, from 1.
  public let line: Int?
  public let cause: String
  public let hint: String?

  public init(_ code: Code, in place: String, line: Int? = nil, _ cause: String, hint: String? = nil) {
    self.code = code
    self.place = place
    self.line = line
    self.cause = cause
    self.hint = hint
  }

  public var description: String {
    let at = line.map { "\(place), line \($0)" } ?? place
    return "\(at): \(cause)" + (hint.map { "\n\nhint: \($0)" } ?? "")
  }
}
