extension DemoEstate {
  /// What is in the folder, for somebody who opens it without a manual.
  var readme: [UInt8] {
    let count = truth.findings
    return Array(
      """
      An invented estate, written by `closeout demo`
      ==============================================

      Nothing here is real: people, hosts and accounts are made up; the ids and titles of the
      controls are those of AWS Security Hub. The same seed writes the same bytes.

      Span      \(CivilTime.text(plan.start)) to \(CivilTime.text(plan.until))
      Seed      \(plan.seed)
      Findings  \(count) in \(plan.accounts.count) accounts: \(deliveries.count) snapshots, \
      \(lines.count) ledger events

      closeout.yaml                          the policy: deadlines, accounts, windows, lanes
      securityhub/firehose/YYYY/MM/*.gz      EventBridge events without a break between them, gzip
      securityhub/get-findings/YYYY-MM.json  pages of GetFindings, several in a file
      securityhub/snapshots/YYYY-MM.ndjson   bare findings, one a line; the last file is cut off
      securityhub/snapshots/backfill.ndjson  findings delivered again, with two lines that no reader
                                             can take, a sample and a forged result
      securityhub/finding-history.json       who changed which field, for a few findings
      ledger/remediation-YYYY-MM.ndjson      decisions, attempts, rollbacks, tickets, gate results
      ledger/payments-chain.ndjson           the same from a pipeline that chains its events by hash

      Worth looking for
      -----------------
      * Repairs that a later check contradicted, and repairs that were taken back.
      * A few controls whose violations come back again and again: S3.8, EC2.13, EC2.19, IAM.3.
      * One week in which four times as much was found as usual, and all work slowed down.
      * \(EstatePlan.switchingRegion), which changed to consolidated control findings on \
      \(CivilTime.dayText(plan.switchAt)).
      * RDS.6, which was switched off on \(CivilTime.dayText(plan.disabledAt)).
      * One finding whose title, description and tags were chosen by an attacker.

      To look at it as it stood at the end of the span: --as-of \(CivilTime.text(plan.until))

      """.utf8)
  }
}
