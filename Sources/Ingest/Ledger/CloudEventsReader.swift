import JSONKit
import Remediation

/// Reads Closeout's own ledger: CloudEvents 1.0 in structured JSON, one event a line.
///
/// Strict, because it is written for this reader: a value of the wrong type or a word outside its set refuses
/// the event. Source: `docs/ledger-format.md`; CloudEvents 1.0.2, JSON Event Format 1.0.2.
struct CloudEventsReader: SourceReader {
  let source = SourceKind.cloudEvents
  let pointers = LedgerField.allCases.map(\.pointer) + ["/data", "/sequence", "/prevhash", "/hash"]

  func recognises(_ fields: JSONFields) -> Bool {
    fields.has(.specVersion) && !fields.has(.productArn) && !fields.has(.findingIdentifier)
  }

  mutating func read(_ record: RecordView) throws(Rejection) -> RecordContent {
    let bytes = record.bytes
    guard let version = record.value(.specVersion), version.equals("1.0", in: bytes) else {
      throw Rejection(
        reason: .badValue, path: "/specversion",
        explanation: "expected \"1.0\", found \(record.value(.specVersion)?.shown(in: bytes) ?? "none")")
    }
    if let type = record.value(LedgerField.type.rawValue)?.ifText, !isOwn(type, in: bytes) {
      throw Rejection(
        reason: .unsupportedSource, path: "/type",
        explanation: "expected an event type of Closeout's ledger, found \(type.shown(in: bytes))",
        hint: "events of other kinds are read through a mapping: closeout ingest --map MAPPING.yaml FILE")
    }
    let count = LedgerField.allCases.count
    if let data = record.value(count), data.kind != .object {
      throw Rejection(
        reason: .badType, path: "/data", explanation: "expected an object, found \(data.shown(in: bytes))")
    }
    var fields = EventFields(record: record)
    var entry = try LedgerEntryBuilder.entry(&fields)
    entry.chain = try LedgerChain.read(
      record, sequence: record.value(count + 1), previous: record.value(count + 2),
      hash: record.value(count + 3))
    return .entry(Shared(entry))
  }

  private static let prefix = Array("closeout.".utf8)

  private func isOwn(_ type: JSONSlice, in bytes: [UInt8]) -> Bool {
    type.hasEscapes
      ? type.unescaped(in: bytes).starts(with: Self.prefix) : bytes[type.content].starts(with: Self.prefix)
  }
}

/// The fields of an event where the format puts them.
private struct EventFields: LedgerFields {
  let record: RecordView

  func path(_ field: LedgerField) -> String { field.pointer.description }

  mutating func text(_ field: LedgerField) throws(Rejection) -> String? {
    guard let slice = record.value(field.rawValue) else { return nil }
    guard slice.kind == .string else {
      // A reason may be an object; its code is a field of its own.
      if field == .reason, slice.kind == .object { return nil }
      throw Rejection(
        reason: .badType, path: path(field),
        explanation: "expected text, found \(slice.shown(in: record.bytes))")
    }
    return slice.ifText?.string(in: record.bytes)
  }

  mutating func instant(_ field: LedgerField) throws(Rejection) -> Instant? {
    guard let slice = record.value(field.rawValue) else { return nil }
    return try Timestamp.read(slice, path: { field.pointer }, in: record.bytes)
  }
}
