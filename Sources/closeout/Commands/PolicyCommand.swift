import ArgumentParser
import JSONKit
import Markup
import Policy
import Remediation

/// `closeout policy`: what the organisation decided.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Check a policy file: deadlines, accounts, lanes, windows, frameworks.",
    subcommands: [Check.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Say what is wrong with a policy file, line by line, and how to mend it.",
      discussion: "docs/policy.md describes the file. Exit status 1 when there is a problem.")

    @Flag(help: "Print the result as JSON.")
    var json = false

    @Argument(help: ArgumentHelp("The policy.", valueName: "file"))
    var file = "closeout.yaml"

    func run() throws {
      let result = Result { () throws(PolicyError) in try Policy(contentsOf: file) }
      Output.writeLine(json ? result.json.text(sortedKeys: true, pretty: true) : result.text(file))
      guard case .failure(let error) = result else { return }
      throw error.problems.contains { $0.code == .unreadable } ? Failure.unable : Failure.incomplete
    }
  }
}

extension Result<Policy, PolicyError> {
  fileprivate func text(_ file: String) -> String {
    switch self {
    case .success(let policy):
      let targets = policy.sla.terms.reduce(0) { $0 + $1.targets.count }
      var table = Table()
      table.add("SLA targets", Quantities.count(targets))
      table.add("  changed", Quantities.count(max(0, policy.sla.terms.count - 1)))
      table.add("accounts", Quantities.count(policy.accounts.count))
      table.add("controls with an action", Quantities.count(policy.actions.controls.count))
      table.add("note rules", Quantities.count(policy.noteRules.count))
      table.add("frameworks", Quantities.count(policy.frameworks.count))
      let version = policy.version.map { " \($0)" } ?? ""
      return terminalSafe("\(file): policy \(policy.id)\(version) has no problem") + "\n" + table.text
        + "\nSHA-256 \(policy.digest ?? "")"
    case .failure(let error):
      return error.problems.map { problem in
        terminalSafe(problem.headline) + "\n  fix: " + terminalSafe(problem.hint)
      }.joined(separator: "\n")
    }
  }

  fileprivate var json: JSONValue {
    switch self {
    case .success(let policy):
      [
        "schema": 1, "id": .string(policy.id), "version": policy.version.map(JSONValue.string) ?? .null,
        "digest": policy.digest.map(JSONValue.string) ?? .null, "problems": .array([]),
      ]
    case .failure(let error):
      [
        "schema": 1, "id": .null, "version": .null, "digest": .null,
        "problems": .array(
          error.problems.map { problem in
            [
              "code": .string(problem.code.rawValue), "file": .string(problem.file),
              "line": problem.line.map { .int(Int64($0)) } ?? .null, "key": .string(problem.key),
              "reason": .string(problem.reason), "hint": .string(problem.hint),
            ]
          }),
      ]
    }
  }
}
