import Compression
import JSONKit

/// Cuts one input into batches of records: the serial stage of ingest.
///
/// The input is recognised by its first bytes, never by its name: gzip of any number of members, a UTF-8
/// byte order mark, UTF-16 and UTF-32 (refused), text that is not JSON (refused). Memory is bounded by the batch and
/// by ``RecordLimits/recordBytes``, not by the input. The same bytes give the same pieces whatever their size
/// of arrival.
///
///     var splitter = try RecordSplitter(.file(path: "export.json.gz"))
///     while let batch = try splitter.next() { … hand it to a RecordReader … }
///     let outcome = splitter.outcome
public struct RecordSplitter: ~Copyable {
  /// How much is read before pieces are handed out, in bytes.
  public static let batchBytes = 1 << 20

  private static let sniffedBytes = 4 << 10

  /// How the records are laid out in the text.
  public enum Layout: Sendable, Equatable {
    /// JSON texts in any arrangement.
    case json
    /// A header line and one record a row (RFC 4180), as a mapping asks for.
    case csv
  }

  public let file: String
  /// What became of the input; complete when ``next()`` has returned nil.
  public private(set) var outcome = SplitOutcome()

  private let batchBytes: Int
  private var stream: TextStream
  private var cutter: Cutter
  private var buffer: [UInt8] = []
  /// All of the buffer before it is dealt with.
  private var position = 0
  /// The byte of the input that the buffer begins with.
  private var base = 0
  private var line = 1
  private var lineCountedTo = 0
  private var batches = 0
  private var isStarted = false
  private var isEnded = false
  private var isDone = false

  public init(
    _ input: IngestInput, layout: Layout = .json, batchBytes: Int = RecordSplitter.batchBytes
  ) throws(InputError) {
    file = input.name
    self.batchBytes = max(batchBytes, 1)
    stream = TextStream(try ByteSource(input), chunkBytes: self.batchBytes)
    cutter = layout == .json ? .json(PieceCutter()) : .csv(RowCutter())
  }

  /// The next batch, or nil when nothing more comes; it then stands in ``outcome`` why.
  public mutating func next() throws(InputError) -> RawBatch? {
    while !isDone {
      try fill()
      // What an input is must not depend on how much of it came first.
      if !isStarted, !isEnded, buffer.count < Self.sniffedBytes { continue }
      guard isStarted || start() else { break }
      let pieces = cut()
      if !pieces.isEmpty { return batch(pieces) }
      if isEnded {
        if let last = finish() { return last }
        break
      }
      compact()
    }
    if outcome.sha256.isEmpty { outcome.sha256 = try stream.digest() }
    return nil
  }

  // MARK: reading

  private mutating func fill() throws(InputError) {
    guard !isEnded else { return }
    let count = try stream.read(into: &buffer, atLeast: batchBytes)
    outcome.bytes += count
    outcome.isCompressed = stream.isCompressed
    isEnded = stream.isEnded
  }

  /// Looks at the first bytes; false when the input is refused as one.
  private mutating func start() -> Bool {
    switch TextEncoding(buffer) {
    case .utf8: break
    case .utf8WithMark:
      position = 3
    case .foreign(let name):
      return refuse(
        .encoding, "the text is \(name), and only UTF-8 is read",
        hint: "iconv -f \(name) -t UTF-8 FILE | closeout ingest -")
    }
    if case .json = cutter, let found = NotJSON(buffer, from: position) {
      return refuse(.notJSON, found.explanation, hint: found.hint)
    }
    isStarted = true
    return true
  }

  private mutating func refuse(_ reason: RejectReason, _ explanation: String, hint: String?) -> Bool {
    outcome.rejected = RejectedInput(
      reason: reason, offset: base + position, explanation: explanation, hint: hint)
    isDone = true
    return false
  }

  // MARK: cutting

  private mutating func cut() -> [Piece] {
    var pieces: [Piece] = []
    while case .piece(let range, let isOversized) = cutter.next(
      buffer, &position, to: buffer.count, isFinal: isEnded)
    {
      pieces.append(piece(range, isOversized: isOversized))
      // An oversized piece is handed out at once: what follows of it is dropped from the buffer.
      if isOversized { break }
    }
    outcome.pieces += pieces.count
    return pieces
  }

