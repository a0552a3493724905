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
      guard let content = reader.read(record.bytes, source: source, mapping: mapping).content else {
        return nil
      }
      content.gather(into: &hasher)
      let keys = hasher.keys()
      var (observations, entries) = (keys.observations.makeIterator(), keys.entries.makeIterator())
      return content.prepared(with: &observations, &entries)
    }
  }
}
