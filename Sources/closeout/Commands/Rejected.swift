import ArgumentParser
import Intake
import JSONKit
import Markup
import Queries
import Remediation
import Store

/// `closeout rejected`: the records that could not be read.
struct Rejected: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejected",
    abstract: "List the records that could not be read, show one with its bytes, or read them again.",
    subcommands: [List.self, Show.self, Retry.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List them with their place and reason.")

    @OptionGroup var store: StoreOptions
    @Flag(help: "Print them as JSON, one a line.") var json = false

    func run() throws {
      do {
        try store.open().snapshot(asOf: Clock.now()) { snapshot in
          try snapshot.forEach(Queries.Reading.rejected) { row in
            Output.writeLine(json ? Self.json(row) : Self.line(row))
          }
        }
      } catch {
        throw Failure.unable(error)
      }
    }

    /// One rejected record on one line: its number, its place, the reason.
    static func line(_ row: Row) -> String {
      let path = row.text("path").map { " at \(terminalSafe($0))" } ?? ""
      return "\(row.int("id") ?? 0)  \(terminalSafe(row.text("file") ?? "")):\(row.int("line") ?? 0)\(path): "
        + "\(row.text("reason") ?? ""): \(terminalSafe(row.text("explanation") ?? ""))"
    }

    private static func json(_ row: Row) -> String {
      let value: JSONValue = [
        "schema": 1,
        "id": .int(row.int("id") ?? 0),
        "file": .string(row.text("file") ?? ""),
        "line": .int(row.int("line") ?? 0),
        "byte_offset": .int(row.int("byte_offset") ?? 0),
        "path": row.text("path").map(JSONValue.string) ?? .null,
        "reason": .string(row.text("reason") ?? ""),
        "explanation": .string(row.text("explanation") ?? ""),
        "hint": row.text("hint").map(JSONValue.string) ?? .null,
        "size": .int(row.int("size") ?? 0),
      ]
      return value.text(sortedKeys: true)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Write the exact bytes of one to standard output.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "The number that `closeout rejected list` gives.") var id: Int

    func run() throws {
      do {
        try store.open().snapshot(asOf: Clock.now()) { snapshot in
          guard let row = try snapshot.first(Queries.Reading.rejectedBytes, ["id": SQLValue(id)]) else {
            throw ValidationError("There is no rejected record \(id).")
          }
          Output.write(row.bytes("bytes") ?? [])
        }
      } catch {
        throw Failure.unable(error)
      }
    }
  }

  struct Retry: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retry",
      abstract: "Read rejected records again.",
      discussion: """
        After an update, or with the mapping file that was missing the first time. What can be read now is a
        record like any other; the rest stays rejected, and the exit status is 1.
        """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var mapping: MappingOptions
    @Flag(help: "Print the outcome as JSON.") var json = false
    @Argument(help: "The numbers that `closeout rejected list` gives; all when none is given.")
    var ids: [Int64] = []

    func run() throws {
      let outcome: RejectedRetry.Outcome
      do {
        let run = try mapping.run(progress: nil)
        outcome = try RejectedRetry(run).retry(ids.isEmpty ? nil : Set(ids), in: store.open())
      } catch {
        throw Failure.unable(error)
      }
      Output.writeLine(json ? Self.json(outcome) : Self.text(outcome))
      if outcome.remaining > 0 { throw Failure.incomplete }
    }

    private static func text(_ outcome: RejectedRetry.Outcome) -> String {
      "read now: \(Quantities.count(outcome.accepted.count)), still rejected: "
        + "\(Quantities.count(outcome.remaining)), violations folded: "
        + Quantities.count(outcome.violationsFolded)
    }

    private static func json(_ outcome: RejectedRetry.Outcome) -> String {
      let value: JSONValue = [
        "schema": 1,
        "accepted": .array(outcome.accepted.map(JSONValue.int)),
        "remaining": .int(Int64(outcome.remaining)),
        "violations_folded": .int(Int64(outcome.violationsFolded)),
      ]
      return value.text(sortedKeys: true)
    }
  }
}
