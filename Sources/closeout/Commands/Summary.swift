import ArgumentParser
import JSONKit
import Store
import Summary

/// `closeout summary`: the numbers.
struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what is open, what was really fixed, how long it took and what came back.",
    discussion: "Every number is defined in docs/definitions.md.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var window: WindowOptions

  @Flag(help: "Print the numbers as JSON.")
  var json = false

  func run() throws {
    do {
      let numbers = try store.open().snapshot(asOf: asOf.instant, window: window.window) { snapshot in
        try EstateSummary(snapshot)
      }
      if json {
        Output.writeLine(numbers.json.text(sortedKeys: true, pretty: true))
      } else {
        Output.writeLine(SummaryText(numbers).text)
      }
    } catch {
      throw Failure.unable(error)
    }
  }
}
