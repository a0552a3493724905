/// Why a package could not be made or a file of it could not be read.
public struct EvidenceError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// No finding has that name.
    case unknownFinding
    /// More than one finding has that name.
    case ambiguousFinding
    /// Nothing was recorded of the finding up to as-of.
    case noRecords
    /// What the store holds contradicts itself.
    case corruptStore
    /// The XML that was made does not follow its own schema: an error in this program.
    case invalidXML
    /// The store's log is not the one that a checkpoint is of: one of them was rewritten.
    case forkedLog
    /// A checkpoint or a proof is not what it has to be.
    case badProof
    /// Totals that have to agree do not.
    case unreconciled
    /// A key is missing, cannot be read or written, or is there already.
    case key
    /// A file or folder cannot be read.
    case unreadable
    /// Compression, hashing or signing failed.
    case failed
  }

  public let code: Code
  public let cause: String
  public let hint: String?

  public init(_ code: Code, _ cause: String, hint: String? = nil) {
    self.code = code
    self.cause = cause
    self.hint = hint
  }

  public var description: String { cause + (hint.map { "\n\nhint: \($0)" } ?? "") }
}
