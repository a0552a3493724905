import ArgumentParser
import Foundation
import Intake
import Policy
import Store

/// Which policy a command works by.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp(
      "The policy.", discussion: "Default: closeout.yaml beside the store, else built-in defaults.",
      valueName: "file"))
  var path: String?

  /// The file, where there is one.
  func file(besideStore store: String) -> String? {
    if let path { return path }
    let beside = URL(filePath: store).deletingLastPathComponent().appending(path: "closeout.yaml").path
    return FileManager.default.fileExists(atPath: beside) ? beside : nil
  }

  func load(besideStore store: String) throws(PolicyError) -> Policy {
    guard let file = file(besideStore: store) else { return .builtIn }
    return try Policy(contentsOf: file)
  }
}

extension StoreOptions {
  /// Opens the store with a policy: what its rules read in records is brought up to date.
  func open(with options: PolicyOptions) throws -> (store: Store, policy: Policy) {
    // A policy that cannot be used stops the command before anything is opened.
    let policy = try options.load(besideStore: path)
    let store = try open()
    try PolicyRules(policy).apply(to: store)
    return (store, policy)
  }
}
