/// What is wrong in a mapping file, where, and what to write instead.
public struct MappingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The name of the mapping file.
  public let file: String
  /// The line of the file, from 1; nil when the whole file is meant.
  public let line: Int?
  /// The key at fault, dots between its levels; empty for the file.
  public let key: String
  /// What was found and what was expected.
  public let problem: String
  /// What to write.
  public let fix: String

  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(key.isEmpty ? "" : key + ": ")\(problem)\n\nhint: \(fix)"
  }
}
