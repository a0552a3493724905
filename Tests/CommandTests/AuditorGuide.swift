import Foundation
import TestSupport

/// The commands of `docs/auditor-guide.md`, with what they print.
struct AuditorGuide {
  struct Step: Equatable {
    var command: String
    var output: String
  }

  /// The heading that it stands under, and its steps.
  struct Session: Equatable {
    var heading: String
    var steps: [Step]
  }

  /// The shell functions, as an auditor saves them.
  let functions: String
  /// How a sample is drawn by hand, with `SEED` and 25 to be replaced.
  let draw: String
  let sessions: [Session]
  /// The package whose output is shown.
  let package: String
  let text: String

  init() throws {
    try self.init(
      String(contentsOf: Repository.root.appending(path: "docs/auditor-guide.md"), encoding: .utf8))
  }

  init(_ text: String) throws {
    self.text = text
    var sessions: [Session] = []
    var scripts: [String] = []
    var heading = ""
    var block: (language: String, lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        switch block {
        case (let language, let lines)? where language == "console":
          sessions.append(Session(heading: heading, steps: Self.steps(lines)))
          block = nil
        case (_, let lines)?:
          scripts.append(lines.map { $0 + "\n" }.joined())
          block = nil
        case nil: block = (String(line.dropFirst(3)), [])
        }
      } else if block != nil {
        block?.lines.append(line)
      } else if line.hasPrefix("#") {
        heading = line.drop { $0 == "#" || $0 == " " }.description
      }
    }
    self.sessions = sessions
    functions = scripts.first ?? ""
    draw = scripts.last ?? ""
    package = text.firstMatch(of: /closeout-[0-9a-f]{12}/).map { String($0.output) } ?? ""
  }

  private static func steps(_ lines: [String]) -> [Step] {
    lines.reduce(into: []) { steps, line in
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), output: ""))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output += line + "\n"
      }
    }
  }

  /// The steps that are done by hand in the folder of a package: those under a numbered heading.
  func byHand(of package: String) -> [Step] {
    sessions.filter { $0.heading.first?.isNumber ?? false }.flatMap(\.steps).map { step in
      Step(command: step.command.replacing(self.package, with: package), output: step.output)
    }
  }

  func steps(under heading: String) -> [Step] {
    sessions.filter { $0.heading == heading }.flatMap(\.steps)
  }
}

/// A folder with nothing in it but what an auditor has: packages, keys, checkpoints, and few programs.
struct BareMachine: ~Copyable {
  let folder: TemporaryFolder
  let path: String

  /// What the coreutils are; the shell has its own printf, test and echo.
  static let coreutils = [
    "base64", "cat", "comm", "cp", "cut", "dirname", "du", "head", "ls", "mkdir", "mktemp", "mv", "od", "rm",
    "sha256sum", "sort", "tail", "tr", "uniq", "wc",
  ]

  init() throws {
    let folder = try TemporaryFolder()
    let programs = folder.file("programs")
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    for name in Self.coreutils + ["sh", "openssl", "xmllint"] {
      guard let tool = PeerTool(name).url else { throw PeerError.missing(name) }
      try FileManager.default.createSymbolicLink(
        at: programs.appending(path: name), withDestinationURL: tool)
    }
    path = programs.path
    self.folder = folder
  }

  /// Runs commands one after the other in one shell, and gives what each printed and said.
  ///
  /// - Parameter work: the folder that the first one runs in.
  func run(_ commands: [String], in work: URL) async throws -> [String] {
    let outputs = folder.file("outputs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: outputs, withIntermediateDirectories: true)
    let script = commands.enumerated().map { number, command in
      "{\n\(command)\n} > '\(outputs.path)/\(number)' 2>&1\n"
    }
    let shell = try await PeerTool(path + "/sh").run(
      ["-c", script.joined()], environment: ["PATH": path], in: work, timeout: .seconds(300))
    return try commands.indices.map { number in
      let file = outputs.appending(path: "\(number)")
      guard FileManager.default.fileExists(atPath: file.path) else { return "not run: \(shell.errorText)" }
      return try String(contentsOf: file, encoding: .utf8)
    }
  }
}
