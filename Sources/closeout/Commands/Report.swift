import ArgumentParser
import Foundation
import JSONKit
import Markup
import Store
import Trends

/// `closeout report`: the leader's page.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the leader's page: is remediation getting better, and why?",
    discussion: "One HTML file without scripts and without anything to load; it prints well.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var asOf: AsOfOptions

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var out: String?

  @Flag(help: "Print the numbers of the page as JSON.")
  var json = false

  func validate() throws {
    if out == nil, !json { throw ValidationError("Give --out FILE for the page, or --json for its numbers.") }
  }

  func run() throws {
    do {
      let report = try store.open(with: policy).store.snapshot(asOf: asOf.instant) { snapshot in
        try TrendReport(snapshot)
      }
      if let out {
        try Data(report.html(producer: ProgramVersion.producer)).write(
          to: URL(filePath: out), options: .atomic)
        Output.say("wrote \(terminalSafe(out))")
      }
      if json { Output.writeLine(report.json.text(sortedKeys: true, pretty: true)) }
    } catch {
      throw Failure.unable(error)
    }
  }
}
