/// Why a file of metrics cannot be used, with its place and what to do.
public struct MetricDefinitionError: Error, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// The file or folder cannot be read.
    case unreadable
    /// A key that must be there is not.
    case missing
    /// A key that is not known, or is there twice.
    case unexpected
    /// A value that the key cannot have.
    case badValue
    /// Two files would write the same series.
    case clash
  }

  public var code: Code
  public var file: String
  /// Counted from 1; 0 for the file as a whole.
  public var line: Int
  public var reason: String
  public var hint: String?

  public init(_ code: Code, file: String, line: Int = 0, reason: String, hint: String? = nil) {
    self.code = code
    self.file = file
    self.line = line
    self.reason = reason
    self.hint = hint
  }

  public var description: String {
    let place = line > 0 ? "\(file):\(line)" : file
    let first = "\(place): \(reason)"
    return hint.map { "\(first)\n\nhint: \($0)" } ?? first
  }
}
