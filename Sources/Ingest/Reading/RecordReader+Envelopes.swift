import JSONKit
import Remediation

extension RecordReader {
  /// Takes the records out of an envelope or container; what is neither is rejected.
  mutating func open(_ fields: JSONFields, _ item: Item, into batch: inout RecordBatch) {
    let view = RecordView(bytes: batch.bytes, range: item.range, fields: fields, envelopeTime: nil)
    func value(_ field: EnvelopeFields) -> JSONSlice? { view.value(field.rawValue) }

    var inner = item
    inner.level += 1
    if let findings = value(.detailFindings) {
      inner.envelopeTime = value(.time)?.ifText.flatMap { Instant(rfc3339: batch.bytes, in: $0.content) }
      return each(findings, inner, into: &batch)
    }
    for field in [
      EnvelopeFields.findings, .lowerFindings, .dataFindings, .dataLowerFindings, .records, .messages,
    ] {
      if let list = value(field), list.kind == .array || list.kind == .object {
        return each(list, inner, into: &batch)
      }
    }
    if let finding = value(.finding), finding.kind == .object { return each(finding, inner, into: &batch) }
    for field in [EnvelopeFields.message, .body, .lowerBody, .snsMessage] {
      if let text = value(field), text.kind == .string { return unpack(text, inner, into: &batch) }
    }
    refuse(fields, view, item, into: &batch)
  }

  static let tooManyEnvelopes = Rejection(
    reason: .tooDeep, explanation: "more than \(RecordLimits.envelopes) envelopes around the record")

  /// Reads a JSON document that is carried as text: its bytes are unescaped behind those of the batch.
  private mutating func unpack(_ text: JSONSlice, _ item: Item, into batch: inout RecordBatch) {
    guard item.level <= RecordLimits.envelopes else {
      return reject(item.range, item.origin, &batch, Self.tooManyEnvelopes)
    }
    let place = item.origin.place(of: text.start, in: batch.bytes)
    let start = batch.bytes.count
    batch.bytes.append(contentsOf: text.unescaped(in: batch.bytes))
    var inner = item
    inner.range = (start..<batch.bytes.count).trimmed(in: batch.bytes)
    inner.origin = Origin(textAt: place)
    guard let first = inner.range.first,
      batch.bytes[first] == UInt8(ascii: "{") || batch.bytes[first] == UInt8(ascii: "[")
    else {
      return reject(
        text.range, item.origin, &batch,
        Rejection(
          reason: .unrecognised, explanation: "expected a JSON document in the message, found other text"))
    }
    read(inner, into: &batch)
  }

  private mutating func refuse(
    _ fields: JSONFields, _ view: RecordView, _ item: Item, into batch: inout RecordBatch
  ) {
    let range = item.range.trimmed(in: batch.bytes)
    guard !range.isEmpty else { return }
    switch batch.bytes[range.lowerBound] {
    case UInt8(ascii: "["):
      guard let array = JSONSlice(arrayIn: range, of: batch.bytes) else { return }
      var inner = item
      inner.level += 1
      return each(array, inner, into: &batch)
    case UInt8(ascii: "{"):
      // An empty object, or one with an empty list of findings, is an empty page.
      let isPage = EnvelopeFields.containers.contains {
        fields[Recognition.allCases.count + $0.rawValue] != nil
      }
      let isEmpty = batch.bytes[(range.lowerBound + 1)..<(range.upperBound - 1)].allSatisfy(\.isBlank)
      if isPage || isEmpty { return }
    default: break
    }
    let offset = EnvelopeFields.allCases.count
    let known = KnownDocument.all.indices.first { view.value(offset + $0) != nil }.map {
      KnownDocument.all[$0]
    }
    reject(range, item.origin, &batch, Self.refusal(known, range, batch.bytes))
  }

  private static func refusal(_ known: KnownDocument?, _ range: Range<Int>, _ bytes: [UInt8]) -> Rejection {
    if let known {
      return Rejection(
        reason: .unsupportedSource, explanation: "this is \(known.name), which is not read",
        hint: known.hint ?? "closeout sources lists what is read")
    }
    let head = String(decoding: bytes[range.prefix(64)], as: UTF8.self)
    return Rejection(
      reason: .unrecognised, explanation: "no document that is known begins with \(SafeText.shown(head))",
      hint: "a ledger of your own is read through a mapping: closeout ingest --map MAPPING.yaml FILE")
  }
}

extension EnvelopeFields {
  /// Members that hold nothing but records.
  fileprivate static let containers: [EnvelopeFields] = [
    .findings, .lowerFindings, .records, .dataFindings, .dataLowerFindings, .messages,
  ]
}

extension JSONSlice {
  /// The array that fills the range.
  fileprivate init?(arrayIn range: Range<Int>, of bytes: [UInt8]) {
    var fields = JSONFields()
    do {
      try JSONShape([JSONPointer(tokens: [])], depthLimit: RecordLimits.depth).read(
        bytes, range, into: &fields)
    } catch {
      return nil
    }
    guard let slice = fields[0], slice.kind == .array else { return nil }
    self = slice
  }
}
