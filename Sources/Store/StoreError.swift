/// What can go wrong with a store, with its file and a hint for the person who has to mend it.
public struct StoreError: Error, Equatable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// There is no store at the path.
    case missing
    /// The file is no Closeout store.
    case foreign
    /// A newer Closeout wrote it.
    case tooNew
    /// Another process writes to it.
    case busy
    /// The disk, its permissions or its space.
    case inputOutput
    /// What is stored contradicts itself.
    case corrupt
    /// SQLite refused a statement: an error in this program.
    case statement
  }

  public var code: Code
  public var path: String
  public var reason: String
  public var hint: String?

  public init(_ code: Code, path: String, reason: String, hint: String? = nil) {
    self.code = code
    self.path = path
    self.reason = reason
    self.hint = hint
  }

  public var description: String {
    let first = "store \(path): \(reason)"
    return hint.map { "\(first)\n\nhint: \($0)" } ?? first
  }
}
