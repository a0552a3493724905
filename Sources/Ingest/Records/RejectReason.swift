/// Why a record was not accepted; the words are stable, stand in the store and label metrics.
public enum RejectReason: String, Sendable, CaseIterable {
  /// The input is something else than JSON.
  case notJSON = "not_json"
  /// JSON was begun and broken.
  case malformedJSON = "malformed_json"
  /// An object has the same member twice, so that readers could disagree.
  case duplicateKey = "duplicate_key"
  case missingField = "missing_field"
  case badTimestamp = "bad_timestamp"
  /// A value of another JSON type than the format's.
  case badType = "bad_type"
  /// A word outside the format's closed set, where the set decides what the record means.
  case badValue = "bad_value"
  /// JSON, but no document that is known.
  case unrecognised = "unrecognised"
  /// A document that is known and not read.
  case unsupportedSource = "unsupported_source"
  case tooLarge = "too_large"
  case tooDeep = "too_deep"
  /// Text that is not UTF-8.
  case encoding = "encoding"
  /// A finding that its product made as an example.
  case sampleFinding = "sample_finding"
  /// A compressed stream whose data or checksum is wrong.
  case damagedCompression = "damaged_compression"
}
