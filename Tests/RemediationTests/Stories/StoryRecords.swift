import Remediation

/// A finding as it stood: evaluated at an instant, and processed then unless `seen` says otherwise.
struct Snapshot: StoryRecord {
  var facts = FindingFacts()
  var finding = 0
  var event: Instant

  init(_ evaluated: String, _ compliance: ComplianceStatus? = nil) {
    event = at(evaluated)
    facts.updatedAt = event
    facts.processedAt = event
    facts.compliance = compliance
  }

  func finding(_ index: Int) -> Self { with { $0.finding = index } }
  func workflow(_ value: WorkflowStatus) -> Self { with { $0.facts.workflow = value } }
  func archived(_ cause: ArchivalCause? = nil) -> Self {
    with {
      $0.facts.recordState = .archived
      $0.facts.archivalCause = cause
    }
  }
  var active: Self { with { $0.facts.recordState = .active } }
  var closedByProduct: Self { with { $0.facts.closedByProduct = true } }
  func verdict(_ value: Verdict) -> Self { with { $0.facts.verdict = value } }
  func noteVerdict(_ value: Verdict) -> Self { with { $0.facts.noteVerdict = value } }
  func severity(_ value: Severity) -> Self { with { $0.facts.severity = value } }
  /// Created and first observed at.
  func started(_ instant: String) -> Self { with { $0.facts.startedAt = at(instant) } }
  func note(_ instant: String) -> Self {
    with {
      $0.facts.noteUpdatedAt = at(instant)
      $0.event = max($0.event, at(instant))
    }
  }
  /// Processed at a later instant than the evaluation: what a person's change looks like.
  func seen(_ instant: String) -> Self {
    with {
      $0.facts.processedAt = at(instant)
      $0.event = max($0.event, at(instant))
    }
  }
  /// Without ProcessedAt; the earliest envelope gives the event time.
  func delivered(_ instant: String) -> Self {
    with {
      $0.facts.processedAt = nil
      $0.event = max($0.event, at(instant))
    }
  }

  private func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }

  var findingIndex: Int? { finding }
  func foldingRecord(id: Int64, hash: UInt64) -> FoldingRecord {
    FoldingRecord(
      record: id, finding: finding,
      order: RecordOrder(eventTime: event, latestTime: event, hashPrefix: hash), content: .snapshot(facts))
  }
}

/// A record of GetFindingHistory: what changed, and when.
struct History: StoryRecord {
  var facts = FindingFacts()
  var finding = 0
  var event: Instant

  init(
    _ instant: String, _ compliance: ComplianceStatus? = nil, was prior: ComplianceStatus? = nil,
    workflow: WorkflowStatus? = nil, recordState: RecordState? = nil
  ) {
    event = at(instant)
    facts.changedAt = event
    facts.compliance = compliance
    facts.priorCompliance = prior
    facts.workflow = workflow
    facts.recordState = recordState
  }

  var findingIndex: Int? { finding }
  func foldingRecord(id: Int64, hash: UInt64) -> FoldingRecord {
    FoldingRecord(
      record: id, finding: finding,
      order: RecordOrder(eventTime: event, latestTime: event, hashPrefix: hash), content: .history(facts))
  }
}

/// An entry of the ledger.
struct Entry: StoryRecord {
  var content: FoldingRecord.Content
  var finding: Int?
  var event: Instant

  var findingIndex: Int? { finding }
  func foldingRecord(id: Int64, hash: UInt64) -> FoldingRecord {
    FoldingRecord(
      record: id, finding: finding,
      order: RecordOrder(eventTime: event, latestTime: event, hashPrefix: hash), content: content)
  }
}

/// A successful enforced attempt that ended at an instant, and was written down then or later.
func attempt(ended: String, written: String? = nil, finding: Int? = nil) -> Entry {
  Entry(content: .claim(at: at(ended)), finding: finding, event: at(written ?? ended))
}

func rollback(_ instant: String) -> Entry {
  Entry(content: .rollback(at: at(instant)), event: at(instant))
}

/// A reviewed triage.
func triage(_ verdict: Verdict, _ instant: String, finding: Int? = nil) -> Entry {
  Entry(content: .verdict(verdict, at: at(instant)), finding: finding, event: at(instant))
}
