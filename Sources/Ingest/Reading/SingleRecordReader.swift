import Remediation

/// Reads exact bytes of records that were accepted once, each by the reader that accepted it.
///
/// For one thread at a time: it keeps the readers, and those of mapped ledgers by their mappings.
public struct SingleRecordReader: Sendable {
  private struct Mapped {
    let mapping: LedgerMapping
    var reader: RecordReader
  }

  private var plain = RecordReader()
  private var mapped: [ExactText: Mapped] = [:]

  public init() {}

  /// The one record that the bytes are, as a whole, and what can be shown of it; nil each where they are
  /// anything else.
  ///
  /// - Parameter mapping: the text of the mapping that it was read with.
  public mutating func read(
    _ bytes: [UInt8], source: SourceKind, mapping: String? = nil
  ) -> (content: RecordContent?, mapping: LedgerMapping?) {
    guard let text = mapping else { return (Self.read(bytes, source, [], &plain), nil) }
    let key = ExactText(text)
    if mapped[key] == nil, let mapping = try? LedgerMapping(yaml: text, file: "mapping") {
      mapped[key] = Mapped(mapping: mapping, reader: RecordReader(mapping: mapping))
    }
    guard var known = mapped[key] else { return (nil, nil) }
    defer { mapped[key] = known }
    return (Self.read(bytes, source, known.mapping.columns ?? [], &known.reader), known.mapping)
  }

  private static func read(
    _ bytes: [UInt8], _ source: SourceKind, _ columns: [String], _ reader: inout RecordReader
  ) -> RecordContent? {
    let all = 0..<bytes.count
    let batch = reader.read(
      RawBatch(
        file: "", number: 0, bytes: bytes, pieces: [Piece(range: all, line: 1, offset: 0)], columns: columns))
    guard batch.rejected.isEmpty, batch.records.count == 1, let only = batch.records.first,
      only.range == all, only.source == source
    else { return nil }
    return only.content
  }
}
