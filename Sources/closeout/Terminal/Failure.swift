import ArgumentParser
import Markup

/// Why a command ended other than well; the exit status tells a program what the words tell a person.
enum Failure {
  /// Done, but records were rejected or a verification failed.
  static let incomplete = ExitCode(1)
  /// Could not run.
  static let unable = ExitCode(2)

  /// Says what went wrong and ends the command with status 2.
  static func unable(_ error: any Error) -> ExitCode {
    Output.say("closeout: " + terminalSafe(String(describing: error), keepingLines: true))
    return unable
  }
}
