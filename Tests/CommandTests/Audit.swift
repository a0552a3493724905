import Foundation
import TestSupport
import Testing

/// A demo estate in a store, with a checkpoint kept in the middle, and all packages unpacked.
struct Audit: ~Copyable {
  static let until = "2026-06-30T00:00:00Z"

  let machine: BareMachine
  let work: URL
  let store: String
  let packages: [String]

  /// - Parameters:
  ///   - rewrite: changes a ledger file before it is read: the history of another log.
  ///   - other: a store whose keys are taken, by somebody who has them.
  ///   - withholding: kinds of records that are left out of the packages.
  init(
    rewrite: ((String) -> String)? = nil, keysOf other: String? = nil, withholding: [String] = []
  ) async throws {
    let machine = try BareMachine()
    let work = machine.folder.file("work")
    let demo = machine.folder.file("demo").path
    let store = machine.folder.file("estate.db").path
    func save(_ name: String, _ arguments: String...) async throws {
      let result = try await CloseoutProgram.tool.run(arguments)
      try #require(result.succeeded, "\(arguments): \(result.errorText)")
      try Data(result.output).write(to: work.appending(path: name))
    }
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    try await Self.closeout("demo", "--out", demo, "--findings", "50", "--days", "60", "--until", Self.until)
    if let rewrite { try Self.rewrite(in: demo, rewrite) }
    if let other { try Self.copyKeys(from: other, to: store) }
    try await Self.closeout("ingest", "--store", store, demo + "/ledger")
    if other == nil { try await Self.closeout("key", "init", "--store", store) }
    try await save("OLD", "checkpoint", "--store", store)
    _ = try await CloseoutProgram.run("ingest", "--store", store, demo + "/securityhub")
    let out = machine.folder.file("out")
    try await Self.closeout(
      ["evidence", "--store", store, "--all", "--as-of", Self.until, "--out", out.path]
        + withholding.flatMap { ["--withhold", $0] })
    try await save("GROWN", "consistency", "--store", store, work.appending(path: "OLD").path)
    try await save("KEY.pub", "key", "show", "--pem", "--store", store)
    try await save("LOG.pub", "key", "show", "--pem", "--log", "--store", store)
    let packages = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
      .filter { $0.hasSuffix(".zip") }.map { String($0.dropLast(4)) }
    for package in packages {
      let unzip = try await PeerTool.unzip.run(
        ["-q", out.appending(path: package + ".zip").path, "-d", work.path])
      try #require(unzip.succeeded)
    }
    try Data(try AuditorGuide().functions.utf8).write(to: work.appending(path: "log.sh"))
    self.packages = packages
    self.work = work
    self.store = store
    self.machine = machine
  }

  private static func closeout(_ arguments: String...) async throws {
    try await closeout(arguments)
  }

  private static func closeout(_ arguments: [String]) async throws {
    let result = try await CloseoutProgram.tool.run(arguments)
    try #require(result.succeeded, "\(arguments): \(result.errorText)\(result.text)")
  }

  private static func rewrite(in demo: String, _ change: (String) -> String) throws {
    let ledger = URL(filePath: demo).appending(path: "ledger")
    let names = try FileManager.default.contentsOfDirectory(atPath: ledger.path).sorted()
    let file = ledger.appending(path: try #require(names.first { $0.hasPrefix("remediation-") }))
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(change(text) != text)
    try change(text).write(to: file, atomically: false, encoding: .utf8)
  }

  static func copyKeys(from other: String, to store: String) throws {
    for kind in ["log.key", "log.pub", "package.key", "package.pub"] {
      try FileManager.default.copyItem(
        atPath: String(other.dropLast(2)) + kind, toPath: String(store.dropLast(2)) + kind)
    }
  }

  /// What each step printed, where it is not what the guide says.
  func differences(_ steps: [AuditorGuide.Step]) async throws -> [AuditorGuide.Step] {
    let printed = try await machine.run(steps.map(\.command), in: work)
    return zip(steps, printed).filter { $0.output != $1 }.map { .init(command: $0.command, output: $1) }
  }

  /// A copy of a package, to falsify.
  func copy(_ package: String, to name: String) throws -> URL {
    let copy = work.appending(path: name)
    try? FileManager.default.removeItem(at: copy)
    try FileManager.default.copyItem(at: work.appending(path: package), to: copy)
    return copy
  }
}
