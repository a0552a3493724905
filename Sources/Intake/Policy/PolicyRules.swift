import Ingest
import JSONKit
public import Policy
import Remediation
public import Store

/// The rules of a policy that read records: verdicts in notes, and levels of risk.
///
/// The fold and the deadlines need what they read; it is read once and kept in the store.
public struct PolicyRules: Sendable {
  private let notes: [NoteRule]
  private let sla: SLASchedule

  public init(_ policy: Policy) {
    notes = policy.noteRules
    sla = policy.sla
  }

  /// Brings the store's readings in line with the rules; does nothing where they are.
  public func apply(to store: Store) throws(StoreError) {
    try store.applyRules(text) { candidate in
      try candidate.isEntry ? risk(candidate) : verdict(candidate)
    }
  }

  /// Differs when the rules do.
  private var text: String {
    (notes.map { "note \($0.verdict.rawValue) \($0.contains)" }
      + sla.risks.map { level in
        "risk \(level.name) \(shown(level.score)) \(shown(level.internetReachable)) "
          + "\(shown(level.sensitiveData)) \(shown(level.attackPath))"
      }).joined(separator: "\n")
  }

  private func shown(_ value: (some CustomStringConvertible)?) -> String {
    value.map(\.description) ?? "-"
  }

  private func verdict(_ candidate: PolicyCandidate) throws -> PolicyReading? {
    guard !notes.isEmpty, let note = try details(candidate)?.noteText else { return nil }
    return notes.verdict(in: note).map { PolicyReading(verdict: $0.rawValue) }
  }

  /// An entry that meets no level is kept too: it takes the place of one that did.
  private func risk(_ candidate: PolicyCandidate) throws -> PolicyReading? {
    guard !sla.risks.isEmpty, case .entry(let entry) = try details(candidate) else { return nil }
    let facts = RiskFacts(
      score: entry.score.flatMap(Double.init), internetReachable: entry.internetReachable.flatMap(Bool.init),
      sensitiveData: entry.sensitiveData.flatMap(Bool.init), attackPath: entry.attackPath.flatMap(Bool.init))
    return PolicyReading(risk: sla.risk(of: facts))
  }

  private func columns(_ array: String?) throws -> [String] {
    guard let array, case .array(let names) = try JSONValue.parse(array) else { return [] }
    return names.compactMap { if case .string(let name) = $0 { name } else { nil } }
  }

  private func details(_ candidate: PolicyCandidate) throws -> RecordDetails? {
    guard let source = SourceKind(rawValue: candidate.source) else { return nil }
    let mapping = try candidate.mapping.map { try LedgerMapping(yaml: $0, file: "mapping") }
    return RecordDetails.read(
      candidate.bytes, source: source, mapping: mapping, columns: try columns(candidate.columns))
  }
}

extension RecordDetails {
  /// The text of the note that a snapshot carries, or that a change wrote.
  fileprivate var noteText: String? {
    switch self {
    case .finding(let finding): finding.note?.text
    case .change(let change): change.changes.last { $0.field.hasPrefix("Note") }?.after
    case .entry: nil
    }
  }
}
