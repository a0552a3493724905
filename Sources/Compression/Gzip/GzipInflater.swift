import CIsal

/// Inflates a gzip stream (RFC 1952) that arrives in pieces, of any number of members, through isal.
///
///     var inflater = GzipInflater()
///     … for each piece:
///     var position = 0
///     repeat {
///       let progress = try inflater.inflate(piece, position..<piece.count, into: &text, limit: 1 << 20)
///       position += progress.consumed
///       … use and empty `text` …
///     } while progress.isFull
///     … at the end of the stream:
///     try inflater.finish()
///
/// The CRC-32 and the length of each member are checked, and its header's CRC where it has one. Zero bytes
/// behind the last member are padding (tapes, block devices). After an error every call throws it again.
public struct GzipInflater: ~Copyable {
  /// What one call did.
  public struct Progress: Sendable, Equatable {
    /// How many compressed bytes were taken.
    public let consumed: Int
    /// True when the call stopped at its limit: call again, with the bytes not taken, even if there are none.
    public let isFull: Bool
  }

  private enum Phase { case between, header, body }

  private let state: UnsafeMutablePointer<inflate_state>
  private let header: UnsafeMutablePointer<isal_gzip_header>
  private let window = Scratch(capacity: 128 << 10)
  private var phase = Phase.between
  private var failure: GzipError?
  private var isPadding = false

  /// The number of members that were read whole, their checksums right.
  public private(set) var members = 0
  /// The number of compressed bytes taken so far.
  public private(set) var consumed = 0

  public init() {
    state = .allocate(capacity: 1)
    state.initialize(to: inflate_state())
    header = .allocate(capacity: 1)
    header.initialize(to: isal_gzip_header())
  }

  deinit {
    state.deallocate()
    header.deallocate()
  }

  /// Takes compressed bytes and appends at most `limit` inflated ones.
  ///
  /// Stops when the bytes are used up or the limit is reached, whichever is first.
  public mutating func inflate(
    _ bytes: [UInt8], _ range: Range<Int>, into output: inout [UInt8], limit: Int
  ) throws(GzipError) -> Progress {
    if let failure { throw failure }
    do throws(GzipError) {
      let before = output.count
      let start = consumed
      let isFull = try feed(bytes, range, into: &output, until: before + max(limit, 1))
      return Progress(consumed: consumed - start, isFull: isFull)
    } catch {
      failure = error
      throw error
    }
  }

  /// Says that no more bytes come; throws `truncated` inside of a member and `notGzip` for an empty stream.
  public mutating func finish() throws(GzipError) {
    if let failure { throw failure }
    if phase != .between { throw error(.truncated) }
    if members == 0 { throw error(.notGzip) }
  }

  private func error(_ code: GzipError.Code) -> GzipError {
    GzipError(code: code, member: members, offset: consumed)
  }

  /// True when the output became full.
  private mutating func feed(
    _ bytes: [UInt8], _ range: Range<Int>, into output: inout [UInt8], until full: Int
  ) throws(GzipError) -> Bool {
    let range = range.clamped(to: 0..<bytes.count)
    var position = range.lowerBound
    while true {
      if phase == .between {
        guard position < range.upperBound else { return false }
        guard try begin(with: bytes[position]) else {
          position += 1
          consumed += 1
          continue
        }
      }
      // isal counts in 32 bits.
      let piece = position..<min(range.upperBound, position + 1 << 30)
      let taken = try bytes.lend(piece) { (piece) throws(GzipError) in
        try step(piece, into: &output, until: full)
      }
      position += taken
      if phase == .between { continue }
      if output.count >= full { return true }
      if position == range.upperBound { return false }
    }
  }

  /// Looks at the first byte where a member may begin; false when it is padding.
  private mutating func begin(with byte: UInt8) throws(GzipError) -> Bool {
    if byte == 0, members > 0 {
      isPadding = true
      return false
    }
    guard byte == 0x1F, !isPadding else { throw error(members == 0 ? .notGzip : .trailingBytes) }
    isal_inflate_init(state)
    // The header is read by a call of its own, which keeps its place when the header is cut in two.
    isal_gzip_header_init(header)
    phase = .header
    return true
  }

  /// Hands one piece to isal; returns how many bytes of it were taken.
  private mutating func step(
    _ piece: UnsafeBufferPointer<UInt8>, into output: inout [UInt8], until full: Int
  ) throws(GzipError) -> Int {
    state.pointee.next_in = UnsafeMutablePointer(mutating: piece.baseAddress)
    state.pointee.avail_in = UInt32(piece.count)
    let start = consumed
    var taken: Int { piece.count - Int(state.pointee.avail_in) }
    if phase == .header {
      let result = isal_read_gzip_header(state, header)
      consumed = start + taken
      try check(result, inHeader: true)
      guard result == ISAL_DECOMP_OK else { return taken }
      // "No header, verify": what is left is the data and the checksums behind it.
      state.pointee.crc_flag = UInt32(ISAL_GZIP_NO_HDR_VER)
      phase = .body
    }
    while output.count < full {
      let room = min(window.capacity, full - output.count)
      state.pointee.next_out = window.bytes
      state.pointee.avail_out = UInt32(room)
      let result = isal_inflate(state)
      window.append(room - Int(state.pointee.avail_out), to: &output)
      consumed = start + taken
      try check(result, inHeader: false)
      if state.pointee.block_state == ISAL_BLOCK_FINISH {
        members += 1
        phase = .between
        break
      }
      if state.pointee.avail_out > 0 && state.pointee.avail_in == 0 { break }
    }
    return taken
  }

  private func check(_ result: Int32, inHeader: Bool) throws(GzipError) {
    switch result {
    case 0...: return
    case ISAL_INVALID_WRAPPER: throw error(members == 0 ? .notGzip : .trailingBytes)
    case ISAL_UNSUPPORTED_METHOD: throw error(.unsupportedMethod)
    case ISAL_INCORRECT_CHECKSUM: throw error(inHeader ? .damagedHeader : .checksumMismatch)
    default: throw error(inHeader ? .damagedHeader : .damagedData)
    }
  }
}
