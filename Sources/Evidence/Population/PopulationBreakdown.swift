import Markup
import Remediation

/// The balance again, for each control, account, severity, standard and requirement.
struct PopulationBreakdown: Sendable {
  /// What the population is cut by, in the order of the pages.
  enum Dimension: String, CaseIterable, Sendable {
    case severity, control, account, standard, requirement
  }

  private(set) var balances: [Dimension: [ExactText: (violations: Int, balance: PopulationBalance)]] = [:]

  /// A violation counts once under each of its standards and requirements, so those do not add up.
  mutating func add(_ item: PopulationItem) {
    note(.severity, [item.severity.label], item)
    note(.control, [item.key.control], item)
    note(.account, [item.key.account], item)
    note(.standard, item.standards.isEmpty ? [""] : item.standards, item)
    note(.requirement, item.requirements.isEmpty ? [""] : item.requirements, item)
  }

  private mutating func note(_ dimension: Dimension, _ names: [String], _ item: PopulationItem) {
    for name in Set(names.exact) {
      var cell = balances[dimension, default: [:]][name] ?? (0, PopulationBalance())
      cell.violations += 1
      cell.balance.add(item)
      balances[dimension, default: [:]][name] = cell
    }
  }

  /// The values of a dimension, in the order of their names; severities from the gravest.
  func rows(_ dimension: Dimension) -> [(name: String, violations: Int, balance: PopulationBalance)] {
    let cells = balances[dimension] ?? [:]
    let names =
      dimension == .severity
      ? Severity.allCases.reversed().map(\.label).exact.filter { cells[$0] != nil } : cells.keys.sorted()
    return names.compactMap { name in cells[name].map { (name.text, $0.violations, $0.balance) } }
  }

  /// `breakdown.csv`: one line a value of a dimension.
  var csv: [UInt8] {
    var csv = CSVWriter()
    let endings = PopulationItem.Ending.allCases
    csv.row(
      ["dimension", "value", "violations", "carried_in", "opened", "reopened"]
        + endings.map { .text($0.name) })
    for dimension in Dimension.allCases {
      for row in rows(dimension) {
        let balance = row.balance
        csv.row(
          [
            .text(dimension.rawValue), .text(row.name), .number(row.violations), .number(balance.carriedIn),
            .number(balance.opened), .number(balance.reopened),
          ] + endings.map { .number(balance.endings[$0, default: 0]) })
      }
    }
    return csv.bytes
  }
}
