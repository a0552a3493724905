import Remediation

/// One violation folded: everything that is written of it.
struct FoldedRows: Sendable {
  let id: Int64
  let findings: [LoadedFinding]
  let folded: FoldedViolation
  /// Of all records: ledger entries count too, a verdict may come after the last snapshot.
  let lastEvent: Instant
  let judgement: Judgement?

  init(_ loaded: LoadedViolation) {
    id = loaded.id
    findings = loaded.findings
    folded = EpisodeFolding.fold(loaded.records, findings: loaded.findings.count)
    lastEvent = loaded.records.lazy.map(\.order.eventTime).max() ?? Instant(milliseconds: 0)
    judgement = Judgement.latest(of: loaded.records)
  }
}
