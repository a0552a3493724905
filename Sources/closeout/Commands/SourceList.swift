import ArgumentParser
import Ingest
import JSONKit
import Markup
import Queries
import Remediation
import Store

/// `closeout sources`: what the store was fed with, and how far it reaches.
struct SourceList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "List what the store was fed with: kinds of source, and pipelines that wrote ledgers.")

  @OptionGroup var store: StoreOptions
  @Flag(help: "Print them as JSON.") var json = false

  func run() throws {
    do {
      let (kinds, pipelines) = try store.open().snapshot(asOf: Clock.now()) { snapshot in
        (try snapshot.rows(Queries.Reading.sources), try snapshot.rows(Queries.Reading.pipelines))
      }
      Output.writeLine(json ? Self.json(kinds, pipelines) : Self.text(kinds, pipelines))
    } catch {
      throw Failure.unable(error)
    }
  }

  private static func text(_ kinds: [Row], _ pipelines: [Row]) -> String {
    guard !kinds.isEmpty else { return "nothing has been read yet; `closeout ingest PATH` reads" }
    var table = Table()
    table.add("source", "records", "files", "first", "newest")
    for row in kinds {
      table.add(
        name(row), Quantities.count(Int(row.int("records") ?? 0)),
        Quantities.count(Int(row.int("files") ?? 0)), time(row, "first_at"), time(row, "newest_at"))
    }
    guard !pipelines.isEmpty else { return table.text }
    var ledgers = Table()
    ledgers.add("pipeline", "entries", "first", "newest")
    for row in pipelines {
      ledgers.add(
        terminalSafe(row.text("uri") ?? ""), Quantities.count(Int(row.int("entries") ?? 0)),
        time(row, "first_at"), time(row, "newest_at"))
    }
    return table.text + "\n\n" + ledgers.text
  }

  private static func json(_ kinds: [Row], _ pipelines: [Row]) -> String {
    let value: JSONValue = [
      "schema": 1,
      "sources": .array(
        kinds.map { row in
          [
            "source": .string(name(row)), "records": .int(row.int("records") ?? 0),
            "files": .int(row.int("files") ?? 0), "first": instant(row, "first_at"),
            "newest": instant(row, "newest_at"),
          ]
        }),
      "pipelines": .array(
        pipelines.map { row in
          [
            "uri": .string(row.text("uri") ?? ""), "entries": .int(row.int("entries") ?? 0),
            "first": instant(row, "first_at"), "newest": instant(row, "newest_at"),
          ]
        }),
    ]
    return value.text(sortedKeys: true, pretty: true)
  }

  private static func name(_ row: Row) -> String {
    row.int("source").flatMap { SourceKind(rawValue: Int($0)) }?.name ?? "unknown"
  }

  private static func time(_ row: Row, _ column: String) -> String {
    row.instant(column)?.rfc3339 ?? ""
  }

  private static func instant(_ row: Row, _ column: String) -> JSONValue {
    row.instant(column).map { .string($0.rfc3339) } ?? .null
  }
}
