import ArgumentParser
import JSONKit
import Store

/// `closeout rebuild`: folds everything again.
struct Rebuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Forget what was worked out of the records, and work it out again.",
    discussion: """
      Records, their bytes and the log are not touched. The result is the same as before: episodes are a
      function of the records. For a store whose numbers are doubted, or after a fold that was mended.
      """)

  @OptionGroup var store: StoreOptions
  @Flag(help: "Print the result as JSON.") var json = false

  func run() throws {
    do {
      let count = try store.open().rebuild()
      let result: JSONValue = ["schema": 1, "violations_folded": .int(Int64(count))]
      Output.writeLine(
        json ? result.text(sortedKeys: true) : "violations folded  \(Quantities.count(count))")
    } catch {
      throw Failure.unable(error)
    }
  }
}
