import ArgumentParser
import JSONKit
import Measures
import Store
import Summary

/// `closeout explain`: what a number is made of.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a measure means, and list every finding behind its numerator, denominator and rest.",
    discussion: "Without a measure it lists them all.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var known: KnownAtOptions
  @OptionGroup var window: WindowOptions
  @OptionGroup var cut: CutOptions

  @Flag(help: "Print everything as JSON.")
  var json = false

  @Option(help: ArgumentHelp("List at most so many cases of each kind as text.", valueName: "count"))
  var limit = 20

  @Argument(help: ArgumentHelp("The measure.", valueName: "measure"))
  var measure: MeasureName?

  func run() throws {
    guard let measure else { return list() }
    do {
      let (store, policy) = try store.open(with: policy)
      let instant = asOf.instant
      let explanation = try store.snapshot(
        asOf: instant, window: window.window(before: instant), knownAt: known.knownAt
      ) {
        snapshot in
        try Explanation(measure, in: snapshot, policy: policy, by: cut.by)
      }
      if json {
        Output.writeLine(explanation.json.text(sortedKeys: true, pretty: true))
      } else {
        Output.writeLine(ExplanationText(explanation, limit: limit).text)
      }
    } catch {
      throw Failure.unable(error)
    }
  }

  private func list() {
    if json {
      let all = MeasureDefinition.all.map { definition -> JSONValue in
        [
          "measure": .string(definition.name.rawValue), "title": .string(definition.title),
          "definition": .string(definition.definition), "formula": .string(definition.formula),
        ]
      }
      Output.writeLine(JSONValue.array(all).text(sortedKeys: true, pretty: true))
    } else {
      var table = Table()
      table.leftAligned = [0, 1]
      for definition in MeasureDefinition.all { table.add(definition.name.rawValue, definition.title) }
      Output.writeLine(table.text)
    }
  }
}
