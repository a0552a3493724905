import Ingest
import Remediation

extension VerdictGrounds {
  /// What a reader has to know first: contradictions, then doubts about times, senders and records.
  func notices(of episode: Episode) -> [ProofVerdict.Notice] {
    contradictions + regressions + selfApprovals(in: episode) + doubts(about: episode) + brokenChains
      + recordNotices
  }

  private var contradictions: [ProofVerdict.Notice] {
    violation.folded.episodes.flatMap { episode in
      episode.claims.compactMap { claim in
        guard case .contradicted(let at) = claim.outcome else { return nil }
        let failed = evaluations.last { $0.at == at && !$0.passed }
        return ProofVerdict.Notice(
          weight: .contradiction,
          text:
            "Contradicted: a fix was claimed at \(claim.at.shown), "
            + "and the scanner reported FAILED at \(at.shown).",
          records: [number(claim.record)] + (failed.map { [number($0.record)] } ?? []))
      }
    }
  }

  private var regressions: [ProofVerdict.Notice] {
    zip(violation.folded.episodes, violation.folded.episodes.dropFirst()).compactMap { before, after in
      guard before.reason == .verified, let closed = before.closedAt else { return nil }
      return ProofVerdict.Notice(
        weight: .contradiction,
        text: "Regressed: verified at \(closed.shown), failing again from \(after.openedAt.shown).",
        records: [number(after.openedBy)])
    }
  }

  /// The approver is not to be the one who carried the change out.
  private func selfApprovals(in episode: Episode) -> [ProofVerdict.Notice] {
    let attempts = attempts(in: episode)
    let span = span(of: episode)
    return entries.compactMap { index, entry in
      guard entry.type == .approvalGranted, span.contains(entry.time), let approver = entry.actor,
        let attempt = attempts.first(where: { $0.actor == approver })
      else { return nil }
      let isWithheld = violation.records[index].isWithheld || violation.records[attempt.record].isWithheld
      return ProofVerdict.Notice(
        weight: .contradiction,
        text: "Approved by the one who carried it out" + (isWithheld ? "." : ": \(approver)."),
        records: [number(index), number(attempt.record)])
    }
  }

  private func doubts(about episode: Episode) -> [ProofVerdict.Notice] {
    var notices: [ProofVerdict.Notice] = []
    if episode.isOpeningEstimated {
      notices.append(
        .init(
          weight: .doubt, text: "The opening is an upper bound: it is known from one snapshot only.",
          records: [number(episode.openedBy)]))
    }
    if episode.isClosingEstimated, let record = episode.closedBy {
      notices.append(
        .init(
          weight: .doubt, text: "The close is an upper bound: it is known from one snapshot only.",
          records: [number(record)]))
    }
    if episode.isWeak, let record = episode.closedBy {
      notices.append(
        .init(
          weight: .doubt, text: "Weak: this product reports a patch and a termination in the same way.",
          records: [number(record)]))
    }
    return notices
  }

  /// A ledger's own chain that does not hold between two of its entries.
  private var brokenChains: [ProofVerdict.Notice] {
    LedgerNeighbours.breaks(in: violation.records).map { before, after in
      ProofVerdict.Notice(
        weight: .contradiction,
        text: "The ledger's own hash chain is broken between these entries: the later one names another hash "
          + "than the earlier one has.",
        records: [number(before), number(after)].sorted())
    }
  }

  /// Doubts about the records themselves.
  var recordNotices: [ProofVerdict.Notice] {
    func numbers(_ isMeant: (ReadRecord) -> Bool) -> [RecordNumber] {
      violation.records.indices.filter { isMeant(violation.records[$0]) }.map(number)
    }
    let doubts: [(ProofVerdict.Notice.Weight, String, [RecordNumber])] = [
      (
        .contradiction,
        "The ledger's own hash chain is broken here: the hash of the entry is not that of its bytes.",
        numbers { $0.chainedEntry?.chain.map { !$0.isIntact } ?? false }
      ),
      (
        .contradiction, "Untrusted: the sender may not speak for the product that it names.",
        numbers { $0.observation?.description.map { !$0.value.isTrusted } ?? false }
      ),
      (
        .contradiction,
        "Another line of the same event says otherwise; the one with the smaller hash counts.",
        numbers(\.isConflicting)
      ),
      (
        .withheld,
        "Withheld: the bytes of these records are not in this package, only their hashes and proofs. That "
          + "they are of the kinds, times and states stated here is the word of whoever made it.",
        numbers(\.isWithheld)
      ),
      (
        .doubt, "Not read: this version makes nothing of these bytes, and concludes nothing from them.",
        numbers { $0.content == nil }
      ),
    ]
    return doubts.filter { !$0.2.isEmpty }.map {
      ProofVerdict.Notice(weight: $0.0, text: $0.1, records: $0.2)
    }
  }
}
