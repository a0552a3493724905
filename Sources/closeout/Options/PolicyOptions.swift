import ArgumentParser
import Evidence
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

extension PolicyOptions {
  /// The policy with the bytes of its file, for proofs that carry it.
  func evidencePolicy(besideStore store: String) throws -> EvidencePolicy {
    guard let file = file(besideStore: store) else { return .builtIn }
    let name = URL(filePath: file).lastPathComponent
    return try EvidencePolicy(text: Array(Data(contentsOf: URL(filePath: file))), name: name)
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
