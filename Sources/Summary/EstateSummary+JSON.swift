public import JSONKit
import Measures
import Remediation

extension EstateReport {
  /// The document of `closeout summary --json`: keys are only ever added, absent values are null.
  public var json: JSONValue {
    .object(
      [
        JSONValue.Member("schema", 1),
        JSONValue.Member("as_of", .string(whole.asOf.rfc3339)),
        JSONValue.Member(
          "window",
          [
            "from": .optional(whole.from?.rfc3339), "to": .optional(whole.to?.rfc3339),
            "partial": .bool(whole.isPartial),
          ]),
      ] + whole.members + [
        JSONValue.Member(
          "by",
          dimension.map { dimension in
            [
              "dimension": .string(dimension.rawValue),
              "overlaps": .bool(dimension.overlaps),
              "cells": .array(
                cells.map { cell in
                  .object([JSONValue.Member("value", .optional(cell.cell))] + cell.members)
                }),
            ]
          } ?? .null)
      ])
  }
}

extension EstateSummary {
  /// The numbers by the names that they have in documents.
  fileprivate var members: [JSONValue.Member] {
    [
      JSONValue.Member("findings", ["total": .count(findings)]),
      JSONValue.Member("violations", violations.json),
      JSONValue.Member("episodes", episodes.json),
      JSONValue.Member("time_to_remediate", timeToRemediate.json),
      JSONValue.Member("stages", stages.json),
      JSONValue.Member("autofix", autofix.json),
      JSONValue.Member("rollbacks", rollbacks.json),
      JSONValue.Member("false_positives", falsePositives.json),
      JSONValue.Member(
        "recurrence",
        [
          "30d": recurrence30d.json, "90d": recurrence90d.json,
          "controls": weeks == nil ? .null : .array(churn.map(\.json)),
        ]),
      JSONValue.Member("loops", ["count": .count(loops.count)]),
      JSONValue.Member("escalations", escalations.json("escalated", of: "decided")),
      JSONValue.Member("before_human", beforeHuman.json("count", of: "verified")),
      JSONValue.Member("sla", serviceLevel.json),
      JSONValue.Member("exceptions", exceptions.json),
      JSONValue.Member(
        "exposure", ["weighted_days": .double(exposure), "weeks": weeks.map(\.exposureJSON) ?? .null]),
      JSONValue.Member("velocity", flow.json(weeks)),
      JSONValue.Member("prevented", prevented.json),
    ]
  }
}

extension Share {
  fileprivate func json(_ count: String, of total: String) -> JSONValue {
    .object([
      JSONValue.Member(count, .count(self.count)), JSONValue.Member(total, .count(self.total)),
      JSONValue.Member("ratio", .optional(ratio)), JSONValue.Member("interval", .interval(interval)),
    ])
  }
}
