import Ingest
import Policy
import Remediation
import TransparencyLog

/// The records of a finding's violation up to as-of, sorted, and what they fold to.
///
/// A pure function of the set of records: the store's fold reads the same columns from its tables.
struct ViolationRecords {
  let asOf: Instant
  /// In the order of their own times and hashes.
  let records: [ReadRecord]
  /// The finding of the proof first, the violation's others in the order of their names.
  let findings: [FindingIdentity]
  /// The violation that the finding's latest snapshot names.
  let violation: ViolationKey?
  let folded: FoldedViolation

  /// - Parameters:
  ///   - noteRules: read verdicts in notes, which decide how episodes fold.
  ///   - withholding: which records only count, and are not told of.
  /// - Throws: `noRecords` when no record up to as-of is about the finding.
  init(
    of finding: FindingIdentity, _ all: [ReadRecord], asOf: Instant, noteRules: [NoteRule],
    withholding: Withholding = .nothing
  ) throws(EvidenceError) {
    self.asOf = asOf
    var records = all.sorted { left, right in
      left.order == right.order ? left.record.leaf < right.record.leaf : left.order < right.order
    }
    // Before as-of is looked at: which line of an event counts does not depend on it.
    Self.markConflicts(&records)
    records.removeAll { $0.content != nil && $0.order.eventTime > asOf }

    let latest = Self.latestSnapshots(records)
    let violation = latest[finding]?.violation
    let others = latest.filter { $0.key != finding && $0.value.violation == violation && violation != nil }
    let findings = [finding] + others.keys.sorted(by: FindingIdentity.precedes)
    let indexes = Dictionary(uniqueKeysWithValues: findings.enumerated().map { ($1, $0) })
    guard records.contains(where: { $0.finding == finding }) else {
      throw EvidenceError(
        .noRecords, "no record up to \(asOf.shown) is about this finding",
        hint: "give a later --as-of, or look the finding up with `closeout findings`")
    }
    self.violation = violation
    self.findings = findings
    self.records = Self.concerning(records, indexes, violation).map { record in
      var record = record
      record.isWithheld = withholding.covers(record)
      return record
    }
    folded = EpisodeFolding.fold(
      Self.foldingRecords(self.records, indexes, violation, noteRules), findings: findings.count)
  }

  /// Leaves out what is about something else: a finding that has moved to another violation since, or an
  /// entry about another subject, unless it is a line of the same event as one that stays.
  private static func concerning(
    _ records: [ReadRecord], _ indexes: [FindingIdentity: Int], _ violation: ViolationKey?
  ) -> [ReadRecord] {
    var events: Set<ReadRecord.EventName> = []
    for record in records {
      guard case .entry(let entry) = record.content, let event = record.event,
        !covered(by: entry.value.subject, indexes, violation).isEmpty
      else { continue }
      events.insert(event)
    }
    let chain = LedgerNeighbours(of: records.filter { $0.event.map(events.contains) ?? false })
    return records.compactMap { record in
      var record = record
      switch record.content {
      case .observation(let observation):
        return indexes[observation.value.finding] != nil ? record : nil
      case .entry(let entry):
        if record.event.map(events.contains) ?? false { return record }
        record.isNeighbour = true
        return chain.contains(entry.value) ? record : nil
      case nil:
        return record
      }
    }
  }

  private static func markConflicts(_ records: inout [ReadRecord]) {
    var smallest: [ReadRecord.EventName: LeafHash] = [:]
    for record in records {
      guard let event = record.event else { continue }
      smallest[event] = min(smallest[event] ?? record.record.leaf, record.record.leaf)
    }
    for index in records.indices {
      guard let event = records[index].event else { continue }
      records[index].isConflicting = smallest[event] != records[index].record.leaf
    }
  }

  /// The last snapshot of each finding that names a violation.
  private static func latestSnapshots(_ records: [ReadRecord]) -> [FindingIdentity: Observation] {
    var latest: [FindingIdentity: Observation] = [:]
    for record in records {
      if let observation = record.observation, observation.violation != nil {
        latest[observation.finding] = observation
      }
    }
    return latest
  }
}

