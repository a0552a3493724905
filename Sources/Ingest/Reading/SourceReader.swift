import JSONKit
import Remediation

/// One kind of record, read from the fields of a JSON object.
///
/// Adding a source is one type that conforms, a case of ``SourceKind``, its line in `RecordReader.init`, and
/// what tells it from the others in ``Recognition``.
protocol SourceReader: Sendable {
  var source: SourceKind { get }
  /// The values to take; their slots begin behind those of ``Recognition``.
  var pointers: [JSONPointer] { get }
  /// Whether this reader is the one for the document, by the slots of ``Recognition`` alone. At most one
  /// reader may say so of any document.
  func recognises(_ fields: JSONFields) -> Bool
  /// Reads one record; `fields` was read from `bytes` with the reader's shape.
  mutating func read(_ record: RecordView) throws(Rejection) -> RecordContent
}

extension SourceReader {
  var shape: JSONShape { JSONShape(Recognition.pointers + pointers, depthLimit: RecordLimits.depth) }
}

/// The fields of one JSON object, with the bytes that they stand in.
struct RecordView {
  let bytes: [UInt8]
  let range: Range<Int>
  let fields: JSONFields
  /// When the envelope says that it was delivered.
  let envelopeTime: Instant?

  /// The value at a reader's own slot; nil where it is absent or null.
  func value(_ slot: Int) -> JSONSlice? {
    guard let slice = fields[Recognition.allCases.count + slot], !slice.isNull else { return nil }
    return slice
  }

  /// The value at a slot of ``Recognition``; nil where it is absent or null.
  func value(_ slot: Recognition) -> JSONSlice? {
    guard let slice = fields[slot], !slice.isNull else { return nil }
    return slice
  }
}

extension JSONSlice {
  /// Itself if it is text that is not empty.
  var ifText: JSONSlice? { kind == .string && content.count > 0 ? self : nil }

  /// The value as a message may show it.
  func shown(in bytes: [UInt8]) -> String {
    switch kind {
    case .object: "an object"
    case .array: "an array"
    case .null: "null"
    default: SafeText.shown(head(in: bytes))
    }
  }

  /// The first characters of a text or number.
  private func head(in bytes: [UInt8]) -> String {
    guard content.count > 256 else { return string(in: bytes) }
    return String(decoding: bytes[content.prefix(256)], as: UTF8.self)
  }
}
