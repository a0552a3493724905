import JSONKit
public import Remediation
import Store
public import TransparencyLog

/// What an auditor asks about information that the audited entity produced itself.
public struct PopulationProvenance: Sendable, Hashable {
  /// The tool's name and version.
  public var producer: String
  /// SHA-256 of the program's file; nil where it cannot be read.
  public var programDigest: Hash256?
  /// When the list was taken out of the store.
  public var extractedAt: Instant

  public init(producer: String, programDigest: Hash256?, extractedAt: Instant) {
    self.producer = producer
    self.programDigest = programDigest
    self.extractedAt = extractedAt
  }

  /// `provenance.json`.
  func json(_ population: Population, store origin: String?) -> JSONValue {
    let scope = population.scope
    func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
    func cells(_ list: [CoverageCell]?) -> JSONValue {
      list.map {
        .array(
          $0.map {
            ["account": .string($0.account), "region": .string($0.region), "standard": .string($0.standard)]
          })
      }
        ?? .null
    }
    let apart = population.exclusions
    return [
      "schema": 1,
      "operator": .string(scope.operator),
      "tool": .string(producer),
      "tool_sha256": text(programDigest?.hex),
      "store": text(origin),
      "extracted_at": .string(extractedAt.rfc3339),
      "as_of": .string(scope.asOf.rfc3339),
      "parameters": [
        "from": text(scope.window.from?.rfc3339), "to": text(scope.window.to?.rfc3339),
        "control": text(scope.control), "account": text(scope.account),
        "standard": text(scope.standard), "requirement": text(scope.requirement),
      ],
      "log_entries": .int(Int64(population.logSize)),
      "records": .int(Int64(population.records)),
      "records_of_killed_imports": .int(Int64(population.unreceiptedRecords)),
      "rejected_records": .int(Int64(population.rejected)),
      "violations": [
        "in_store": .int(Int64(apart.violations)),
        "in_population": .int(Int64(population.count)),
        "outside_period_or_filters": .int(Int64(apart.filtered)),
        "never_failing": .int(Int64(apart.neverFailing)),
        "untrusted_sender": .int(Int64(apart.untrusted)),
        "later_than_as_of": .int(Int64(apart.later)),
      ],
      "findings": [
        "in_store": .int(Int64(apart.findings)), "of_no_violation": .int(Int64(apart.unjoinedFindings)),
      ],
      "expected_and_not_seen": cells(population.unseen),
      "seen_and_not_expected": cells(population.unexpected),
      "silences": .array(
        population.silences.map { ["from": .string($0.from.rfc3339), "to": .string($0.to.rfc3339)] }),
    ]
  }
}

extension PopulationProvenance {
  /// The instant that a population stands for, out of its `provenance.json`.
  static func asOf(_ bytes: [UInt8]) -> Instant? {
    (try? JSONValue.parse(bytes))?["as_of"]?.string.flatMap { Instant($0) }
  }
}