  private mutating func piece(_ range: Range<Int>, isOversized: Bool = false) -> Piece {
    countLines(to: range.lowerBound)
    return Piece(range: range, line: line, offset: base + range.lowerBound, isOversized: isOversized)
  }

  private mutating func countLines(to end: Int) {
    guard end > lineCountedTo else { return }
    line += buffer.lineFeeds(in: lineCountedTo..<end)
    lineCountedTo = end
  }

  private mutating func batch(_ pieces: [Piece]) -> RawBatch {
    countLines(to: position)
    let bytes = buffer
    buffer = []
    if !isEnded { buffer.reserveCapacity(bytes.count - position + batchBytes + (256 << 10)) }
    buffer.append(contentsOf: bytes[position...])
    drop(position)
    defer { batches += 1 }
    return RawBatch(
      file: file, number: batches, bytes: bytes, pieces: pieces, columns: cutter.columns)
  }

  /// Drops what was dealt with where no piece was found in it.
  private mutating func compact() {
    guard position > 0 else { return }
    countLines(to: position)
    buffer.removeSubrange(0..<position)
    drop(position)
  }

  private mutating func drop(_ count: Int) {
    base += count
    cutter.bufferMoved(by: count)
    lineCountedTo = max(0, lineCountedTo - count)
    position = 0
  }

  // MARK: the end

  /// What stands behind the last piece: nothing, an end that is still being written, or something broken.
  private mutating func finish() -> RawBatch? {
    isDone = true
    if let damage = stream.damage {
      outcome.rejected = RejectedInput(
        reason: .damagedCompression, offset: base + buffer.count,
        explanation: "the compressed data is damaged: \(damage)",
        hint: "fetch the file again; the records before the damage were read")
    }
    let rest = position..<buffer.count
    if rest.isEmpty {
      if cutter.isInsideContainer || stream.isTruncated { holdBack(rest) }
      return nil
    }
    guard !stream.isTruncated, stream.damage == nil, !cutter.isTruncation(buffer, rest) else {
      holdBack(rest)
      return nil
    }
    let last = piece(rest.lowerBound..<((buffer.lastNonBlank(in: rest) ?? rest.lowerBound) + 1))
    position = buffer.count
    outcome.pieces += 1
    return batch([last])
  }

  private mutating func holdBack(_ rest: Range<Int>) {
    countLines(to: rest.lowerBound)
    outcome.heldBack = HeldBack(line: line, offset: base + rest.lowerBound, length: rest.count)
  }
}

/// The way pieces are found, by layout.
private enum Cutter {
  case json(PieceCutter)
  case csv(RowCutter)

  mutating func next(
    _ bytes: [UInt8], _ position: inout Int, to limit: Int, isFinal: Bool
  ) -> PieceCutter.Step {
    switch self {
    case .json(var cutter):
      defer { self = .json(cutter) }
      return cutter.next(bytes, &position, to: limit, isFinal: isFinal)
    case .csv(var cutter):
      defer { self = .csv(cutter) }
      return cutter.next(bytes, &position, to: limit, isFinal: isFinal)
    }
  }

  mutating func bufferMoved(by count: Int) {
    guard case .json(var cutter) = self else { return }
    cutter.bufferMoved(by: count)
    self = .json(cutter)
  }

  var columns: [String] {
    if case .csv(let cutter) = self { cutter.columns } else { [] }
  }

  var isInsideContainer: Bool {
    if case .json(let cutter) = self { cutter.isInsideContainer } else { false }
  }

  /// Whether the bytes are the beginning of a value that would be right if it went on.
  func isTruncation(_ bytes: [UInt8], _ rest: Range<Int>) -> Bool {
    guard case .json(let cutter) = self else { return true }
    if cutter.isInsideWrapper { return true }
    var fields = JSONFields()
    do {
      try JSONShape(["/"], depthLimit: RecordLimits.depth).read(bytes, rest, into: &fields)
      return false
    } catch {
      return error.code == .unexpectedEnd
    }
  }
}
