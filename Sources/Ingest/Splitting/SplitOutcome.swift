/// What became of an input as a whole, known when its last batch was handed out.
public struct SplitOutcome: Sendable, Equatable {
  /// Bytes of the input, uncompressed.
  public var bytes = 0
  /// Whether the input was compressed.
  public var isCompressed = false
  /// The SHA-256 of the input as it was given, compressed or not: 32 bytes.
  public var sha256: [UInt8] = []
  public var pieces = 0
  /// The end of a file that is still being written, or was cut off.
  public var heldBack: HeldBack?
  /// Why the input, or what follows the records before it, could not be read.
  public var rejected: RejectedInput?

  public init() {}
}

/// An end that is no whole record yet: neither accepted nor rejected, to be read again later.
public struct HeldBack: Sendable, Equatable {
  /// Where it begins in the uncompressed input.
  public let line: Int
  public let offset: Int
  /// How many bytes of it there are; 0 when a container or a compressed stream ends between two records.
  public let length: Int
}

/// An input that is rejected as one, or from some place on.
public struct RejectedInput: Sendable, Equatable {
  public let reason: RejectReason
  /// The byte, of the uncompressed input, from which nothing was read.
  public let offset: Int
  /// What was found and what was expected.
  public let explanation: String
  public let hint: String?
}
