import ArgumentParser
import Foundation
import Markup

/// `closeout`: the command line.
@main
struct Closeout: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "closeout",
    abstract: "Close out cloud-security findings: honest numbers, and proof that an auditor can check alone.",
    discussion: """
      Reads Security Hub exports and remediation ledgers into one store file, works out what was really
      fixed, and serves it to Prometheus, to leaders and to auditors.

      Exit status: 0 done; 1 done, but records were rejected or a verification failed; 2 could not run;
      64 wrong usage.
      """,
    version: ProgramVersion.text,
    subcommands: [
      Demo.self, Ingest.self, Summary.self, Explain.self, Metrics.self, Report.self, Serve.self,
      Evidence.self, Verify.self, Key.self, Checkpoint.self, Prove.self, Consistency.self,
      CheckStore.self, PopulationCommand.self, Sample.self, OSCAL.self, SourceList.self, Rejected.self,
      CheckLedger.self, PolicyCommand.self, Rebuild.self,
    ]
  )

  /// Runs the command that was asked for. What ends it may repeat what was typed: that is made safe for the
  /// terminal as everything else is.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let code = exitCode(for: error)
      if code.isSuccess { exit(withError: error) }
      let message = fullMessage(for: error)
      if !message.isEmpty { Output.say(terminalSafe(message, keepingLines: true)) }
      Foundation.exit(code.rawValue)
    }
  }
}
