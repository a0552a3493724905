import ArgumentParser
import JSONKit
import Store
import Summary

/// `closeout summary`: the numbers.
struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Show what is open, what was really fixed, how long it took and what came back.",
    discussion: """
      Every number is defined in docs/definitions.md; `closeout explain` lists what one is made of. The window
      is from --from to --to, or the --window before as-of: 30d, or a calendar month or week (2026-03,
      2026-W10).
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var known: KnownAtOptions
  @OptionGroup var window: WindowOptions
  @OptionGroup var cut: CutOptions

  @Flag(help: "Print the numbers as JSON.")
  var json = false

  func run() throws {
    do {
      let (store, policy) = try store.open(with: policy)
      let instant = asOf.instant
      let report = try EstateReport(
        store, asOf: instant, window: window.window(before: instant), knownAt: known.knownAt,
        policy: policy, by: cut.by)
      if json {
        Output.writeLine(report.json.text(sortedKeys: true, pretty: true))
      } else {
        Output.writeLine(SummaryText(report).text)
      }
    } catch {
      throw Failure.unable(error)
    }
  }
}
