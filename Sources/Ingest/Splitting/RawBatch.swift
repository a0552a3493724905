/// A run of bytes of one input with the places of the records in it: what the serial stage hands on.
public struct RawBatch: Sendable {
  /// The name of the input.
  public let file: String
  /// The batch's place among those of its input, from 0.
  public let number: Int
  public let bytes: [UInt8]
  public let pieces: [Piece]
  /// The column names of a CSV input; empty for JSON.
  public let columns: [String]

  public init(file: String, number: Int, bytes: [UInt8], pieces: [Piece], columns: [String] = []) {
    self.file = file
    self.number = number
    self.bytes = bytes
    self.pieces = pieces
    self.columns = columns
  }
}

/// One record, or one envelope of records, as it was cut from the stream; not yet checked.
public struct Piece: Sendable, Equatable {
  /// Where its bytes stand in the batch.
  public let range: Range<Int>
  /// The line of the uncompressed input on which it begins, from 1.
  public let line: Int
  /// The byte of the uncompressed input at which it begins, from 0.
  public let offset: Int
  /// True when only the beginning is here, because the whole is over ``RecordLimits/recordBytes``.
  public let isOversized: Bool

  public init(range: Range<Int>, line: Int, offset: Int, isOversized: Bool = false) {
    self.range = range
    self.line = line
    self.offset = offset
    self.isOversized = isOversized
  }
}

/// The limits that keep memory bounded whatever the input holds.
public enum RecordLimits {
  /// The largest record that is read, in bytes. (Security Hub's own limit is 240 KB.)
  public static let recordBytes = 16 << 20
  /// How much of a larger one is kept to show it.
  public static let shownBytes = 64 << 10
  /// The deepest nesting of arrays and objects.
  public static let depth = 128
  /// How many envelopes may stand around a record (SQS around SNS around EventBridge is three).
  public static let envelopes = 8
}
