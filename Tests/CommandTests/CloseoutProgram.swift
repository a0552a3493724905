import Foundation
import TestSupport

/// The program itself, as the build made it beside the tests.
enum CloseoutProgram {
  static var tool: PeerTool {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [bundle, Repository.root.appending(path: ".build/debug")]
    let found = candidates.map { $0.appending(path: "closeout") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    return PeerTool(found?.path ?? "closeout")
  }

  static func run(_ arguments: String..., input: [UInt8] = []) async throws -> PeerOutput {
    try await tool.run(arguments, input: input, environment: ["TZ": "Asia/Kathmandu", "LC_ALL": "C"])
  }
}
