public import Foundation
public import Testing

/// A Python script beside the tests that computes the same thing with other people's code.
///
/// The interpreter is `$CLOSEOUT_PEER_PYTHON`, else `.peers/bin/python` of the checkout, else `python3` on
/// the PATH; the last two only if they know the modules.
public struct PythonPeer: Sendable {
  public let script: URL
  public let modules: [String]

  /// The script `Tests/<X>/Peers/<name>` of the test target that the calling source file belongs to.
  public init(_ name: String, modules: [String], filePath: String = #filePath) {
    script = Repository.testFolder(of: filePath).appending(path: "Peers").appending(path: name)
    self.modules = modules
  }

  /// Runs the script and returns what it said, whatever its exit code.
  public func run(
    _ arguments: [String] = [], input: [UInt8] = [], timeout: Duration = .seconds(300)
  ) async throws -> PeerOutput {
    guard let python = try await Self.interpreter(knowing: modules) else {
      throw PeerError.missing("python3 with \(modules.joined(separator: ", "))")
    }
    return try await python.run(
      [script.path] + arguments, input: input, environment: ["PYTHONDONTWRITEBYTECODE": "1"],
      timeout: timeout)
  }

  /// Gives the script a question as JSON on its standard input and reads its answer as JSON.
  ///
  /// - Throws: ``PeerError/failed(_:_:_:)`` with the script's errors when it does not exit with 0.
  public func answer<Answer: Decodable>(
    to question: some Encodable, as type: Answer.Type = Answer.self
  ) async throws -> Answer {
    let output = try await run(input: Array(try JSONEncoder().encode(question)))
    guard output.succeeded else {
      throw PeerError.failed(script.lastPathComponent, output.status, output.errorText)
    }
    return try JSONDecoder().decode(type, from: Data(output.output))
  }

  /// The first interpreter that can import all the modules.
  public static func interpreter(knowing modules: [String]) async throws -> PeerTool? {
    if let named = ProcessInfo.processInfo.environment["CLOSEOUT_PEER_PYTHON"] { return PeerTool(named) }
    let own = Repository.root.appending(path: ".peers/bin/python").path
    for tool in [PeerTool(own), PeerTool("python3")] where tool.url != nil {
      if try await tool.run(["-c", lookup] + modules).succeeded { return tool }
    }
    return nil
  }

  /// Looks the modules up without importing them, which takes seconds for the large ones.
  private static let lookup = """
    import sys, importlib.util
    sys.exit(any(importlib.util.find_spec(name) is None for name in sys.argv[1:]))
    """
}

extension Trait where Self == ConditionTrait {
  /// The test runs only where a Python with these modules is found; under `CI=true` it runs always.
  public static func needs(python modules: String...) -> Self {
    .enabled("needs python3 with \(modules.joined(separator: ", "))") {
      if Repository.isContinuousIntegration { return true }
      return try await PythonPeer.interpreter(knowing: modules) != nil
    }
  }
}
