import Markup
import Measures
import Remediation
import Summary

/// What a measure is made of, as a person reads it.
struct ExplanationText {
  let explanation: Explanation
  /// How many cases of each kind are listed.
  let limit: Int

  init(_ explanation: Explanation, limit: Int) {
    self.explanation = explanation
    self.limit = limit
  }

  var text: String {
    ([heading] + explanation.cells.map(cell)).joined(separator: "\n\n")
  }

  private var heading: String {
    let definition = explanation.definition
    return """
      \(definition.name.rawValue): \(definition.title)
        \(definition.definition)
        formula  \(definition.formula)
        window   \(definition.window)
        as of    \(explanation.asOf.rfc3339)
      """
  }

  private func cell(_ cell: Explanation.Cell) -> String {
    var lines: [String] = []
    if let dimension = explanation.dimension {
      lines.append(terminalSafe("\(dimension.rawValue) \(cell.value ?? "(none)")"))
    }
    var table = Table()
    table.add("numerator", Quantities.count(cell.count.numerator))
    table.add("denominator", Quantities.count(cell.count.denominator))
    table.add("left out", Quantities.count(cell.count.leftOut))
    if let ratio = cell.count.ratio { table.add("ratio", Quantities.percent(ratio)) }
    lines.append(table.text)
    lines.append(contentsOf: list("in the numerator", cell.cases.filter(\.isNumerator)))
    lines.append(
      contentsOf: list("in the denominator alone", cell.cases.filter { $0.isDenominator && !$0.isNumerator }))
    lines.append(
      contentsOf: list("left out", cell.cases.filter { !$0.isDenominator && !$0.isNumerator }))
    return lines.joined(separator: "\n")
  }

  private func list(_ title: String, _ cases: [MeasureCase]) -> [String] {
    guard !cases.isEmpty else { return [] }
    let shown = cases.prefix(limit).map { "    " + terminalSafe(line($0)) }
    let rest = cases.count - shown.count
    return ["  \(title)"] + shown + (rest > 0 ? ["    … and \(Quantities.count(rest)) more (--json)"] : [])
  }

  private func line(_ item: MeasureCase) -> String {
    var words: [String] = []
    if let kind = item.kind { words.append(kind) }
    if let violation = item.violation {
      words.append("\(violation.control) in \(violation.account) \(violation.region)")
    }
    if let episode = item.episode { words.append("episode \(episode)") }
    if let amount = item.amount, explanation.definition.name != .exposure {
      words.append(Quantities.duration(seconds: Double(amount) / 1000))
    }
    if let entry = item.entry { words.append(entry.attempt ?? entry.id) }
    words += item.findings
    return words.joined(separator: " · ")
  }
}
