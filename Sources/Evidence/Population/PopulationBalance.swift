import JSONKit
import Markup
import Remediation
import Store

/// What came in and what became of it: both sides have to be the same number.
struct PopulationBalance: Sendable, Hashable {
  var carriedIn = 0
  var opened = 0
  /// Of the opened ones.
  var reopened = 0
  var endings: [PopulationItem.Ending: Int] = [:]

  var left: Int { carriedIn + opened }
  var right: Int { endings.values.reduce(0, +) }
  var isReconciled: Bool { left == right }

  init() {}

  /// As the store counts it.
  init(_ row: Row) {
    carriedIn = Int(row.int("carried_in") ?? 0)
    opened = Int(row.int("opened") ?? 0)
    reopened = Int(row.int("reopened") ?? 0)
    for ending in PopulationItem.Ending.allCases { endings[ending] = Int(row.int(ending.name) ?? 0) }
  }

  /// Counts one violation of the list.
  mutating func add(_ item: PopulationItem) {
    for episode in item.episodes {
      if episode.isCarriedIn {
        carriedIn += 1
      } else {
        opened += 1
        if episode.number > 1 { reopened += 1 }
      }
      endings[episode.ending, default: 0] += 1
    }
  }

  /// Whether both say the same; an ending that never occurs may be absent.
  func agrees(with other: PopulationBalance) -> Bool {
    carriedIn == other.carriedIn && opened == other.opened && reopened == other.reopened
      && PopulationItem.Ending.allCases.allSatisfy {
        endings[$0, default: 0] == other.endings[$0, default: 0]
      }
  }

  /// The lines of the balance, in its order: side, name, number.
  var lines: [(side: String, name: String, count: Int)] {
    [("in", "carried_in", carriedIn), ("in", "opened", opened), ("of which", "reopened", reopened)]
      + PopulationItem.Ending.allCases.map { ("out", $0.name, endings[$0, default: 0]) }
      + [("total", "in", left), ("total", "out", right)]
  }

  /// `balance.csv`: one line a number.
  var csv: [UInt8] {
    var csv = CSVWriter()
    csv.row(["side", "what", "episodes"])
    for line in lines { csv.row([.text(line.side), .text(line.name), .number(line.count)]) }
    return csv.bytes
  }

  var json: JSONValue {
    .object(
      lines.map { JSONValue.Member($0.side == "total" ? "total_\($0.name)" : $0.name, .int(Int64($0.count))) }
    )
  }
}
