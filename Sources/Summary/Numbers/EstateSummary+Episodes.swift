import JSONKit
import Measures
public import Remediation

extension EstateSummary {
  public struct Violations: Sendable, Equatable {
    public var total = 0
    public var open = 0
    public var untrusted = 0
    public var openBySeverity: [Severity: Int] = [:]
  }

  public struct Episodes: Sendable, Equatable {
    public var opened = 0
    public var reopened = 0
    public var claimed = 0
    /// How many ended for each reason.
    public var closed: [CloseReason: Int] = [:]
  }
}

extension EstateSummary.Violations {
  init(_ cell: MeasureReadings.Cell) {
    let measured = cell[.violationsOpen]
    total = measured.denominator
    open = measured.numerator
    untrusted = measured.leftOut
    let open = measured.kinds(where: \.isNumerator)
    for severity in Severity.allCases { openBySeverity[severity] = open[severity.label] }
  }

  var json: JSONValue {
    [
      "total": .count(total),
      "open": .count(open),
      "untrusted": .count(untrusted),
      "open_by_severity": .object(
        Severity.allCases.map { JSONValue.Member($0.label, .count(openBySeverity[$0] ?? 0)) }),
    ]
  }
}

extension EstateSummary.Episodes {
  init(_ cell: MeasureReadings.Cell) {
    opened = cell[.opened].numerator
    reopened = cell[.opened].of("reopened")
    claimed = cell[.claimed].numerator
    for reason in CloseReason.allCases { closed[reason] = cell[.closed].of(reason.name) }
  }

  var json: JSONValue {
    .object(
      [
        JSONValue.Member("opened", .count(opened)),
        JSONValue.Member("reopened", .count(reopened)),
        JSONValue.Member("claimed", .count(claimed)),
      ] + CloseReason.allCases.map { JSONValue.Member($0.name, .count(closed[$0] ?? 0)) })
  }
}
