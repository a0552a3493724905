/// One observation as it is folded: which record it is, and when the changes that it shows were made.
struct Sighting {
  let record: Int64
  let order: RecordOrder
  /// History records say what changed; snapshots say how things stood.
  let isHistory: Bool
  /// The instant of what the scanner changed: compliance and record state.
  var changedByScannerAt: Instant
  /// The instant of what a person or an automation changed: workflow and verdict.
  let changedByPeopleAt: Instant

  init(_ facts: FindingFacts, _ record: FoldingRecord, isHistory: Bool, noteBefore: Instant?) {
    self.record = record.record
    self.order = record.order
    self.isHistory = isHistory
    changedByScannerAt = facts.changedAt ?? facts.updatedAt ?? record.order.eventTime
    if let changed = facts.changedAt {
      changedByPeopleAt = changed
    } else if let note = facts.noteUpdatedAt, note != noteBefore {
      changedByPeopleAt = note
    } else {
      changedByPeopleAt = facts.processedAt ?? record.order.eventTime
    }
  }
}
