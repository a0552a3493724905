import Ingest
public import Remediation
public import Store
public import TransparencyLog

extension Store {
  /// Computes everything again that can be computed twice, and reads every record again with the readers of
  /// this version.
  ///
  /// - Parameters:
  ///   - checkpoints: those that the log has to agree with, their signatures checked by the caller.
  ///   - instant: now.
  public func check(
    against checkpoints: [Checkpoint], at instant: Instant
  ) throws(StoreError) -> StoreCheck {
    var reader = SingleRecordReader()
    var hasher = KeyHasher()
    return try check(against: checkpoints, at: instant) { record in
      guard let source = SourceKind(rawValue: record.source) else { return nil }
      let mapping = record.mapping.map { LedgerMapping.text($0, withColumns: record.columns) }
      switch reader.read(record.bytes, source: source, mapping: mapping).content {
      case .observation(let observation):
        hasher.gather(observation.value)
        return hasher.keys().observations.first.map { .observation(observation, $0) }
      case .entry(let entry):
        hasher.gather(entry.value)
        return hasher.keys().entries.first.map { .entry(entry, $0) }
      case nil: return nil
      }
    }
  }
}
