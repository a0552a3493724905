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

  /// A policy in which every part bears on packages: terms by date, severity, environment and risk, names of
  /// accounts, verdicts in notes, frameworks.
  static let policy = """
    closeout-policy: 1
    id: estate
    version: "7"
    sla:
      - targets:
          - {severity: [critical, high], within: 20d}
          - {severity: [medium, low], within: 90d}
      - effective: 2026-05-15
        targets:
          - {severity: [critical, high, medium], within: 30d}
          - {severity: critical, environment: production, within: 7d}
          - {severity: [critical, high], risk: exposed, within: 48h}
    risk:
      exposed: {internet_reachable: true}
    windows:
      held_for: 14d
    notes:
      - {contains: "the", verdict: benign}
    frameworks:
      - name: House rules
        controls:
          S3.8: [H.1, H.2]

    """

  static func run(_ arguments: String..., input: [UInt8] = []) async throws -> PeerOutput {
    try await tool.run(arguments, input: input, environment: ["TZ": "Asia/Kathmandu", "LC_ALL": "C"])
  }
}
