/// One thing that is wrong with a policy file.
public struct PolicyProblem: Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable, CaseIterable {
    /// The file cannot be read.
    case unreadable
    /// It is no YAML.
    case syntax
    /// A key that must be there is not.
    case missing
    /// A key that means nothing here.
    case unknownKey = "unknown_key"
    /// A value that the key cannot have.
    case badValue = "bad_value"
    /// Two things that cannot both hold.
    case conflict
  }

  public var code: Code
  public var file: String
  /// Counted from 1; nil for the file as a whole.
  public var line: Int?
  /// The keys that lead to the place, with dots; empty for the file as a whole.
  public var key: String
  public var reason: String
  public var hint: String

  public init(_ code: Code, file: String, line: Int?, key: String, reason: String, hint: String) {
    self.code = code
    self.file = file
    self.line = line
    self.key = key
    self.reason = reason
    self.hint = hint
  }

  /// The place and what is wrong, on one line.
  public var headline: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return key.isEmpty ? "\(place): \(reason)" : "\(place): \(key): \(reason)"
  }

  public var description: String { "\(headline)\n\nhint: \(hint)" }
}

/// Why a policy file cannot be used: everything that is wrong with it, in the order of its lines.
public struct PolicyError: Error, Hashable, CustomStringConvertible {
  /// Never empty.
  public let problems: [PolicyProblem]

  init(_ problems: [PolicyProblem]) {
    self.problems = problems.sorted { ($0.line ?? 0, $0.key) < ($1.line ?? 0, $1.key) }
  }

  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
