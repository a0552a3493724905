/// Where bytes come from.
public enum IngestInput: Sendable, Equatable {
  case file(path: String)
  case standardInput
  /// Bytes in memory, under the name that their records are reported with.
  case bytes([UInt8], name: String)

  /// The input that a command-line argument names: `-` is standard input.
  public init(argument: String) {
    self = argument == "-" ? .standardInput : .file(path: argument)
  }

  /// The name that records and messages are reported with.
  public var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "-"
    case .bytes(_, let name): name
    }
  }
}

/// Why an input could not be read at all.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Code: String, Sendable, Equatable, CaseIterable {
    case cannotOpen, cannotRead, isFolder
  }

  public let code: Code
  /// The path as given.
  public let file: String
  /// What the operating system said.
  public let cause: String

  public var description: String {
    switch code {
    case .cannotOpen: "cannot open \(file): \(cause)"
    case .cannotRead: "cannot read \(file): \(cause)"
    case .isFolder: "\(file) is a folder"
    }
  }
}
