public import JSONKit
import Measures
import Remediation
import Store

extension Explanation {
  /// The document of `closeout explain --json`.
  public var json: JSONValue {
    [
      "schema": 1,
      "measure": .string(definition.name.rawValue),
      "title": .string(definition.title),
      "definition": .string(definition.definition),
      "formula": .string(definition.formula),
      "window_by": .string(definition.window),
      "amount": .optional(definition.amount),
      "as_of": .string(asOf.rfc3339),
      "window": ["from": .optional(window.from?.rfc3339), "to": .optional(window.to?.rfc3339)],
      "by": .optional(dimension?.rawValue),
      "cells": .array(cells.map(\.json)),
    ]
  }
}

extension Explanation.Cell {
  fileprivate var json: JSONValue {
    [
      "value": .optional(value),
      "numerator": .count(count.numerator),
      "denominator": .count(count.denominator),
      "left_out": .count(count.leftOut),
      "ratio": .optional(count.ratio),
      "total": .int(count.total),
      "kinds": .array(
        count.parts.map { part in
          [
            "kind": .optional(part.kind), "numerator": .bool(part.isNumerator),
            "denominator": .bool(part.isDenominator), "count": .count(part.count),
          ]
        }),
      "cases": .array(cases.map(\.json)),
    ]
  }
}

extension MeasureCase {
  fileprivate var json: JSONValue {
    [
      "kind": .optional(kind),
      "numerator": .bool(isNumerator),
      "denominator": .bool(isDenominator),
      "amount": amount.map(JSONValue.int) ?? .null,
      "episode": episode.map { .int(Int64($0)) } ?? .null,
      "findings": .array(findings.map(JSONValue.string)),
      "violation": violation.map { violation in
        [
          "account": .string(violation.account), "region": .string(violation.region),
          "control": .string(violation.control), "resources": .string(violation.resources),
        ]
      } ?? .null,
      "entry": entry.map { entry in
        [
          "source": .string(entry.source), "id": .string(entry.id), "attempt": .optional(entry.attempt),
        ]
      } ?? .null,
    ]
  }
}