// MARK: - Folding

extension ViolationRecords {
  private static func foldingRecords(
    _ records: [ReadRecord], _ indexes: [FindingIdentity: Int], _ violation: ViolationKey?,
    _ noteRules: [NoteRule]
  ) -> [FoldingRecord] {
    var folding: [FoldingRecord] = []
    var attempts: [AttemptName: FoldingRecord?] = [:]
    for (number, record) in records.enumerated() where !record.isConflicting && !record.isNeighbour {
      switch record.content {
      case .observation(let shared):
        let observation = shared.value
        var facts = FindingFacts(observation)
        // Only a note with a time of its own is read: the store's rules look at no other.
        if !noteRules.isEmpty, observation.times.noteUpdatedAt != nil {
          facts.noteVerdict = record.details?.noteText.flatMap(noteRules.verdict)
        }
        folding.append(
          FoldingRecord(
            record: Int64(number), finding: indexes[observation.finding], order: record.order,
            content: observation.kind == .history ? .history(facts) : .snapshot(facts)))
      case .entry(let shared):
        let entry = shared.value
        for finding in covered(by: entry.subject, indexes, violation) {
          func make(_ content: FoldingRecord.Content) -> FoldingRecord {
            FoldingRecord(record: Int64(number), finding: finding, order: record.order, content: content)
          }
          switch entry.type {
          case .attempted:
            // Of several lines about one attempt the last with an outcome counts; they come sorted.
            guard let attempt = entry.attempt, let outcome = entry.outcome else { continue }
            let name = AttemptName(
              source: ExactText(entry.source), attempt: ExactText(attempt.attempt), finding: finding)
            let isClaim = outcome == .succeeded && attempt.mode == .enforce
            attempts[name] = .some(isClaim ? make(.claim(at: attempt.ended ?? entry.time)) : nil)
          case .rolledBack where entry.outcome == .succeeded:
            folding.append(make(.rollback(at: entry.time)))
          case .triaged:
            guard entry.reviewedBy != nil, let verdict = entry.verdict else { continue }
            folding.append(make(.verdict(verdict, at: entry.time)))
          default: break
          }
        }
      case nil: break
      }
    }
    return folding + attempts.values.compactMap { $0 }
  }

  private struct AttemptName: Hashable {
    var source: ExactText
    var attempt: ExactText
    var finding: Int?
  }

  /// The findings that an entry is about: by their names, or all of them (nil) by control and resource.
  private static func covered(
    by subject: LedgerSubject, _ indexes: [FindingIdentity: Int], _ violation: ViolationKey?
  ) -> [Int?] {
    switch subject {
    case .finding(let id, let product):
      return indexes.filter { finding, _ in
        finding.id.hasSameBytes(as: id) && (product?.hasSameBytes(as: finding.productArn) ?? true)
      }.values.sorted().map { $0 }
    case .resource(let control, let resource):
      guard let violation, violation.control.hasSameBytes(as: control),
        violation.resources.contains(where: { $0.hasSameBytes(as: resource) })
      else { return [] }
      return [nil]
    case .none: return []
    }
  }
}

extension ReadRecord {
  /// The finding that an observation is of.
  var finding: FindingIdentity? {
    observation?.finding
  }

  var observation: Observation? {
    if case .observation(let observation) = content { observation.value } else { nil }
  }

  /// The entry, unless another line of its event counts or it is about something else.
  var entry: LedgerEntry? { isNeighbour || isConflicting ? nil : chainedEntry }

  /// The entry as its ledger's hash chain has it, whatever it is about and whether or not it counts.
  var chainedEntry: LedgerEntry? {
    if case .entry(let entry) = content { entry.value } else { nil }
  }
}

extension FindingIdentity {
  /// The digest that names the finding in the log and in the package's own name.
  var digest: Hash256 { Hash256(sha256: canonicalBytes) }

  static func precedes(_ left: Self, _ right: Self) -> Bool {
    left.canonicalBytes.lexicographicallyPrecedes(right.canonicalBytes)
  }
}
